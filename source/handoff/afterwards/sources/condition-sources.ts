import type {Handoff} from '../../model/handoff.ts';
import {placeOn} from '../../model/place.ts';
import {dayIn} from '../../time/schedule.ts';
import {readDate} from '../../time/dates.ts';
import type {Source} from './source.ts';

const day = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}\s+[a-z]{3,}(?:\s+\d{4})?|[a-z]{3,}\s+\d{1,2}(?:,?\s+\d{4})?|[a-z]{3,}day`;
const byDay = new RegExp(String.raw`\b(?:by|until|till|before)\s+(?:the\s+)?(${day})\b`, 'iu');

/** The day that a text names as its end, such as "by 15 July"; nothing where none can be read. */
export function dayNamed(text: string, today: string): string | undefined {
  const typed = byDay.exec(text)?.[1];
  if (typed === undefined) return undefined;
  const read = readDate(typed, today);
  return 'date' in read ? read.date : undefined;
}

/** Each condition under which the system was accepted; the word of who made it settles it. */
export function conditionSources(handoff: Handoff): Source[] {
  return handoff.signOffs.flatMap(({name, conditions = [], at}) =>
    conditions.map((text, index): Source => {
      const due = dayNamed(text, dayIn(handoff.timeZone, at));
      return {
        kind: 'condition',
        subject: `${at} ${index + 1}`,
        text: `Condition of ${name}: ${text}`,
        place: placeOn(handoff.playbook, 'sign-off'),
        raisedAt: at,
        ...(due === undefined ? {} : {due}),
      };
    }),
  );
}
