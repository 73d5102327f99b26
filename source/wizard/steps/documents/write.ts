import path from 'node:path';
import {problemMessage} from '../../frame/problem-message.ts';
import type {View} from '../../view.ts';

/** Writes the documents and says what came of it; gives whether they were written. */
async function write(view: View, folder: string): Promise<boolean> {
  try {
    const target = path.resolve(view.handoff.workspace, folder);
    const work = view.tellProgressOf(async (onProgress) =>
      view.services.writeDocuments(view.live, target, {onProgress}),
    );
    view.holdKeysDuring(work);
    const {written, removed, kept, ownTemplates, remark, notice} = await work;
    const said =
      written.length > 0
        ? `${written.length} files written to ${target}.`
        : `Nothing has changed in ${target}.`;
    const used = ownTemplates.map(({file, origin}) => ` Template used: ${file} (${origin}).`);
    const gone = removed.length > 0 ? ` ${removed.length} of an earlier set removed.` : '';
    const others =
      kept.length > 0 ? ` Changed by hand, and no part of it: ${kept.join(', ')}.` : '';
    const told = [remark, notice].map((line) => (line === undefined ? '' : ` ${line}`)).join('');
    view.say({
      text: said + gone + others + used.join('') + told,
      token: told + others === '' ? 'success' : 'warning',
    });
    return true;
  } catch (error) {
    view.say(problemMessage(error));
    return false;
  }
}

/** Asks for a folder and writes the documents into it. */
export function askToWrite(view: View): void {
  void view.ask({
    label: 'Folder',
    hint: 'Made if it is missing; files changed by hand are never overwritten.',
    initialText: 'handoff-documents',
    enter: 'write them',
    problemWith: (text) => (text === '' ? 'Name a folder.' : undefined),
    keep: (folder) => write(view, folder),
  });
}
