import type {FieldValues, HandoffRecord} from '../model/handoff-record.ts';
import type {FoundDraft, FoundFields} from './found-draft.ts';
import {fieldText} from '../registers/records.ts';
import {registers} from '../registers/registers.ts';
import type {RegisterName} from '../../playbook/playbook.ts';

/** Said where something that is asked for cannot be told; it is shown, and never taken. */
export const untold = 'unknown';

/** What of a draft a row would say: what is known, in fields that the register has. */
export function draftFacts(register: RegisterName, fields: FoundFields): Record<string, string> {
  return Object.fromEntries(
    registers[register].fields.flatMap(({name}): [string, string][] => {
      const value = fields[name];
      return typeof value !== 'string' || value === '' || value === untold ? [] : [[name, value]];
    }),
  );
}

/** What a new row says that is made of a draft. What a runbook is for, a person says. */
export function rowOfDraft({kind, fields}: FoundDraft, register: RegisterName): FieldValues {
  const facts = draftFacts(register, fields);
  return kind === 'runbook' ? {...facts, purpose: 'other'} : facts;
}

const normal = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');

/** What tells a row from the others of its register: its name; its ends, where it has none. */
function identity(row: Pick<HandoffRecord, 'register' | 'fields'>): string {
  const [first] = registers[row.register].fields;
  const names = row.register === 'flows' ? ['from', 'to'] : first ? [first.name] : [];
  return names.map((name) => normal(fieldText(row, name))).join(' → ');
}

/** Whether a row is about what a draft was found of, whoever wrote it. */
export function isAbout(
  row: Pick<HandoffRecord, 'register' | 'fields'>,
  register: RegisterName,
  facts: FieldValues,
): boolean {
  return row.register === register && identity(row) === identity({register, fields: facts});
}
