import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {handoffsFolder} from './store-home.ts';
import {StoreError, UnknownHandoffError} from './store-error.ts';

const idPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;
const oldEnding = '.json';

/** The folder of a handoff's journal. */
export function handoffFolder(home: string, id: string): string {
  return path.join(handoffsFolder(home), id);
}

/** The one file that held a handoff before it had a journal; it stays beside once taken over. */
export function oldHandoffFile(home: string, id: string): string {
  return path.join(handoffsFolder(home), `${id}${oldEnding}`);
}

/** A problem of reading the store. */
export function cannotRead(file: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    `The store cannot be read: ${reason}`,
    file,
    'Check that the folder belongs to you, or name another with HANDOFF_WIZARD_HOME.',
    {cause: error},
  );
}

/** Ids of the handoffs in a store, in alphabetical order; empty when there is no store yet. */
export function handoffIds(home: string): string[] {
  try {
    const ids = readdirSync(handoffsFolder(home), {withFileTypes: true}).map((found) =>
      found.isDirectory()
        ? found.name
        : found.name.endsWith(oldEnding)
          ? found.name.slice(0, -oldEnding.length)
          : '',
    );
    return [...new Set(ids)].filter((id) => idPattern.test(id)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cannotRead(handoffsFolder(home), error);
  }
}

/** Whether a store has such a handoff, broken or whole. */
export function isHandoff(home: string, id: string): boolean {
  // An id is part of a path, so it is letters, digits and hyphens.
  return (
    idPattern.test(id) &&
    (existsSync(handoffFolder(home, id)) || existsSync(oldHandoffFile(home, id)))
  );
}

/** @throws {UnknownHandoffError} when a store has no such handoff, broken or whole. */
export function requireHandoff(home: string, id: string): void {
  if (!isHandoff(home, id)) throw new UnknownHandoffError(id, handoffIds(home));
}
