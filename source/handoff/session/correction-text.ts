import {allItems} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {fieldText} from '../registers/records.ts';
import {dayIn} from '../time/schedule.ts';
import {dateWords, timeWords} from '../time/wording.ts';

interface Corrected {
  readonly part?: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly minutes?: Readonly<Record<string, number>>;
  readonly customerMinutes?: Readonly<Record<string, number>>;
  readonly attendance?: Readonly<Record<string, string>>;
  readonly consents?: Readonly<Record<string, string>>;
}

/** What a correction says, as `Overview: 30 min; Lee did not come`. */
export function correctionText(handoff: Handoff, corrected: Corrected): string {
  const {playbook, records, timeZone, session} = handoff;
  const blockOf = (id: string) =>
    allItems(playbook).find(({item}) => item.id === id)?.item.text ?? id;
  const nameOf = (id: string) => {
    const row = records.find((one) => one.id === id);
    return (row && fieldText(row, 'name')) || session.consents?.[id]?.name || 'an attendee';
  };
  const when = (at: string) => `${dateWords(dayIn(timeZone, at), '')} ${timeWords(at, timeZone)}`;
  const {part = 1, startedAt, endedAt} = corrected;
  const which = session.parts.length > 1 ? `part ${part} ` : 'it ';
  const each = <V>(
    values: Readonly<Record<string, V>> | undefined,
    say: (id: string, v: V) => string,
  ) => Object.entries(values ?? {}).map(([id, value]) => say(id, value));
  return [
    ...(startedAt === undefined ? [] : [`${which}began on ${when(startedAt)}`]),
    ...(endedAt === undefined ? [] : [`${which}ended on ${when(endedAt)}`]),
    ...each(corrected.minutes, (id, minutes) => `"${blockOf(id)}" had ${minutes} min`),
    ...each(
      corrected.customerMinutes,
      (id, minutes) => `the customer drove ${minutes} min of "${blockOf(id)}"`,
    ),
    ...each(corrected.attendance, (id, came) => `${nameOf(id)} ${came}`),
    ...each(corrected.consents, (id, said) => `${nameOf(id)} on a recording: ${said}`),
  ].join('; ');
}
