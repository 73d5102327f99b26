import type {Action} from '../changes/catalogue.ts';
import {createAncestry} from '../folding/ancestry.ts';
import {isSamePerson} from '../rules/people/same-person.ts';

/** Who looks, and the hashes of the newest lines that they have seen. */
export interface Look {
  readonly actor: string;
  readonly heads: readonly string[];
}

/**
 * What somebody has seen: what there was when they last looked; where they never did, what they had before
 * them when they last wrote; and whoever was never here sees all of it for the first time now.
 */
export function lastLook(
  journal: readonly Action[],
  {actor, looked, heads}: Look & {readonly looked?: readonly string[] | undefined},
): Look {
  const own = journal.findLast((action) => isSamePerson(action.actor, actor))?.hash;
  return {actor, heads: looked ?? (own === undefined ? heads : [own])};
}

/** Whether somebody did it themselves, or brought in the file that it came with. */
function isOwn({actor: by, arrival}: Action, actor: string): boolean {
  return isSamePerson(by, actor) || (arrival !== undefined && isSamePerson(arrival.by, actor));
}

/** What others did that was not there at a look, in the order of the journal. */
export function colleaguesNews(
  journal: readonly Action[],
  {actor, heads}: Look,
): readonly Action[] {
  if (journal.every((action) => isOwn(action, actor))) return [];
  const ancestry = createAncestry();
  for (const action of journal) ancestry.add(action);
  const seen = new Set<number>();
  let before = 0;
  for (const hash of heads) {
    const index = journal.findLastIndex((action) => action.hash === hash);
    // A line that is gone from the journal tells nothing of what was seen.
    if (index < 0) continue;
    const past = ancestry.seenBy(index);
    before = Math.max(before, past.before);
    for (const each of [index, ...past.behind]) seen.add(each);
  }
  if (seen.size === 0) return [];
  return journal.filter(
    (action, index) => index >= before && !seen.has(index) && !isOwn(action, actor),
  );
}
