import {readFileSync} from 'node:fs';
import path from 'node:path';
import {writeBeside} from '../write-beside.ts';

function signPath(home: string, handoff: string): string {
  return path.join(home, 'running', handoff);
}

/** Notes that a running session was watched at an instant; it survives a crash of the program. */
export async function keepSignOfLife(home: string, handoff: string, at: string): Promise<void> {
  await writeBeside(signPath(home, handoff), at);
}

/** The last instant at which a running session was watched; nothing where nobody has. */
export function readSignOfLife(home: string, handoff: string): string | undefined {
  try {
    const at = readFileSync(signPath(home, handoff), 'utf8').trim();
    return Number.isNaN(Date.parse(at)) ? undefined : at;
  } catch {
    return undefined;
  }
}
