import {execFile} from 'node:child_process';
import {setTimeout as pause} from 'node:timers/promises';
import {promisify} from 'node:util';
import {openTerminal, type OpenTerminal} from '../harness/terminal.ts';

/** A program as it is started again and again. All run on the Node that runs the benchmark. */
export interface Program {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export type Timer = () => Promise<number>;

const run = promisify(execFile);

function start({args, env = {}}: Program): OpenTerminal {
  return openTerminal({command: process.execPath, args, env});
}

/** Longer than any pause between two parts of one frame, in milliseconds. */
const quiet = 700;

/** The whole screen once it shows `sign` and nothing changes any more. */
async function settledScreen(program: Program, sign: RegExp): Promise<string> {
  await using terminal = start(program);
  await terminal.waitFor(sign, {timeout: 30_000});
  for (let before = ''; ;) {
    const screen = terminal.screen().join('\n');
    if (screen === before) return screen;
    before = screen;
    await pause(quiet);
  }
}

/**
 * A timer from the start of a program until its first frame stands, whole. Which frame that is, is
 * learned beforehand from a run that is left to settle.
 */
export async function frameTimer(program: Program, sign: RegExp): Promise<Timer> {
  const frame = await settledScreen(program, sign);
  return async () => {
    const started = performance.now();
    await using terminal = start(program);
    await terminal.waitFor((rows) => rows.join('\n') === frame, {timeout: 30_000});
    return performance.now() - started;
  };
}

/** A timer from the start of a program until it has ended and all it wrote is on the screen. */
export function wholeRunTimer(program: Program, sign: RegExp): Timer {
  return async () => {
    const started = performance.now();
    await using terminal = start(program);
    const {exitCode} = await terminal.exited;
    const took = performance.now() - started;
    const screen = terminal.screen().join('\n');
    if (exitCode !== 0 || !sign.test(screen))
      throw new Error(`"${program.args.join(' ')}" ended with ${exitCode} and showed:\n${screen}`);
    return took;
  };
}

/** What a command printed, and how long it took in milliseconds. */
export async function timed(command: string, args: readonly string[], env = process.env) {
  const started = performance.now();
  const {stdout} = await run(command, args, {env, maxBuffer: 16 * 1024 * 1024});
  return {stdout, took: performance.now() - started};
}

/** A timer of a program that needs no terminal. */
export function timerOf({args, env = {}}: Program): Timer {
  return async () => (await timed(process.execPath, args, {...process.env, ...env})).took;
}

/** Runs a program once and ends it as a person would, so that its compile cache is written. */
export async function warmUp(program: Program, sign: RegExp, leaveWith: string): Promise<void> {
  await using terminal = start(program);
  await terminal.waitFor(sign, {timeout: 30_000});
  await pause(quiet);
  terminal.write(leaveWith);
  await terminal.exited;
}

/**
 * Takes turns, A B A B, so that whatever else the machine does meets all alike; every other round
 * goes backwards, so that none always follows the same one. Gives the samples of each timer.
 */
export async function takeTurns(timers: readonly Timer[], rounds: number): Promise<number[][]> {
  const samples = timers.map((): number[] => []);
  const forwards = [...timers.entries()];
  const backwards = forwards.toReversed();
  for (let round = 0; round < rounds; round += 1)
    for (const [index, timer] of round % 2 === 0 ? forwards : backwards)
      samples[index]?.push(await timer());
  return samples;
}
