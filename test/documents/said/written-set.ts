import PostalMime from 'postal-mime';
import {audienceFor, documentNames} from '../../../source/documents/document-names.ts';
import {renderSet} from '../../../source/documents/render-set.ts';
import type {FileContent} from '../../../source/documents/write-files.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import type {Stage} from '../../fixtures/world/story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

/** The stage of which PDFs are made too: most is known and most is open. */
export const printed: Stage = 'in transition';

export interface WrittenSet {
  readonly handoff: Handoff;
  readonly now: string;
  readonly files: ReadonlyMap<string, FileContent>;
  /** The Markdown of each document by its name, and the words of the message. */
  readonly texts: ReadonlyMap<string, string>;
}

async function write(stage: Stage): Promise<WrittenSet> {
  await using world = await makeWorld(stage);
  const {handoff, journal} = world.snapshot();
  const now = new Date().toISOString();
  const formats = stage === printed ? (['md', 'html', 'pdf'] as const) : (['md', 'html'] as const);
  const {files} = await renderSet(handoff, {now, journal, formats});
  const texts = new Map<string, string>(
    documentNames.flatMap((name) => {
      const text = files.get(`${audienceFor(name)}/${name}.md`);
      return text === undefined ? [] : [[name, String(text)] as const];
    }),
  );
  const mail = String(files.get('customer/follow-up-email.eml'));
  texts.set('follow-up-email', (await PostalMime.parse(mail)).text ?? '');
  return {handoff, now, files, texts};
}

const sets = new Map<Stage, Promise<WrittenSet>>();

/** The set of a stage, rendered once for all who read it. */
export function writtenSet(stage: Stage): Promise<WrittenSet> {
  const set = sets.get(stage) ?? write(stage);
  sets.set(stage, set);
  return set;
}
