import {registerNames} from '../../playbook/playbook.ts';
import type {GateWaiver} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Expires, Field} from '../registers/field.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {registers} from '../registers/registers.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {waiverStanding} from '../standing/waiver-standing.ts';
import {transitionEnd, transitionOwner} from '../afterwards/transition-period.ts';

/** A day on which something of the handoff ends, moves or runs out. */
export interface Expiry {
  /** `waiver`, `transition`, or what the field of a row calls it, such as `certificate`. */
  readonly kind: string;
  /** Stays the same for as long as its source is there. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** What happens on that day, without a full stop. */
  readonly text: string;
  readonly owner?: string;
  /** The row and field that the day is written in. */
  readonly source?: {readonly record: string; readonly field: string};
  /** The waiver that ends on it. */
  readonly waived?: GateWaiver;
}

const aDay = /^\d{4}-\d{2}-\d{2}$/u;

/** What a field says about its day, with what the row says in the places of `{field}`. */
function textFor(record: HandoffRecord, {text}: Expires): string {
  return text.replaceAll(
    /\{(\w+)\}/gu,
    (_, field: string) => fieldText(record, field) || recordTitle(record),
  );
}

function fromField(record: HandoffRecord, {name, expires}: Field): Expiry[] {
  const date = fieldText(record, name);
  if (!expires || !aDay.test(date)) return [];
  const {kind, unless} = expires;
  if (unless && fieldText(record, unless.field) === unless.is) return [];
  const owner = expires.owner === undefined ? '' : fieldText(record, expires.owner);
  return [
    {
      kind,
      id: `${kind} ${record.id}`,
      date,
      text: textFor(record, expires),
      source: {record: record.id, field: name},
      ...(owner ? {owner} : {}),
    },
  ];
}

/** The days in the rows whose fields say that something ends on them, a register after the other. */
function fromRows(handoff: Handoff): Expiry[] {
  return registerNames.flatMap((register) => {
    const fields: readonly Field[] = registers[register].fields;
    return (
      fields
        // The calendar goes to the customer as well.
        .filter(({expires, isInternal}) => expires !== undefined && isInternal !== true)
        .flatMap((field) =>
          recordsOf(handoff, register).flatMap((record) => fromField(record, field)),
        )
    );
  });
}

/** Waivers in force that end. */
function waivers(handoff: Handoff, now: string): Expiry[] {
  return handoff.gateWaivers.flatMap((waiver) => {
    const {expires, requirement, text, approver} = waiver;
    if (expires === undefined || waiverStanding(handoff, waiver, now).state !== 'in force')
      return [];
    // What an older file held may be no day, such as never.
    if (!aDay.test(expires)) return [];
    return [
      {
        kind: 'waiver',
        id: `waiver ${requirement}`,
        date: expires,
        text: `Waiver ends: ${text}`,
        owner: approver,
        waived: waiver,
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
 * Every day on which something in a row ends or moves, or a waiver or the transition ends; the
 * soonest first. What ended already is among them. `now` is an ISO 8601 instant.
 */
export function expiries(handoff: Handoff, now: string): Expiry[] {
  return [...fromRows(handoff), ...waivers(handoff, now), ...transition(handoff)].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}
