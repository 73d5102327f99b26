import {stepsOf} from '../../playbook/walk.ts';
import type {Action} from '../changes/catalogue.ts';
import {changeWords} from '../changes/change-words.ts';
import {extendFold, foldAll} from '../changes/fold.ts';
import {undoneIds} from '../changes/undo.ts';
import type {Mark} from '../folding/mark.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Place} from '../model/place.ts';
import {actionPlace} from './action-place.ts';

/** An action of a journal as it is told. */
export interface ToldAction {
  readonly action: Action;
  readonly words: string;
  readonly place: Place | undefined;
  readonly isTakenBack: boolean;
  readonly hasEffect: boolean;
}

/** An action in words as they fit the handoff at that time; what takes back names what it took. */
function wordsOf(before: Handoff, action: Action, told: ReadonlyMap<string, ToldAction>): string {
  if (action.type !== 'undone') return changeWords(before, action);
  const target = told.get(action.action);
  const reason = action.reason === undefined ? '' : `, because: ${action.reason}`;
  return target?.action.type === 'undone'
    ? `put back: ${target.words.replace(/^took back: /u, '')}`
    : `took back: ${target?.words ?? 'something'}${reason}`;
}

/** Every action of a journal in words, each as the handoff stood before it. */
export function toldActions({
  journal,
  setAside,
}: {
  readonly journal: readonly Action[];
  readonly setAside: readonly Mark[];
}): readonly ToldAction[] {
  const undone = undoneIds(journal);
  const without = new Set(setAside.map(({action}) => action.id));
  const told = new Map<string, ToldAction>();
  let fold = foldAll(journal.slice(0, 1));
  for (const [index, action] of journal.entries()) {
    const before = fold.handoff;
    if (index > 0) fold = extendFold(fold, journal.slice(0, index + 1), [action]);
    told.set(action.id, {
      action,
      words: wordsOf(before, action, told),
      place: actionPlace(before, action) ?? actionPlace(fold.handoff, action),
      isTakenBack: undone.has(action.id),
      hasEffect: !without.has(action.id),
    });
  }
  return [...told.values()];
}

/** Where it was done and what it was, in a line; with a remark where it does not hold any more. */
export function toldWords(
  {playbook}: Handoff,
  {action: {arrival}, words, place, isTakenBack, hasEffect}: ToldAction,
): string {
  const where = place && stepsOf(playbook).find(({step}) => step.id === place.step)?.step.title;
  const came = arrival ? ` (in an answer, imported by ${arrival.by})` : '';
  const remark = isTakenBack ? ' (taken back)' : hasEffect ? '' : ' (without effect)';
  return `${where === undefined ? '' : `${where}: `}${words}${came}${remark}`;
}
