// Runs on a disk of its own, which it fills up to so many free pages before each step.
import {rmSync, statfsSync, writeFileSync, closeSync, openSync, writeSync} from 'node:fs';
import path from 'node:path';
import {Problem} from '../../../source/problem.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {handoffIds} from '../../../source/store/handoff-folders.ts';
import {openLiveHandoff} from '../../../source/store/live-handoff.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {audit} from '../audit.ts';
import {keep} from '../keep.ts';
import {newHandoff} from '../store-place.ts';
import {openTally} from '../tally.ts';
import {kinds, type Token} from '../tokens.ts';

const page = 4096;
const [disk = '', pages = '1'] = process.argv.slice(2);
const home = path.join(disk, 'store');
const filler = path.join(disk, 'fill');

function freePages(): number {
  const {bavail, bsize} = statfsSync(disk);
  return Math.floor((bavail * bsize) / page);
}

/** Leaves so many pages of the disk free. */
function leave(count: number): void {
  rmSync(filler, {force: true});
  writeFileSync(filler, '');
  const handle = openSync(filler, 'a');
  for (let left = freePages(); left > count; left -= 1) writeSync(handle, Buffer.alloc(page, 1));
  closeSync(handle);
}

const tally = openTally('');
const id = await createHandoff(home, 'ana', newHandoff);
const live = openLiveHandoff(home, id, 'ben');
const told: Token[] = [];

/** Gives whether it was kept; what was refused otherwise than in words is wrong. */
async function attempt(words: string, step: () => Promise<unknown>): Promise<boolean> {
  tally.tries += 1;
  try {
    await step();
    return true;
  } catch (error) {
    const {message, stack} = error as Error;
    const isTold = error instanceof Problem && /^Not saved: .*ENOSPC/.test(message);
    if (!isTold) tally.wrong.push(`${words}: ${stack}`);
    return false;
  }
}

await keep(home, id, live, {kind: 'cursor', writer: 'ben', number: 0});
for (let free = 0; free < Number(pages); free += 1) {
  for (const kind of kinds)
    // Each four times in a row: the first finds pages that have room left, the others may not.
    for (let turn = 0; turn < 4; turn += 1) {
      const token = {kind, writer: 'ben', number: tally.tries};
      if (turn === 0) leave(free);
      const words = `${kind} with ${free} pages`;
      if ((await attempt(words, () => keep(home, id, live, token))) && kind !== 'cursor')
        told.push(token);
      if (readSnapshot(home, id).position === undefined) tally.lost.push(`the cursor, at ${words}`);
    }
  const before = new Set(handoffIds(home));
  leave(free);
  const isKept = await attempt('new', () => createHandoff(home, 'ana', newHandoff));
  const added = handoffIds(home).filter((each) => !before.has(each));
  if (added.length !== (isKept ? 1 : 0))
    tally.wrong.push(`new with ${free} pages: ${added.join()}`);
  for (const each of added) {
    readSnapshot(home, each);
    tally.acknowledged += 1;
  }
}
rmSync(filler, {force: true});
await live.close();
await audit(home, id, told, tally);
process.stdout.write(JSON.stringify(tally));
