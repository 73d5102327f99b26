import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldsReadBy, rowsReadBy} from '../../handoff/audience/readable.ts';
import {fieldWords} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {compareRisks} from '../../handoff/standing/risk-standing.ts';
import {registerNames, type RegisterName} from '../../playbook/playbook.ts';
import type {Audience} from '../../playbook/playbook.ts';

/**
 * One row of a table as texts by field, all of its fields there and empty where nothing was said. A
 * field that does not apply says so with the reason.
 */
export type RowData = Readonly<Record<string, string>>;

/** Registers whose own name cannot stand behind a dot in a template. */
const renamed = {'out-of-scope': 'exclusions', 'check-ins': 'checkIns'} as const;
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

/** The row with every field that an audience may see. */
function toRow(record: HandoffRecord, audience: Audience): RowData {
  const fields = fieldsReadBy(record.register, audience);
  return Object.fromEntries(fields.map(({name}) => [name, fieldWords(record, name)]));
}

/** Rows in the order in which they were added; risks by how much they matter. */
function inOrder(register: RegisterName, rows: readonly HandoffRecord[]): readonly HandoffRecord[] {
  return register === 'risks' ? rows.toSorted(compareRisks) : rows;
}

export function tablesData(handoff: Handoff, audience: Audience): TablesData {
  const tables = registerNames.map((register) => {
    const rows = inOrder(register, rowsReadBy(handoff, audience, register));
    return [tableName(register), rows.map((record) => toRow(record, audience))] as const;
  });
  return Object.fromEntries(tables) as unknown as TablesData;
}
