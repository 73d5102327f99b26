import type {Action} from '../../handoff/changes/catalogue.ts';
import {changeProblem} from '../../handoff/changes/read-change.ts';
import type {CursorPosition} from '../progress/cursor.ts';

/** A handoff as it was stored before there were journal files: all of it in one JSON file. */
export interface OldHandoffFile {
  readonly journal: readonly Action[];
  readonly position?: CursorPosition;
}

/** The last number that this format got. */
const currentSchema = 1;

/** `migrations[n]` turns a file of schema n into one of schema n + 1. */
const migrations: Readonly<Record<number, (file: object) => object>> = {
  // Files of the first drafts carried no number; their journal has the shape of schema 1.
  0: (file) => ({...file, schema: 1}),
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Thrown by {@link readOldFormat}; the message completes "the file … ". */
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
 * Reads the text of a handoff file, of this or an older schema. Whether each action after the
 * first is one, is looked at line by line once it is in a journal.
 *
 * @throws {FormatError} when the text is not such a file; nothing is repaired or guessed.
 */
export function readOldFormat(text: string): OldHandoffFile {
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
  if (journal[0]?.type !== 'handoff/created')
    throw new FormatError('is broken: its journal does not begin with the creation of a handoff');
  const problem = changeProblem(journal[0]);
  if (problem) throw new FormatError(`is broken: the creation of the handoff ${problem}`);
  return {
    journal: journal as Action[],
    ...(isRecord(position) && typeof position['step'] === 'string'
      ? {position: position as unknown as CursorPosition}
      : {}),
  };
}
