import {readFileSync} from 'node:fs';
import path from 'node:path';
import {writeBeside} from '../write-beside.ts';

const placeFile = (home: string, digest: string) => path.join(home, 'received', digest, 'place');

/** The key of the row where the wizard of a kit was left; nothing where it was never open. */
export function readPlace(home: string, digest: string): string | undefined {
  try {
    return readFileSync(placeFile(home, digest), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Keeps it, for when the kit is opened again. */
export async function savePlace(home: string, digest: string, key: string): Promise<void> {
  await writeBeside(placeFile(home, digest), `${key}\n`);
}
