import {setTimeout as pause} from 'node:timers/promises';
import {audit} from '../audit.ts';
import {randomFrom} from '../random.ts';
import {buildWorker, startWorker, type Worker} from '../start-worker.ts';
import {makeStorePlace} from '../store-place.ts';
import {openTally, type Tally} from '../tally.ts';
import type {Token} from '../tokens.ts';
import {expectSwept} from '../expect-swept.ts';

/** More than any life lasts. */
const perLife = 1000;

/** Kills a writer after it has said so many lines, or at some moment; which of the two is drawn. */
async function kill(worker: Worker, draw: (below: number) => number): Promise<void> {
  const isAtMoment = draw(2) === 0;
  const isAtStart = draw(10) === 0;
  const lines = 1 + draw(8);
  const moment = draw(isAtStart ? 150 : 12);
  await new Promise<void>((resolve) => {
    if (isAtStart) resolve();
    let seen = 0;
    worker.onLine(() => {
      seen += 1;
      // A moment counts from the opening, so that it falls into the writing.
      if (isAtMoment ? seen === 1 : seen === lines) resolve();
    });
    void worker.ended.then(() => resolve());
  });
  if (isAtMoment || isAtStart) await pause(moment);
  worker.process.kill('SIGKILL');
}

/** Kills writers of all that a store keeps, one after the other, on one store that goes on. */
export async function kills(count: number, seed: number): Promise<Tally> {
  const tally = openTally(`kill -9 (seed ${seed})`);
  const draw = randomFrom(seed);
  await using place = await makeStorePlace();
  const fixture = await buildWorker();
  const told: Token[] = [];
  for (let life = 0; life < count; life += 1) {
    const first = life * perLife;
    const worker = startWorker(fixture, {...place, writer: 'ben', first, count: perLife});
    await kill(worker, draw);
    const {code, stderr} = await worker.ended;
    if (code !== null) tally.unopened.push(`life ${life} ended by itself: ${stderr}`);
    told.push(...worker.told);
    tally.tries += 1;
  }
  await audit(place.home, place.id, told, tally);
  await expectSwept(place, tally);
  await fixture.remove();
  return tally;
}
