import type {Change} from '../../handoff/changes/catalogue.ts';
import type {DraftStanding} from '../../handoff/drafts/draft-standing.ts';
import {checkTaken, takingOf} from '../../handoff/drafts/take-draft.ts';
import type {FoundDraft} from '../../handoff/drafts/found-draft.ts';
import type {Refusal} from '../../handoff/rules/refused.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';

/** What is about to be taken at once. */
export interface Basket {
  readonly rows: readonly Change[];
  /** These go into the checks file. */
  readonly checks: readonly FoundDraft[];
  /** What cannot be taken, with the reason; it keeps nothing else back. */
  readonly refused: readonly {readonly draft: FoundDraft; readonly why: string}[];
}

/** Sorts what was chosen; `refusal` says why the handoff would not take a change. */
export function fillBasket(
  handoff: Handoff,
  chosen: readonly DraftStanding[],
  refusal: (change: Change) => Refusal | undefined,
): Basket {
  const rows: Change[] = [];
  const checks: FoundDraft[] = [];
  const refused: {readonly draft: FoundDraft; readonly why: string}[] = [];
  for (const standing of chosen) {
    const {draft} = standing;
    const taking = takingOf(handoff, standing);
    if ('why' in taking) refused.push({draft, why: taking.why});
    else if ('check' in taking) checks.push(taking.check);
    else {
      const why = taking.changes.map((change) => refusal(change)).find(Boolean);
      if (why) refused.push({draft, why: `${why.message} ${why.try}`});
      else rows.push(...taking.changes);
    }
  }
  return {rows, checks, refused};
}

/** The changes that keep what was taken, once the checks are in their file; the rows last, for the undo. */
export function takenChanges({rows, checks}: Pick<Basket, 'rows' | 'checks'>): Change[] {
  return [...checks.map(checkTaken), ...rows];
}
