import type {RegisterName} from '../../../playbook/playbook.ts';
import type {FieldValues, HandoffRecord} from '../../model/handoff-record.ts';
import type {Handoff} from '../../model/handoff.ts';
import {rowPlace} from '../../model/place.ts';
import {fieldText, recordsOf, recordTitle} from '../../registers/records.ts';
import {registers} from '../../registers/registers.ts';
import {dayIn} from '../../time/schedule.ts';
import {isTheirs, type Loss} from './losses.ts';
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

/** Fields of which every change is told, since another text makes another thing of the row. */
const told: {readonly [R in RegisterName]?: ReadonlySet<string>} = {
  risks: new Set(['name', 'state']),
  attendees: new Set(['name', 'side']),
  approvers: new Set(['name', 'deputy']),
  'check-ins': new Set(['name', 'date', 'kind', 'severity']),
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
  const isAgreed = agreedRegisters.has(register) && relianceOn(handoff, row) === 'agreed';
  const changed: string[] = [];
  for (const {name, label} of registers[register].fields) {
    const value = fields[name];
    if (value === undefined) continue;
    const before = fieldText(row, name);
    const after = typeof value === 'string' ? value.trim() : '';
    if (before === '' || before === after) continue;
    const what = lowerings[register]?.[name]?.(before, after);
    if (what !== undefined) lost.push(`${label} ${what}`);
    // Each change of what was agreed is told, also one that takes nothing.
    else if (isAgreed || told[register]?.has(name))
      changed.push(`${label} was changed from "${before}" to "${after}"`);
  }
  if (lost.length + changed.length === 0) return undefined;
  const place = rowPlace(handoff.playbook, row);
  return {
    text: `the ${registers[register].one} "${recordTitle(row)}": ${[...lost, ...changed].join('; ')}`,
    needsReason: lost.length > 0,
    concernsCustomer: isTheirs(handoff, {kind: 'row', id}),
    ...(place ? {place} : {}),
  };
}

/** A row that comes to a table on which the receiver has agreed already: they have not seen it. */
export function additionLoss(
  handoff: Handoff,
  {register, fields}: {readonly register: RegisterName; readonly fields: FieldValues},
): Loss | undefined {
  if (!agreedRegisters.has(register) || recordsOf(handoff, 'acknowledgements').length === 0)
    return undefined;
  const {one, fields: all} = registers[register];
  const name = fields[all[0]?.name ?? ''];
  return {
    text: `the ${one} "${typeof name === 'string' ? name.trim() : ''}" was added after the support model was agreed`,
    needsReason: false,
    concernsCustomer: true,
  };
}
