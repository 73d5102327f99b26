import type {RegisterName} from '../../playbook/model.ts';
import {waiverOf} from '../gates/waivers.ts';
import type {Handoff} from '../model/handoff.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {type HandoffRecord} from '../model/handoff-record.ts';
import {transitionEnd, transitionOwner} from '../afterwards/transition.ts';

/** A day on which something of the handoff ends, moves or runs out. */
export interface Expiry {
  readonly kind: 'access' | 'certificate' | 'duty' | 'tie' | 'waiver' | 'transition';
  /** Stays the same for as long as its source is there. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** What happens on that day, without a full stop. */
  readonly text: string;
  readonly owner?: string;
  /** The row and field that the day is written in. */
  readonly source?: {readonly record: string; readonly field: string};
}

const aDay = /^\d{4}-\d{2}-\d{2}$/u;

/** The rows of a register that name a day in a field. */
function fromRows(
  handoff: Handoff,
  register: RegisterName,
  field: string,
  tell: (record: HandoffRecord) => Pick<Expiry, 'kind' | 'text'> & {readonly owner?: string},
): Expiry[] {
  return recordsOf(handoff, register).flatMap((record) => {
    const date = fieldText(record, field);
    if (!aDay.test(date)) return [];
    const {owner = '', ...told} = tell(record);
    const source = {record: record.id, field};
    return [{...told, id: `${told.kind} ${record.id}`, date, source, ...(owner ? {owner} : {})}];
  });
}

function ties(handoff: Handoff): Expiry[] {
  const moved = new Set(
    recordsOf(handoff, 'ties')
      .filter((record) => fieldText(record, 'state') === 'moved')
      .map(({id}) => id),
  );
  const all = fromRows(handoff, 'ties', 'ends', (record) => ({
    kind: 'tie',
    text: `${recordTitle(record)} must no longer hang on us`,
    owner: fieldText(record, 'owner'),
  }));
  return all.filter(({source}) => !source || !moved.has(source.record));
}

/** Waivers in force: each requirement once. */
function waivers(handoff: Handoff, now: string): Expiry[] {
  const requirements = [...new Set(handoff.gateWaivers.map(({requirement}) => requirement))];
  return requirements.flatMap((requirement) => {
    const waiver = waiverOf(handoff, requirement, now);
    if (!waiver) return [];
    const {expires, text, approver} = waiver;
    return [
      {
        kind: 'waiver',
        id: `waiver ${requirement}`,
        date: expires,
        text: `Waiver ends: ${text}`,
        owner: approver,
      },
    ];
  });
}

function transition(handoff: Handoff): Expiry[] {
  const date = transitionEnd(handoff);
  if (date === undefined || !aDay.test(date)) return [];
  const owner = transitionOwner(handoff);
  return [{kind: 'transition', id: 'transition', date, text: 'Last day of the transition', owner}];
}

/**
 * Every day on which an access, a certificate, a waiver, a tie or the transition ends, or a duty
 * moves; the soonest first. What ended already is among them. `now` is an ISO 8601 instant.
 */
export function expiries(handoff: Handoff, now: string): Expiry[] {
  return [
    ...fromRows(handoff, 'access', 'ends', (record) => ({
      kind: 'access',
      text: `Vendor access ends: ${recordTitle(record)}`,
    })),
    ...fromRows(handoff, 'flows', 'certificate', (record) => ({
      kind: 'certificate',
      text: `Certificate expires: ${fieldText(record, 'to') || recordTitle(record)}`,
    })),
    ...fromRows(handoff, 'duties', 'from', (record) => ({
      kind: 'duty',
      text: `Duty moves: ${recordTitle(record)}`,
      owner: fieldText(record, 'incoming'),
    })),
    ...ties(handoff),
    ...waivers(handoff, now),
    ...transition(handoff),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
