import {audit} from '../audit.ts';
import {buildWorker, startWorker} from '../start-worker.ts';
import {makeStorePlace} from '../store-place.ts';
import {openTally, type Tally} from '../tally.ts';

/** Four processes that keep all kinds of things in one store at once. */
export async function fourProcesses(count: number): Promise<Tally> {
  const tally = openTally('four processes through the store');
  await using place = await makeStorePlace();
  const fixture = await buildWorker();
  const workers = ['ana', 'ben', 'cleo', 'dora'].map((writer) =>
    startWorker(fixture, {
      ...place,
      writer,
      count,
      kinds: ['note', 'pair', 'trust', 'evidence', 'draft'],
    }),
  );
  for (const {ended} of workers) {
    const {code, stderr} = await ended;
    tally.tries += 1;
    if (code !== 0) tally.wrong.push(stderr);
  }
  await audit(
    place.home,
    place.id,
    workers.flatMap(({told}) => told),
    tally,
  );
  await fixture.remove();
  return tally;
}
