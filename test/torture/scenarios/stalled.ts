import {execFileSync, spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {makeStoreHome} from '../../harness/store-home.ts';
import {audit} from '../audit.ts';
import {randomFrom} from '../random.ts';
import {buildWorker, startWorker} from '../start-worker.ts';
import {makeStorePlace} from '../store-place.ts';
import {openTally, skippedTally, type Tally} from '../tally.ts';

/** A writer that is stopped at some line, and goes on once another has written meanwhile. */
export async function stoppedWriter(stops: number, seed: number): Promise<Tally> {
  const tally = openTally('a writer that is stopped (SIGSTOP) and goes on');
  const draw = randomFrom(seed);
  await using place = await makeStorePlace();
  const fixture = await buildWorker();
  const slow = startWorker(fixture, {...place, writer: 'slow', count: stops * 6});
  let lines = 0;
  let next = 1;
  let wake = (): void => undefined;
  slow.onLine(() => {
    lines += 1;
    if (lines < next) return;
    slow.process.kill('SIGSTOP');
    next = lines + 1 + draw(6);
    wake();
  });
  const told = [];
  for (let stop = 0; stop < stops; stop += 1) {
    const hasStopped = new Promise<void>((resolve) => {
      wake = resolve;
    });
    slow.process.kill('SIGCONT');
    await Promise.race([hasStopped, slow.ended]);
    // It may hold the turn of the settings, which then nobody takes from it; so no trust here.
    const kinds = ['note', 'pair', 'evidence', 'draft'] as const;
    const writer = `quick${stop}`;
    const quick = startWorker(fixture, {...place, writer, first: 0, count: 4, kinds});
    const {code, stderr} = await quick.ended;
    if (code !== 0) tally.wrong.push(stderr);
    told.push(...quick.told);
    tally.tries += 1;
  }
  next = Number.POSITIVE_INFINITY;
  slow.process.kill('SIGCONT');
  const {code, stderr} = await slow.ended;
  if (code !== 0) tally.wrong.push(stderr);
  await audit(place.home, place.id, [...told, ...slow.told], tally);
  await fixture.remove();
  return tally;
}

const slowFsync = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
int fsync(int fd) {
  char line[8];
  const char *said = getenv("FSYNC_WAITS_FOR");
  FILE *gate = said ? fopen(said, "r") : NULL;
  if (gate) { fgets(line, sizeof line, gate); fclose(gate); }
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
}
`;

/** A writer whose disk answers only once another has written: each fsync waits for a line of a pipe. */
export async function slowDisk(changes: number): Promise<Tally> {
  const name = 'a disk that is slow to answer (fsync)';
  if (process.platform !== 'linux' || spawnSync('gcc', ['--version']).status !== 0)
    return skippedTally(name, 'there is no gcc');
  const tally = openTally(name);
  await using folder = makeStoreHome();
  const [source, library, gate] = ['slow.c', 'slow.so', 'gate'].map((file) =>
    path.join(folder.path, file),
  ) as [string, string, string];
  writeFileSync(source, slowFsync);
  execFileSync('gcc', ['-shared', '-fPIC', '-o', library, source, '-ldl']);
  execFileSync('mkfifo', [gate]);
  await using place = await makeStorePlace();
  const fixture = await buildWorker();
  const kinds = ['note'] as const;
  const env = {LD_PRELOAD: library, FSYNC_WAITS_FOR: gate};
  const slow = startWorker(fixture, {...place, writer: 'slow', count: changes, kinds, env});
  const told = [];
  const isOver = slow.ended.then(() => true);
  for (let turn = 0; ; turn += 1) {
    const writer = `quick${turn}`;
    const quick = startWorker(fixture, {...place, writer, count: 1, kinds});
    const {code, stderr} = await quick.ended;
    if (code !== 0) tally.wrong.push(stderr);
    told.push(...quick.told);
    tally.tries += 1;
    // Opening the pipe waits for the reader; who has ended reads none.
    const open = await openGate(gate, isOver);
    if (!open) break;
  }
  const {code, stderr} = await slow.ended;
  if (code !== 0) tally.wrong.push(stderr);
  await audit(place.home, place.id, [...told, ...slow.told], tally);
  await fixture.remove();
  return tally;
}

/** Lets one fsync go on; gives false once there is none to come. */
async function openGate(gate: string, isOver: Promise<boolean>): Promise<boolean> {
  const {promisify} = await import('node:util');
  const {execFile} = await import('node:child_process');
  const controller = new AbortController();
  const opened = promisify(execFile)('sh', ['-c', 'echo on > "$1"', 'sh', gate], {
    signal: controller.signal,
  }).then(
    () => true,
    () => false,
  );
  const ended = await Promise.race([isOver, opened.then(() => false)]);
  if (!ended) return opened;
  controller.abort();
  await opened;
  return false;
}
