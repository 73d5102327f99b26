import type {FieldValues} from '../../handoff/model/handoff-record.ts';
import {leanOf, type Field} from '../../handoff/registers/field.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {readDate} from '../../handoff/time/dates.ts';
import {nearest} from '../../nearest.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import {Problem} from '../../problem.ts';
import {stripTerminal} from '../../redaction/strip-terminal.ts';
import {oneLine} from '../../services/one-line.ts';
import {pairIn} from './typed.ts';

function fieldOf(register: RegisterName, name: string): Field {
  const {fields} = registers[register];
  const wanted = name.toLowerCase();
  const found = fields.find(
    (field) => field.name.toLowerCase() === wanted || field.label.toLowerCase() === wanted,
  );
  if (found) return found;
  const names = fields.map((field) => field.name);
  const close = nearest(name, names);
  throw new Problem(
    `A row of "${register}" has no field "${name}".`,
    close === undefined ? `It has ${names.join(', ')}.` : `Did you mean "${close}"?`,
  );
}

function valueOf(field: Field, text: string, today: string): string {
  const {kind} = field;
  if (kind === 'text' || kind === 'commands' || kind === 'steps') return stripTerminal(text).trim();
  const said = oneLine(text);
  if (kind !== 'date' || said === '') return said;
  const reading = readDate(said, today, leanOf(field));
  if ('date' in reading) return reading.date;
  throw new Problem(`${field.name}: ${reading.problem}`, 'An empty value takes the day away.');
}

interface TypedFields {
  /** As `field=value`. */
  readonly said: readonly string[];
  /** As `field=reason`, for fields that do not apply. */
  readonly notApplicable: readonly string[];
}

/**
 * The fields of a row from what was typed: days in words become dates, and a field goes by its name or
 * its label.
 *
 * @throws {Problem} for a field that the table has not, and for a day that is none
 */
export function readFieldValues(
  register: RegisterName,
  {said, notApplicable}: TypedFields,
  today: string,
): FieldValues {
  const values = said.map((text) => {
    const [name, value] = pairIn(text);
    const field = fieldOf(register, name);
    return [field.name, valueOf(field, value, today)] as const;
  });
  const reasons = notApplicable.map((text) => {
    const [name, reason] = pairIn(text);
    return [fieldOf(register, name).name, {notApplicable: oneLine(reason)}] as const;
  });
  const all = [...values, ...reasons];
  const twice = all.find(([name], index) => all.findIndex(([other]) => other === name) !== index);
  if (twice) throw new Problem(`"${twice[0]}" is said twice.`, 'Say each field once.');
  return Object.fromEntries(all);
}
