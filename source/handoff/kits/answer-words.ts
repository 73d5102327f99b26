import type {Handoff} from '../model/handoff.ts';
import {dayIn} from '../time/schedule.ts';
import {dateWords} from '../time/wording.ts';
import type {ReceivedAnswer} from './received-answer.ts';

const signatures: Readonly<Record<ReceivedAnswer['signature'], string>> = {
  unsigned: 'not signed',
  whole: 'signed by a key that nobody vouched for',
  known: 'signed',
  unchecked: 'signed, which was not checked',
};

const decisions = {
  accepted: 'accepts',
  'accepted-with-conditions': 'accepts with conditions',
  declined: 'declines',
} as const;

/** Whether what an answer decides stands among the sign-offs. */
function isDecided({signOffs}: Handoff, {answer}: ReceivedAnswer): boolean {
  return signOffs.some(({reference = ''}) => reference.includes(answer.slice(0, 12)));
}

/** An answer of the receiver in a line: what came, by whom, and what of it does not count. */
export function answerWords(handoff: Handoff, received: ReceivedAnswer): string {
  const {name, key, signature, givenAt, at, by, entries, taken, decision} = received;
  const day = (instant: string) => dateWords(dayIn(handoff.timeZone, instant), '');
  const signed = `${signatures[signature]}${key === undefined ? '' : ` (${key})`}`;
  const counted = taken.length === entries ? `all of ${entries}` : `${taken.length} of ${entries}`;
  const left =
    decision === undefined || isDecided(handoff, received)
      ? ''
      : `; it ${decisions[decision]}, which does not count yet`;
  return `${name}, given ${day(givenAt)}, ${signed}, imported by ${by} on ${day(at)}: ${counted} taken${left}`;
}
