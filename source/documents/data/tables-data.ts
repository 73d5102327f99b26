import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldsReadBy, rowsReadBy} from '../../handoff/audience/readable.ts';
import {fieldWords} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {compareRisks} from '../../handoff/standing/risk-standing.ts';
import {registerNames, type RegisterName} from '../../playbook/playbook.ts';
import {derivedColumns} from './derived-columns.ts';
import {runbookNamed} from './named-runbooks.ts';
import type {Reading} from './reading.ts';

/**
 * One row of a table as texts by field, all of its fields there and empty where nothing was said. A
 * field that does not apply says so with the reason. Criteria have `measured` besides, what their check
 * says, and data sets `lastRestore`. Where a field names a runbook, as `runbook` and `restore` do,
 * `runbookTitle` and `restoreTitle` have the title of the one that is meant, empty where there is none.
 */
export type RowData = Readonly<Record<string, string>>;

/** Registers whose own name cannot stand behind a dot in a template. */
const renamed = {
  'out-of-scope': 'exclusions',
  'check-ins': 'checkIns',
  'teach-back': 'questions',
} as const;
type Renamed = typeof renamed;

type TableName = Exclude<RegisterName, keyof Renamed> | Renamed[keyof Renamed];

/** Every register by its name in the templates; a customer's rows have no internal fields. */
export type TablesData = Readonly<Record<TableName, readonly RowData[]>>;

function isRenamed(register: RegisterName): register is keyof Renamed {
  return Object.hasOwn(renamed, register);
}

/** What the templates call a register. */
export function tableName(register: RegisterName): TableName {
  return isRenamed(register) ? renamed[register] : register;
}

/** The row with every field that an audience may see, and what is derived from it. */
function toRow(handoff: Handoff, record: HandoffRecord, reading: Reading): RowData {
  const fields = fieldsReadBy(record.register, reading.audience);
  return Object.fromEntries([
    ...fields.map(({name}) => [name, fieldWords(record, name)]),
    ...fields
      .filter(({names}) => names !== undefined && names !== 'check')
      .map((field) => [
        `${field.name}Title`,
        runbookNamed(handoff, record, field, reading.audience) ?? '',
      ]),
    ...derivedColumns(record.register).map(({name, text}) => [
      name,
      text(handoff, record, reading),
    ]),
  ]);
}

/** Rows in the order in which they were added; risks by how much they matter. */
function inOrder(register: RegisterName, rows: readonly HandoffRecord[]): readonly HandoffRecord[] {
  return register === 'risks' ? rows.toSorted(compareRisks) : rows;
}

export function tablesData(handoff: Handoff, reading: Reading): TablesData {
  const tables = registerNames.map((register) => {
    const rows = inOrder(register, rowsReadBy(handoff, reading.audience, register));
    return [tableName(register), rows.map((record) => toRow(handoff, record, reading))] as const;
  });
  return Object.fromEntries(tables) as unknown as TablesData;
}
