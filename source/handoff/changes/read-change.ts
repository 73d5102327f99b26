import {entryOf, isChangeType} from './catalogue.ts';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the message names besides the fields of the change, and what therefore is no stray field. */
const placeFields: ReadonlySet<string> = new Set([
  'type',
  'v',
  'id',
  'at',
  'actor',
  'order',
  'seen',
  'with',
  'arrival',
  'hash',
]);

/**
 * Why a value is no change that this version knows, down to the last value in it; nothing when it
 * is one. The words complete "the line … ".
 */
export function changeProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not an object';
  const {type} = value;
  if (!isChangeType(type)) return `is of an unknown type, ${JSON.stringify(type) ?? 'none'}`;
  const {fields} = entryOf(type);
  for (const name in value)
    if (!placeFields.has(name) && !Object.hasOwn(fields, name))
      return `has a field "${name}", which "${type}" does not know`;
  for (const name in fields) {
    const held = value[name];
    const field = fields[name];
    if (!field || (held === undefined && field.isOptional)) continue;
    const at = field.wrongAt(held);
    if (at !== undefined) return `has no valid "${at === '' ? name : `${name}.${at}`}"`;
  }
  return undefined;
}
