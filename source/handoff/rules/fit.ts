import {allItems, stepsOf} from '../../playbook/walk.ts';
import type {Playbook} from '../../playbook/playbook.ts';
import {entryOf, type Change} from '../changes/catalogue.ts';
import {changeWords} from '../changes/change-words.ts';
import type {Reference} from '../changes/change-fields.ts';
import {undoProblem, type UndoProblem} from '../changes/undo.ts';
import type {Handoff} from '../model/handoff.ts';
import {reserve, won} from '../session/agenda-budget.ts';
import type {Refusal} from './refused.ts';
import type {Judged} from './rule.ts';

const itemIds = new WeakMap<Playbook, ReadonlySet<string>>();

function hasItem({playbook}: Handoff, id: string): boolean {
  const known = itemIds.get(playbook) ?? new Set(allItems(playbook).map(({item}) => item.id));
  itemIds.set(playbook, known);
  return known.has(id);
}

const isThere: Readonly<
  Record<Exclude<Reference, 'action'>, (handoff: Handoff, id: string) => boolean>
> = {
  // What was left behind comes back for those who did not know that it had gone.
  item: (handoff, id) => hasItem(handoff, id) || handoff.leftBehind.some(({item}) => item === id),
  giver: (handoff, id) => id === reserve || id === won || hasItem(handoff, id),
  step: ({playbook}, id) => stepsOf(playbook).some(({step}) => step.id === id),
  row: ({records}, id) => records.some((record) => record.id === id),
  note: ({session}, id) => session.notes.some((note) => note.id === id),
  demonstration: ({demonstrations}, id) => demonstrations.some((shown) => shown.id === id),
};

/** What a change names that is not there, or does not fit what is. */
function misfit(handoff: Handoff, change: Change): Refusal | undefined {
  const {fields, misfit: find} = entryOf(change.type);
  const values = change as unknown as Readonly<Record<string, string | undefined>>;
  for (const name in fields) {
    const refersTo = fields[name]?.refersTo;
    const named = values[name];
    if (refersTo === undefined || refersTo === 'action' || named === undefined) continue;
    if (isThere[refersTo](handoff, named)) continue;
    return {
      code: 'not-there',
      message: `The ${refersTo === 'giver' ? 'block' : refersTo} "${named}" is not there.`,
      try: 'It may have been removed. "handoff-wizard status" shows what there is.',
    };
  }
  const problem = find?.(change, handoff);
  return problem === undefined
    ? undefined
    : {code: 'misfit', message: `This does not fit: ${problem}.`, try: 'Correct it and try again.'};
}

function undoRefusal(problem: UndoProblem, handoff: Handoff): Refusal {
  const what = problem.target ? changeWords(handoff, problem.target) : '';
  switch (problem.kind) {
    case 'not there':
      return {
        code: 'undo-not-there',
        message: 'There is nothing left to take back.',
        try: 'It was taken back already.',
      };
    case 'never':
      return {
        code: 'undo-never',
        message: `History is not taken back: ${what}.`,
        try: 'Do it anew; the newest one counts.',
      };
    case 'not theirs':
      return {
        code: 'undo-not-theirs',
        message: `Only ${problem.target?.actor} can take back ${what}.`,
        try: 'Nobody takes back the word of another. Add what is right instead.',
      };
    case 'needs a reason': {
      const claim = changeWords(handoff, problem.claim);
      const isOwn = problem.claim === problem.target;
      return {
        code: 'undo-needs-reason',
        message: `${isOwn ? `This stays on record: ${claim}` : `Something rests on it: ${claim}`}.`,
        try: 'Say why it is corrected; both stay on record.',
      };
    }
    case 'built on': {
      const people = [...new Set(problem.others.map(({actor}) => actor))].join(', ');
      return {
        code: 'undo-built-on',
        message: `${people} has gone on from it since. Taking back ${what} takes that away too.`,
        try: 'Agree to it, or leave it as it is.',
        along: problem.others.map(({id}) => id),
      };
    }
  }
}

/**
 * Why a change has nothing to stand on: it names what is not there, does not fit what is, or takes
 * back what cannot be. That holds whenever it is asked, so the fold asks it of each line it reads.
 */
export function unfit(
  {handoff, journal}: Judged,
  change: Change,
  actor: string,
): Refusal | undefined {
  const found = misfit(handoff, change);
  if (found || change.type !== 'undone') return found;
  const problem = undoProblem(journal, change, actor);
  return problem && undoRefusal(problem, handoff);
}
