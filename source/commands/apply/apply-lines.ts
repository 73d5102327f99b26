import {randomUUID} from 'node:crypto';
import {changeTypes, entryOf, isChangeType, type Change} from '../../handoff/changes/catalogue.ts';
import {changeProblem} from '../../handoff/changes/read-change.ts';
import {nearest} from '../../nearest.ts';

/** A change to apply, and where it stands in its file. */
export interface ApplyLine {
  /** Counted from 1, as editors do. */
  readonly line: number;
  /** The id of the action that it becomes. */
  readonly id: string;
  readonly change: Change;
}

/** A line that is no change. */
export class ApplyLineError extends Error {
  override name = 'ApplyLineError';
  readonly line: number;
  readonly advice: string;

  constructor(line: number, message: string, advice: string) {
    super(message);
    this.line = line;
    this.advice = advice;
  }
}

type Values = Readonly<Record<string, unknown>>;

/** What an action gets from the store, and nobody gives it. */
const stamped = ['v', 'id', 'at', 'actor', 'order', 'seen', 'with', 'hash'];

/** A name that stands for the id of the action of an earlier line, alone or as the last word. */
const reference = /(?<=^|\s)@(?<name>[\w-]+)$/u;

function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((part) => withIds(part, ids));
  if (typeof value !== 'string') return value;
  return value.replace(reference, (text, name: string) => ids.get(name) ?? text);
}

/** A row, a note, a demonstration or an action goes by an id, which begins with no `@`. */
function requireKnown(values: Values, line: number): void {
  if (!isChangeType(values['type'])) return;
  for (const [name, {refersTo}] of Object.entries(entryOf(values['type']).fields)) {
    const value = values[name];
    if (refersTo === undefined || refersTo === 'item' || typeof value !== 'string') continue;
    if (value.startsWith('@'))
      throw new ApplyLineError(
        line,
        `No line before this one is called "${value.slice(1)}".`,
        'Name one with "as".',
      );
  }
}

/** Names become ids where nobody types: in a text, `@mina` stays what it is. */
function withReferences(values: Values, ids: ReadonlyMap<string, string>): Values {
  if (!isChangeType(values['type'])) return values;
  const {fields} = entryOf(values['type']);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      fields[name] && !fields[name].isTyped ? withIds(value, ids) : value,
    ]),
  );
}

function parse(text: string, line: number): Values {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ApplyLineError(line, `This is no JSON: ${why}`, 'One line holds one change.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Values;
  throw new ApplyLineError(
    line,
    'This is no change.',
    'A change is an object such as {"type":"item/settled","item":"network","status":"done"}.',
  );
}

function requireChange(values: Values, line: number): Change {
  const given = stamped.find((name) => Object.hasOwn(values, name));
  if (given !== undefined)
    throw new ApplyLineError(
      line,
      `"${given}" is not given: the store says who did it, when, and under which id.`,
      'Leave it out. "as" names a line for those after it.',
    );
  const {type} = values;
  const problem = changeProblem(values);
  if (problem === undefined) return values as unknown as Change;
  const close =
    typeof type === 'string' && !isChangeType(type) ? nearest(type, changeTypes) : undefined;
  const known = isChangeType(type)
    ? Object.entries(entryOf(type).fields).map(([name, {choices}]) =>
        choices ? `${name} (${choices.join(', ')})` : name,
      )
    : undefined;
  throw new ApplyLineError(
    line,
    `The change ${problem}.`,
    close
      ? `Did you mean "${close}"?`
      : known
        ? `"${String(type)}" ${known.length > 0 ? `has ${known.join(', ')}` : 'has no fields'}.`
        : `The types are ${changeTypes.join(', ')}.`,
  );
}

function readName(as: unknown, line: number, ids: ReadonlyMap<string, string>): string {
  if (typeof as !== 'string' || !/^[\w-]+$/u.test(as))
    throw new ApplyLineError(
      line,
      'The name in "as" is none.',
      'It is letters, digits, _ and -, such as "restore".',
    );
  if (ids.has(as))
    throw new ApplyLineError(
      line,
      `Another line before is called "${as}" as well.`,
      'Give each its own name.',
    );
  return as;
}

/**
 * Reads changes, one JSON object a line; blank lines may stand between. `"as"` names a line, and
 * `@name` in a line after it stands for the id of what it makes.
 *
 * @throws {ApplyLineError} at the first line that is no change.
 */
export function readApplyLines(text: string): readonly ApplyLine[] {
  const ids = new Map<string, string>();
  return text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((raw, index) => {
      if (raw.trim() === '') return [];
      const line = index + 1;
      const id = randomUUID();
      const {as, ...values} = parse(raw, line);
      const referred = withReferences(values, ids);
      requireKnown(referred, line);
      const change = requireChange(referred, line);
      if (as !== undefined) ids.set(readName(as, line, ids), id);
      return [{line, id, change}];
    });
}
