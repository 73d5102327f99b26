import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldReason, fieldText, recordsOf} from '../../handoff/registers/records.ts';
import {type HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {RegisterName} from '../../playbook/model.ts';
import type {Audience} from './document-data.ts';

/**
 * One row of a table as texts by field, all of its fields there and empty where nothing was said. A
 * field that does not apply says so with the reason.
 */
export type RowData = Readonly<Record<string, string>>;

/** Every table of the handoff by its name; a customer's rows have no internal fields. */
export interface TablesData {
  /** Fields: name, version, place, purpose, calls. */
  readonly components: readonly RowData[];
  /** Fields: name, value, usual, why, source. */
  readonly settings: readonly RowData[];
  /** Fields: name, direction, failure, purpose, contact. */
  readonly dependencies: readonly RowData[];
  /** Fields: name, use, grant, secret, ends. */
  readonly access: readonly RowData[];
  /** Fields: from, to, port, purpose, certificate. */
  readonly flows: readonly RowData[];
  /** Fields: name, meaning, response, channel, hours. */
  readonly severities: readonly RowData[];
  /** Fields: name, instead. */
  readonly exclusions: readonly RowData[];
  /** Fields: name, level, channel, response, hours, tested. */
  readonly contacts: readonly RowData[];
  /** Fields: name, date, how. */
  readonly acknowledgements: readonly RowData[];
  /** Fields: name, outgoing, incoming, deputy, from. */
  readonly duties: readonly RowData[];
  /** Fields: name, role, deputy. */
  readonly approvers: readonly RowData[];
  /** Fields: name, severity, workaround, owner, due, state. What stands open comes first, then by severity. */
  readonly risks: readonly RowData[];
  /** Fields: name, kind, owner, moves, ends, state. */
  readonly ties: readonly RowData[];
}

/** The row with every field that an audience may see. */
function toRow(record: HandoffRecord, audience: Audience): RowData {
  const fields = registers[record.register].fields.filter(
    ({isInternal}) => audience === 'internal' || isInternal !== true,
  );
  return Object.fromEntries(
    fields.map(({name}) => {
      const reason = fieldReason(record, name);
      return [name, reason === undefined ? fieldText(record, name) : `not applicable: ${reason}`];
    }),
  );
}

const riskStates = ['open', '', 'accepted', 'closed'];

function riskKey({state = '', severity = ''}: RowData): string {
  return `${riskStates.indexOf(state)} ${severity || '9'}`;
}

export function tablesData(handoff: Handoff, audience: Audience): TablesData {
  const rows = (register: RegisterName) =>
    recordsOf(handoff, register).map((record) => toRow(record, audience));
  return {
    components: rows('components'),
    settings: rows('settings'),
    dependencies: rows('dependencies'),
    access: rows('access'),
    flows: rows('flows'),
    severities: rows('severities'),
    exclusions: rows('out-of-scope'),
    contacts: rows('contacts'),
    acknowledgements: rows('acknowledgements'),
    duties: rows('duties'),
    approvers: rows('approvers'),
    risks: rows('risks').toSorted((a, b) => (riskKey(a) < riskKey(b) ? -1 : 1)),
    ties: rows('ties'),
  };
}
