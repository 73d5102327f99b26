import type {Action, Change} from '../handoff/model/actions.ts';

/** Where the engineer was, so that the wizard opens there again. */
export interface CursorPosition {
  readonly step: string;
  readonly item?: string;
}

/** One handoff on disk. */
export interface HandoffFile {
  readonly schema: typeof currentSchema;
  readonly journal: readonly Action[];
  readonly position?: CursorPosition;
}

/** Raise it with every change of the format, and add the step that leads there to `migrations`. */
export const currentSchema = 1;

/** `migrations[n]` turns a file of schema n into one of schema n + 1. */
const migrations: Readonly<Record<number, (file: object) => object>> = {
  // Files of the first drafts carried no number; their journal has the shape of schema 1.
  0: (file) => ({...file, schema: 1}),
};

type FieldType =
  | 'string'
  | 'object'
  | 'string?'
  | 'object?'
  | 'number'
  | 'number?'
  | 'boolean'
  | 'list'
  | 'list?';

/** The fields that a change must have to be replayed. */
const changeFields: {
  readonly [T in Change['type']]: Readonly<
    Record<Exclude<keyof Extract<Change, {type: T}>, 'type'>, FieldType>
  >;
} = {
  'handoff/created': {
    handoff: 'string',
    customer: 'string',
    system: 'string',
    workspace: 'string',
    timeZone: 'string',
    playbook: 'object',
    playbookSource: 'string',
  },
  'item/settled': {item: 'string', status: 'string', reason: 'string?'},
  'item/noted': {item: 'string', note: 'string'},
  'item/written': {item: 'string', text: 'string'},
  'item/assigned': {item: 'string', owner: 'string'},
  'item/scheduled': {item: 'string', due: 'string'},
  'item/evidenced': {item: 'string', link: 'string'},
  'checks/recorded': {run: 'object'},
  'record/added': {register: 'string', item: 'string', fields: 'object'},
  'record/changed': {record: 'string', fields: 'object'},
  'record/removed': {record: 'string'},
  'runbook/proven': {
    record: 'string',
    command: 'string',
    isMet: 'boolean',
    expected: 'string',
    actual: 'string',
    code: 'number?',
    duration: 'number?',
    evidence: 'object?',
  },
  'calendar/set': {holidays: 'list'},
  'session/planned': {
    startsAt: 'string',
    timeZone: 'string',
    minutes: 'number',
    place: 'string?',
  },
  'session/started': {},
  'session/time-moved': {from: 'string', to: 'string', minutes: 'number'},
  'session/driver-changed': {driver: 'string'},
  'session/break-counted': {startedAt: 'string', endedAt: 'string'},
  'session/block-entered': {block: 'string'},
  'session/paused': {},
  'session/resumed': {},
  'session/noted': {kind: 'string', text: 'string', block: 'string?'},
  'session/answered': {note: 'string', answer: 'string'},
  'session/ended': {},
  'demonstration/started': {item: 'string', performer: 'string', observer: 'string'},
  'demonstration/ended': {demonstration: 'string', result: 'string', remark: 'string?'},
  'follow-up/changed': {followUp: 'string', owner: 'string?', due: 'string?'},
  'follow-up/closed': {followUp: 'string', outcome: 'string'},
  'follow-up/reopened': {followUp: 'string'},
  'transition/extended': {until: 'string', reason: 'string'},
  'gate/waived': {
    gate: 'string',
    requirement: 'string',
    text: 'string',
    reason: 'string',
    approver: 'string',
    expires: 'string',
  },
  'sign-off/recorded': {
    name: 'string',
    role: 'string',
    decision: 'string',
    conditions: 'list?',
    remarks: 'string?',
  },
  undone: {action: 'string'},
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasType(value: unknown, type: FieldType): boolean {
  const isOptional = type.endsWith('?');
  if (value === undefined) return isOptional;
  const kind = isOptional ? type.slice(0, -1) : type;
  if (kind === 'object') return isRecord(value);
  if (kind === 'list') return Array.isArray(value);
  return typeof value === kind;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Why a value is no action that this version can replay; nothing when it is one. */
function actionProblem(action: unknown): string | undefined {
  if (!isRecord(action)) return 'is not an object';
  const {id, at, actor, order, type} = action;
  if (!isFilled(id) || !isFilled(at) || !isFilled(actor)) return 'has no id, time or actor';
  if (Number.isNaN(Date.parse(at))) return 'has no valid time';
  if (typeof order !== 'number') return 'has no place in the order';
  const fields: Readonly<Record<string, FieldType>> | undefined = Object.hasOwn(
    changeFields,
    String(type),
  )
    ? changeFields[type as Change['type']]
    : undefined;
  if (!fields) return `is of an unknown type, ${JSON.stringify(type)}`;
  for (const name in fields)
    if (!hasType(action[name], fields[name] ?? 'string')) return `has no valid "${name}"`;
  return undefined;
}

/** Thrown by {@link readFormat}; the message completes "the file … ". */
export class FormatError extends Error {
  override name = 'FormatError';
}

function migrate(file: Record<string, unknown>): Record<string, unknown> {
  const {schema = 0} = file;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 0)
    throw new FormatError('has no valid schema number');
  if (schema > currentSchema)
    throw new FormatError(
      `was written by a newer version (schema ${schema}, this one knows ${currentSchema})`,
    );
  let migrated: object = file;
  for (let version = schema; version < currentSchema; version += 1)
    migrated = migrations[version]?.(migrated) ?? migrated;
  return migrated as Record<string, unknown>;
}

/**
 * Reads the text of a handoff file, of this or an older schema.
 *
 * @throws {FormatError} when the text is not such a file; nothing is repaired or guessed.
 */
export function readFormat(text: string): HandoffFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FormatError(`is not valid JSON (${(error as Error).message})`);
  }
  if (!isRecord(value)) throw new FormatError('does not hold a handoff');
  const file = migrate(value);
  const {journal, position} = file;
  if (!Array.isArray(journal)) throw new FormatError('has no journal');
  for (const [index, action] of journal.entries()) {
    const problem = actionProblem(action);
    if (problem) throw new FormatError(`is broken: action ${index + 1} of its journal ${problem}`);
  }
  if (journal[0]?.type !== 'handoff/created')
    throw new FormatError('is broken: its journal does not begin with the creation of a handoff');
  return {
    schema: currentSchema,
    journal: journal as Action[],
    ...(isRecord(position) && typeof position['step'] === 'string'
      ? {position: position as unknown as CursorPosition}
      : {}),
  };
}
