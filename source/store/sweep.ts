import {readdirSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {unfinished} from './write-beside.ts';

/** What was not finished for this long, in milliseconds, was left by a process that was killed. */
const abandonedAfter = 3_600_000;

/** Whether a name is of a file that was being written: by this program, or by conf. */
function isUnfinished(name: string): boolean {
  return name.includes(unfinished) || /\.tmp-\w+$/.test(name);
}

function sweepFolder(folder: string, now: number): void {
  for (const {name} of readdirSync(folder, {withFileTypes: true})) {
    const file = path.join(folder, name);
    const stats = isUnfinished(name) && statSync(file, {throwIfNoEntry: false});
    if (stats && now - stats.mtimeMs > abandonedAfter) rmSync(file, {recursive: true, force: true});
  }
}

/** Takes away what killed processes have left half written. What a disk refuses stays. */
export function sweep(home: string, now = Date.now()): void {
  for (const name of ['.', 'handoffs', 'progress', 'evidence', 'drafts', 'running']) {
    try {
      sweepFolder(path.join(home, name), now);
    } catch {
      // Not there, or read-only: nothing is lost by leaving it.
    }
  }
}
