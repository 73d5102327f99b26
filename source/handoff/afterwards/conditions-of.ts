import type {SignOff} from '../model/sign-off.ts';

/**
 * The conditions in the remarks of an entry from before they were a list. They stood one a line or,
 * typed as one line, with semicolons between them; splitting them so keeps the numbers in the ids
 * of open points that people have dated and closed since.
 */
function conditionsInRemarks(remarks: string): string[] {
  return remarks
    .split(/\n|;\s/u)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** What an acceptance hangs on; nothing for another decision. */
export function conditionsOf({
  decision,
  conditions,
  remarks = '',
}: Pick<SignOff, 'decision' | 'conditions' | 'remarks'>): readonly string[] {
  if (decision !== 'accepted-with-conditions') return [];
  return conditions ?? conditionsInRemarks(remarks);
}
