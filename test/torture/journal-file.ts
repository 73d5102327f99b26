import {readdirSync} from 'node:fs';
import path from 'node:path';

/** The file that this machine writes for a handoff. */
export function journalFileOf(home: string, id: string): string {
  const folder = path.join(home, 'handoffs', id);
  const name = readdirSync(folder).find((found) => found.endsWith('.jsonl')) ?? '';
  return path.join(folder, name);
}
