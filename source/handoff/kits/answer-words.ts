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

/** Whether it is signed, and by which key. */
export function signedWords({signature, key}: ReceivedAnswer): string {
  return `${signatures[signature]}${key === undefined ? '' : ` (${key})`}`;
}

/** How much of it was taken into the handoff. */
export function takenWords({entries, taken}: ReceivedAnswer): string {
  return taken.length === entries
    ? `all of ${entries} taken`
    : `${taken.length} of ${entries} taken`;
}

/** An answer of the receiver in a line: what came, by whom, and what of it does not count. */
export function answerWords(handoff: Handoff, received: ReceivedAnswer): string {
  const {name, givenAt, at, by, decision} = received;
  const day = (instant: string) => dateWords(dayIn(handoff.timeZone, instant), '');
  const left =
    decision === undefined || isDecided(handoff, received)
      ? ''
      : `; it ${decisions[decision]}, which does not count yet`;
  return `${name}, given ${day(givenAt)}, ${signedWords(received)}, imported by ${by} on ${day(at)}: ${takenWords(received)}${left}`;
}
