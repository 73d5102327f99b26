import {hash, randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {writeBesideSync} from '../write-beside.ts';

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** What tells this machine from all others that may reach the same folder. */
function machine(): string {
  // Containers of one image share the id, copies of one machine share the name: both count.
  return `${readText('/etc/machine-id')} ${os.hostname()}`;
}

const storeIdFile = (home: string) => path.join(home, 'store-id');

function knownStoreId(home: string): string | undefined {
  const known = readText(storeIdFile(home));
  return /^[0-9a-f]{16}$/.test(known) ? known : undefined;
}

/** What tells this store from all others, also from one that was copied to another machine. */
function storeId(home: string): string {
  const file = storeIdFile(home);
  const known = knownStoreId(home);
  if (known !== undefined) return known;
  const made = randomBytes(8).toString('hex');
  writeBesideSync(file, `${made}\n`);
  // Of two that make one at once, both go on with the one that stays.
  return readText(file) || made;
}

const known = new Map<string, string>();

/**
 * The name under which this machine and store write, the same from run to run. Each has journal
 * files of its own, so that no two ever write one file.
 *
 * @throws {StoreError} when the store cannot be written.
 */
export function writerName(home: string): string {
  const before = known.get(home);
  if (before !== undefined) return before;
  const id = hash('sha256', `${storeId(home)} ${machine()}`, 'hex').slice(0, 12);
  const host = os
    .hostname()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 20);
  const name = `${host.replaceAll(/^-+|-+$/g, '') || 'host'}-${id}`;
  known.set(home, name);
  return name;
}

/** {@link writerName}, where this store has one already; nothing is written. */
export function writerNameIfAny(home: string): string | undefined {
  return known.has(home) || knownStoreId(home) !== undefined ? writerName(home) : undefined;
}

/**
 * Gives this store another name to write under, where its own turns out to be written by another: a
 * copy of the store on a copy of the machine, or what came after a backup of it.
 *
 * @throws {StoreError} when the store cannot be written.
 */
export function renewWriter(home: string): void {
  writeBesideSync(storeIdFile(home), `${randomBytes(8).toString('hex')}\n`);
  known.delete(home);
}
