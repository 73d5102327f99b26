import {renderSet} from '../../../source/documents/render-set.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {isFull} from '../../harness/amount.ts';
import {largeHandoff} from '../large-handoff.ts';

export interface SetPage {
  /** Such as `new handoff: customer/kickoff.html`. */
  readonly name: string;
  readonly html: string;
}

async function handoffs(): Promise<(readonly [name: string, handoff: Handoff])[]> {
  const out: (readonly [string, Handoff])[] = [];
  for (const stage of ['new', 'planned', 'signed'] as const) {
    await using world = await makeWorld(stage);
    out.push([`${stage} handoff`, world.handoff()]);
  }
  return [...out, ['large handoff', largeHandoff()]];
}

/**
 * The pages of the sets of a handoff that is empty, one before its session, one that is signed, and a
 * large one: of each document one of them in turn, or all of them where all is asked for.
 */
export async function everyPage(): Promise<SetPage[]> {
  const pages: SetPage[] = [];
  for (const [turn, [title, handoff]] of (await handoffs()).entries()) {
    const {files} = await renderSet(handoff, {now: new Date().toISOString(), formats: ['html']});
    const all = [...files].filter(([file]) => file.endsWith('.html'));
    for (const [index, [file, content]] of all.entries())
      if (isFull || index % 4 === turn)
        pages.push({name: `${title}: ${file}`, html: String(content)});
  }
  return pages;
}
