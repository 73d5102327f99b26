import type {RegisterName} from '../../playbook/model.ts';
import type {FieldValues, HandoffRecord} from '../model/handoff-record.ts';
import type {Handoff} from '../model/handoff.ts';
import {rowPlace} from '../model/place.ts';
import {fieldText, recordTitle} from '../registers/records.ts';
import {registers} from '../registers/registers.ts';
import {dayIn} from '../time/schedule.ts';
import type {Loss} from './losses.ts';
import {agreedRegisters, relianceOn} from './relied-on.ts';

/** Says what a field's new text takes; nothing where it takes nothing. */
type Lowering = (before: string, after: string) => string | undefined;

const rank = (severity: string) => Number.parseInt(severity, 10) || 99;

const lowered: Lowering = (before, after) =>
  rank(after) > rank(before) ? `was lowered from ${before} to ${after || 'none'}` : undefined;
const moved: Lowering = (before, after) =>
  after > before || after === '' ? `was moved from ${before} to ${after || 'none'}` : undefined;
const broughtForward: Lowering = (before, after) =>
  after < before ? `was moved from ${before} to ${after || 'none'}` : undefined;

/** The fields of which less can be said than before. */
const lowerings: {readonly [R in RegisterName]?: Readonly<Record<string, Lowering>>} = {
  risks: {
    severity: lowered,
    due: moved,
    state: (before, after) =>
      before === 'open' && after === 'accepted' ? 'was set from open to accepted' : undefined,
  },
  ties: {ends: moved},
  transition: {ends: broughtForward},
  'check-ins': {date: broughtForward, severity: lowered},
  attendees: {
    consent: (before, after) =>
      after === before ? undefined : `was changed from ${before} to ${after || 'nothing'}`,
  },
};

/** A contact speaks of a day for itself: on a later day than it was entered, it is on record. */
function isOnRecord(handoff: Handoff, row: HandoffRecord, at: string): boolean {
  return (
    relianceOn(handoff, row) !== undefined ||
    (row.register === 'check-ins' &&
      dayIn(handoff.timeZone, row.addedAt) < dayIn(handoff.timeZone, at))
  );
}

/**
 * What a change takes from a row that somebody has relied on.
 *
 * @param at ISO 8601 instant of the change
 */
export function rowLoss(
  handoff: Handoff,
  {record: id, fields}: {readonly record: string; readonly fields: FieldValues},
  at: string,
): Loss | undefined {
  const row = handoff.records.find((one) => one.id === id);
  if (!row || !isOnRecord(handoff, row, at)) return undefined;
  const {register} = row;
  const lost: string[] = [];
  const told: string[] = [];
  for (const {name, label} of registers[register].fields) {
    const value = fields[name];
    if (value === undefined) continue;
    const before = fieldText(row, name);
    const after = typeof value === 'string' ? value.trim() : '';
    if (before === '' || before === after) continue;
    const what = lowerings[register]?.[name]?.(before, after);
    if (what !== undefined) lost.push(`${label} ${what}`);
    // Each change of what was agreed is told, also one that takes nothing.
    else if (agreedRegisters.has(register) && relianceOn(handoff, row) === 'agreed')
      told.push(`${label} was changed from "${before}" to "${after}"`);
  }
  if (lost.length + told.length === 0) return undefined;
  const place = rowPlace(handoff.playbook, row);
  return {
    text: `the ${registers[register].one} "${recordTitle(row)}": ${[...lost, ...told].join('; ')}`,
    needsReason: lost.length > 0,
    concernsCustomer: true,
    ...(place ? {place} : {}),
  };
}
