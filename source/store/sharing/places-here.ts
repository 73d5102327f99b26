import {readFileSync} from 'node:fs';
import path from 'node:path';
import {writeBesideSync} from '../write-beside.ts';

/** Where a handoff lies on this machine, which is no matter of those it is shared with. */
export interface Places {
  /** Absolute; its workspace here, where that is another than on the machine it was begun on. */
  readonly workspace?: string;
  /** Absolute; the folder in whose `.handoff` it is shared. */
  readonly shared?: string;
}

function placesFile(home: string, id: string): string {
  return path.join(home, 'places', `${id}.json`);
}

/** What is known of where a handoff lies here; nothing where nobody has said anything. */
export function readPlaces(home: string, id: string): Places {
  try {
    const {workspace, shared} = JSON.parse(readFileSync(placesFile(home, id), 'utf8')) as Places;
    const isPlace = (value: unknown) => typeof value === 'string' && path.isAbsolute(value);
    return {
      ...(isPlace(workspace) ? {workspace: String(workspace)} : {}),
      ...(isPlace(shared) ? {shared: String(shared)} : {}),
    };
  } catch {
    return {};
  }
}

/**
 * Keeps where a handoff lies here; what is not given stays.
 *
 * @throws {StoreError} when the disk refuses.
 */
export function keepPlaces(home: string, id: string, places: Places): void {
  const before = readPlaces(home, id);
  const after = {...before, ...places};
  if (after.workspace === before.workspace && after.shared === before.shared) return;
  writeBesideSync(placesFile(home, id), `${JSON.stringify(after)}\n`);
}
