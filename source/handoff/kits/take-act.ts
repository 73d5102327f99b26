import type {Action} from '../changes/catalogue.ts';
import type {Draft} from '../changes/draft.ts';
import {partId} from '../standing/accepted/accepted-part.ts';
import {acceptedState} from '../standing/accepted/handoff-digest.ts';
import {receivedAnswer, type ReceivedAnswer} from './received-answer.ts';

/** The parts of what an acceptance is of that an act of an answer makes. */
function partsOf(action: Action): readonly string[] {
  switch (action.type) {
    case 'checks/recorded':
      return action.run.results.map(({name}) => partId('check', name));
    case 'runbook/proven':
      return [partId('proof', action.record)];
    case 'demonstration/told':
      return [partId('demonstration', action.item)];
    case 'question/asked':
      return [partId('note', action.id)];
    default:
      return [];
  }
}

/** Whether an act of an answer has been taken already: imported twice, it counts once. */
export function isTaken(draft: Draft, {arrival}: Action): boolean {
  if (!arrival) return false;
  return receivedAnswer(draft, arrival.answer)?.taken.includes(arrival.part) ?? false;
}

/**
 * Notes that an act of an answer was taken, and what it has made: whoever accepts in the same answer
 * knows of it.
 */
export function noteTaken(draft: Draft, action: Action): void {
  const {arrival} = action;
  if (!arrival) return;
  const parts = partsOf(action);
  const state = parts.length > 0 ? acceptedState(draft) : {};
  const made = parts.flatMap((id) => {
    const part = state[id];
    return part ? [[id, part] as const] : [];
  });
  draft.answers = draft.answers.map((received): ReceivedAnswer =>
    received.answer === arrival.answer
      ? {
          ...received,
          taken: [...received.taken, arrival.part],
          own: {...received.own, ...Object.fromEntries(made)},
        }
      : received,
  );
}
