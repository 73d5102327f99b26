import type {Action} from '../changes/catalogue.ts';
import {changeWords} from '../changes/change-words.ts';
import {undoRule} from '../changes/undo.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Misdated} from '../model/misdated.ts';
import {refused, type Refusal} from '../rules/refused.ts';
import {dayIn} from '../time/schedule.ts';
import {timeWords} from '../time/wording.ts';

/** Nearer than this, in milliseconds, two clocks only differ; a proposal of this project. */
const far = 3_600_000;

/** The logical clock never stands below the machine's: a line before its own time was put there. */
export function outOfOrder({order, at}: Action): Refusal | undefined {
  return order < Math.floor(Date.parse(at))
    ? refused(
        'order',
        'It stands before the time that it names.',
        'Nothing has to be done; it has no effect.',
      )
    : undefined;
}

export function misdated(handoff: Handoff, action: Action): Misdated | undefined {
  const {id, at, actor, order} = action;
  if (order - Date.parse(at) <= far) return undefined;
  return {
    action: id,
    words: changeWords(handoff, action),
    at,
    by: actor,
    enteredAfter: new Date(order).toISOString(),
    isClaim: undoRule(action) === 'claim',
  };
}

/** Claims one by one, with both times; of all else only how many there are. */
export function misdatedInWords(entries: readonly Misdated[], timeZone: string): readonly string[] {
  const when = (instant: string) => `${dayIn(timeZone, instant)} ${timeWords(instant, timeZone)}`;
  const claims = entries.filter(({isClaim}) => isClaim);
  const others = entries.length - claims.length;
  return [
    ...claims.map(
      ({words, by, at, enteredAfter}) =>
        `Happened on ${when(at)} by its own clock, entered after ${when(enteredAfter)}: ${words} by ${by}.`,
    ),
    ...(others === 0
      ? []
      : [
          `${others === 1 ? 'One entry names' : `${others} entries name`} a time well before what was entered ahead of ${others === 1 ? 'it' : 'them'}: a clock was wrong.`,
        ]),
  ];
}
