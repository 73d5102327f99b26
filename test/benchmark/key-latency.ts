import {setTimeout as pause} from 'node:timers/promises';
import {openTerminal, type OpenTerminal} from '../harness/terminal.ts';
import {keys} from '../harness/keys.ts';
import {longStepItem} from './benchmark-store.ts';
import type {Program} from './startup.ts';

/** A key held down repeats about 30 times a second; so do the keys here, in milliseconds. */
const betweenKeys = 33;

/** Milliseconds from writing a key to the terminal until its screen has the changed frame. */
export interface KeySamples {
  readonly moves: readonly number[];
  readonly ticks: readonly number[];
  /** The same for a bare Node program that answers every key with its count. */
  readonly echoes: readonly number[];
  /** How late the timer between two keys fired: what the machine itself adds. */
  readonly lateness: readonly number[];
}

/** Presses a key and resolves when `isChanged` holds for the screen, and no frame is half drawn. */
async function press(
  {terminal, write, waitFor}: OpenTerminal,
  key: string,
  isChanged: (rows: readonly string[]) => boolean,
): Promise<number> {
  const changed = waitFor((rows) => !terminal.modes.synchronizedOutputMode && isChanged(rows));
  const started = performance.now();
  write(key);
  await changed;
  return performance.now() - started;
}

/** Ticks and moves through a step of `length` items, each key next to one of the bare program. */
export async function measureKeys(
  step: Program,
  echo: Program,
  length: number,
): Promise<KeySamples> {
  const open = ({args, env = {}}: Program) => openTerminal({command: process.execPath, args, env});
  await using wizard = open(step);
  await using bare = open(echo);
  await wizard.waitFor(`❯ ○ ${longStepItem(0)}`);
  await bare.waitFor('0 keys');

  const moves: number[] = [];
  const ticks: number[] = [];
  const echoes: number[] = [];
  const lateness: number[] = [];
  const rest = async (): Promise<void> => {
    const started = performance.now();
    await pause(betweenKeys);
    lateness.push(performance.now() - started - betweenKeys);
  };
  const pressBare = async (): Promise<void> => {
    await rest();
    const answer = `${echoes.length + 1} keys`;
    echoes.push(await press(bare, 'x', ([row]) => row === answer));
    await rest();
  };
  const shows = (text: string) => (rows: readonly string[]) =>
    rows.some((row) => row.includes(text));

  for (let index = 0; index < length; index += 1) {
    await pressBare();
    ticks.push(await press(wizard, ' ', shows(`❯ ✔ ${longStepItem(index)}`)));
    if (index + 1 === length) break;
    await pressBare();
    moves.push(await press(wizard, keys.down, shows(`❯ ○ ${longStepItem(index + 1)}`)));
  }
  return {moves, ticks, echoes, lateness};
}
