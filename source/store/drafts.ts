import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {writeBeside} from './write-beside.ts';

function draftPath(home: string, handoff: string, item: string): string {
  // Item ids may hold any letters; a hash is always a good file name.
  const name = createHash('sha256').update(item).digest('hex').slice(0, 32);
  return path.join(home, 'drafts', `${handoff}.${name}`);
}

/** Keeps text that is being written, so that not even kill -9 loses what the screen showed. */
export async function keepDraft(
  home: string,
  handoff: string,
  item: string,
  text: string,
): Promise<void> {
  await writeBeside(draftPath(home, handoff, item), text);
}

/** A draft that a crash left behind, or nothing. */
export function readDraft(home: string, handoff: string, item: string): string | undefined {
  try {
    return readFileSync(draftPath(home, handoff, item), 'utf8');
  } catch {
    return undefined;
  }
}

/** Forgets a draft once its text stands in the journal. */
export async function dropDraft(home: string, handoff: string, item: string): Promise<void> {
  await rm(draftPath(home, handoff, item), {force: true});
}
