import {isScalar, isSeq} from 'yaml';
import {defaultGates, requiredGates, type GateSettings} from '../playbook.ts';
import {nearest} from '../../nearest.ts';
import type {YamlEntry, YamlMap} from './yaml-map.ts';

type NumberField = {
  [K in keyof GateSettings]: GateSettings[K] extends number ? K : never;
}[keyof GateSettings];

/** The keys of front matter that hold a whole number. */
const numbers: Readonly<Record<string, NumberField>> = {
  'proof-days': 'proofDays',
  'contact-days': 'contactDays',
  'reason-length': 'reasonLength',
  'session-minutes': 'sessionMinutes',
  'hands-on-percent': 'handsOnPercent',
  'first-check-in': 'firstCheckIn',
  'check-in-every': 'checkInEvery',
  'quiet-days': 'quietDays',
};

const known = ['prove', 'hands-on-block', ...Object.keys(numbers)];

/** An id that the gates name, with its place for a message. */
export interface NamedId {
  readonly id: string;
  readonly offset: number;
}

function readNumber(yaml: YamlMap, {key, value, valueOffset}: YamlEntry): number {
  const number: unknown = isScalar(value) ? value.value : undefined;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return number;
  throw yaml.error(valueOffset, `"${key}" needs a whole number, such as 14.`);
}

function readIds(yaml: YamlMap, {key, value, valueOffset}: YamlEntry): NamedId[] {
  if (!isSeq(value))
    throw yaml.error(valueOffset, `"${key}" needs a list of item ids, such as [check-health].`);
  return value.items.map((node) => {
    if (isScalar(node) && typeof node.value === 'string')
      return {id: node.value, offset: node.range?.[0] ?? valueOffset};
    throw yaml.error(valueOffset, `"${key}" needs a list of item ids, such as [check-health].`);
  });
}

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

export interface ReadGates {
  /** `none`: nothing has to hold. */
  readonly gates: GateSettings | 'none';
  /** Ids that must be in the playbook. */
  readonly named: readonly NamedId[];
}

/**
 * Reads the thresholds of the gates; those left out are the defaults. Two words stand for all of
 * them: `none`, and `required` for what is asked where a file says nothing.
 *
 * @throws {PlaybookError} with the place of a key or value that is wrong.
 */
export function readGates(yaml: YamlMap, entry: YamlEntry): ReadGates | undefined {
  const entries = yaml.entries(entry.value);
  if (!entries) {
    const word: unknown = isScalar(entry.value) ? entry.value.value : undefined;
    if (word === 'none') return {gates: 'none', named: []};
    return word === 'required' ? {gates: requiredGates, named: []} : undefined;
  }
  const gates: Mutable<GateSettings> = {...defaultGates};
  const named: NamedId[] = [];
  for (const field of entries) {
    const number = numbers[field.key];
    if (number) gates[number] = readNumber(yaml, field);
    else if (field.key === 'prove') {
      const ids = readIds(yaml, field);
      named.push(...ids);
      gates.prove = ids.map(({id}) => id);
    } else if (field.key === 'hands-on-block') {
      const id = isScalar(field.value) ? String(field.value.value) : '';
      named.push({id, offset: field.valueOffset});
      gates.handsOnBlock = id;
    } else {
      const close = nearest(field.key, known);
      const hint = close ? `did you mean "${close}"?` : `known are ${known.join(', ')}.`;
      throw yaml.error(field.offset, `"${field.key}" is not known in gates; ${hint}`);
    }
  }
  return {gates, named};
}
