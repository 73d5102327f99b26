import {createReadStream, createWriteStream, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {fileURLToPath} from 'node:url';
import {timed, timerOf, type Program, type Timer} from './startup.ts';

const gibibyte = 1024 ** 3;

/** What 1 GiB of a log is scanned for; some lines have it. */
const pattern = 'ERROR|FATAL';

export interface ChecksLoad {
  /** Runs a checks file with the built program. */
  readonly check: (file: string, ...args: readonly string[]) => Program;
  readonly folder: string;
}

function writeChecks(folder: string, name: string, checks: readonly string[]): string {
  mkdirSync(folder, {recursive: true});
  const file = path.join(folder, name);
  writeFileSync(file, `checks:\n${checks.map((check) => `  - ${check}\n`).join('')}`);
  return file;
}

export interface ManyChecks {
  /** The whole program, and a few lines of execa that start as many shells. */
  readonly timers: readonly [Timer, Timer];
  /** What both say that their runs took, without their own start and report. */
  readonly runs: readonly number[];
  readonly referenceRuns: readonly number[];
}

/** Times `count` checks of `true`, eight at a time. */
export function manyChecks({check, folder}: ChecksLoad, count: number): ManyChecks {
  const checks = Array.from(
    {length: count},
    (_, index) => `{name: check ${index}, command: 'true', expect: {exit: 0}}`,
  );
  const file = writeChecks(folder, 'many.yaml', checks);
  const {args, env = {}} = check(file, '--jobs', '8', '--json');
  const [runs, referenceRuns]: [number[], number[]] = [[], []];
  const ours: Timer = async () => {
    const {stdout, took} = await timed(process.execPath, args, {...process.env, ...env});
    const {duration, counts} = JSON.parse(stdout) as {duration: number; counts: {pass: number}};
    if (counts.pass !== count) throw new Error(`Only ${counts.pass} of ${count} checks passed.`);
    runs.push(duration);
    return took;
  };
  const script = fileURLToPath(new URL('execa-shells.js', import.meta.url));
  const reference: Timer = async () => {
    const {stdout, took} = await timed(process.execPath, [script, String(count)]);
    referenceRuns.push(Number(stdout));
    return took;
  };
  return {timers: [ours, reference], runs, referenceRuns};
}

/** Lines as a service writes them, of which one in a thousand is an error. */
function* logLines(length: number): Generator<string> {
  const line = (index: number) => {
    const level = index % 1000 === 999 ? 'ERROR' : 'INFO ';
    return `2026-03-01T09:12:${String(index % 60).padStart(2, '0')}Z ${level} pay[${index}]: request ${index * 7} done in ${index % 90} ms\n`;
  };
  const block = Array.from({length: 10_000}, (_, index) => line(index)).join('');
  for (let written = 0; written < length; written += block.length) yield block;
}

/** Times a `log` check over a file of 1 GiB, and `grep -cE` with the same pattern. */
export async function logTimers({check, folder}: ChecksLoad): Promise<readonly [Timer, Timer]> {
  const log = path.join(folder, 'gibibyte.log');
  const file = writeChecks(folder, 'log.yaml', [
    `{name: log, log: ${log}, expect: {require: /${pattern}/}}`,
  ]);
  await pipeline(Readable.from(logLines(gibibyte)), createWriteStream(log));
  // Both read from memory from here on.
  for await (const _ of createReadStream(log));
  return [timerOf(check(file)), async () => (await timed('grep', ['-cE', pattern, log])).took];
}

/** How far memory grows while a check prints 1 GiB, in MiB. */
export function memoryGrowth({folder}: ChecksLoad): Timer {
  const file = writeChecks(folder, 'big.yaml', [
    "{name: small, command: 'head -c 4000000 /dev/zero', expect: {exit: 0}}",
    `{name: big, command: 'head -c ${gibibyte} /dev/zero', expect: {exit: 0}}`,
  ]);
  const script = fileURLToPath(new URL('../checks/measure-memory.ts', import.meta.url));
  return async () => {
    const {stdout} = await timed(process.execPath, [script, file]);
    const {growth, bytes} = JSON.parse(stdout) as {growth: number; bytes: number};
    if (bytes !== gibibyte) throw new Error(`The check saw ${bytes} bytes.`);
    return growth / 1024 ** 2;
  };
}
