import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {audit} from '../audit.ts';
import {buildWorker, startWorker} from '../start-worker.ts';
import {makeStorePlace} from '../store-place.ts';
import {openTally, type Tally} from '../tally.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {notedItem} from '../keep.ts';

const year = 365 * 24 * 60 * 60 * 1000;
/** Where the clock of one writer after the other stands, in years from now. */
const shifts = [0, 30, -40, 5, -56, 0, 100, -1, 0];

/** Writers whose clocks are years apart, one after the other: the last word stays the last. */
export async function clocks(count: number): Promise<Tally> {
  const tally = openTally('clocks set years back and ahead');
  await using place = await makeStorePlace();
  const fixture = await buildWorker();
  const shift = path.join(path.dirname(place.home), 'shift');
  const clock = fileURLToPath(new URL('../../fixtures/shifted-clock.js', import.meta.url));
  const env = {SHIFTED_CLOCK: shift, NODE_OPTIONS: `--import=${clock}`};
  const told = [];
  for (const [index, years] of shifts.entries()) {
    writeFileSync(shift, String(years * year));
    const writer = `clock${index}`;
    const worker = startWorker(fixture, {...place, writer, first: index * 1000, count, env});
    const {code, stderr} = await worker.ended;
    if (code !== 0) tally.wrong.push(`${years} years: ${stderr}`);
    told.push(...worker.told);
    tally.tries += 1;
    const last = worker.told.findLast(({kind}) => kind === 'note' || kind === 'pair');
    const note = readSnapshot(place.home, place.id).handoff.items[notedItem]?.note;
    if (last && !note?.startsWith(`${last.kind} ${writer} ${last.number}`))
      tally.wrong.push(`at ${years} years "${note}" is the last word`);
  }
  // Where writers are different people, their cursor is one: the last one's.
  const newest = told.filter(({kind, writer}) => kind !== 'cursor' || writer.endsWith('8'));
  await audit(place.home, place.id, newest, tally);
  await fixture.remove();
  return tally;
}
