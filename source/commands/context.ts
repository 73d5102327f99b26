import {Problem} from '../problem.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {storeHome} from '../store/home.ts';
import {actorName} from '../store/settings.ts';
import {readSnapshot, type Snapshot} from '../store/snapshot.ts';
import {listHandoffs} from '../store/list-handoffs.ts';

/** Who acts on which store. */
export interface Context {
  readonly home: string;
  readonly actor: string;
}

/** The store and the person of this process. */
export function readContext(): Context {
  const home = storeHome();
  return {home, actor: actorName(home)};
}

/**
 * The handoff that a command means: the one named, else the one worked on last.
 *
 * @throws {Problem} when there is none.
 */
export function chooseSnapshot(home: string, id?: string): Snapshot {
  if (id !== undefined) return readSnapshot(home, id);
  const {handoffs, broken} = listHandoffs(home);
  const [latest] = handoffs;
  if (latest) return readSnapshot(home, latest.id);
  if (broken[0]) throw broken[0];
  throw new Problem(
    'There is no handoff yet.',
    'Start one with "handoff-wizard new --customer NAME --system NAME".',
  );
}

/** {@link chooseSnapshot} for those who need no journal. */
export function chooseHandoff(home: string, id?: string): Handoff {
  return chooseSnapshot(home, id).handoff;
}

/** Whether the wizard can draw and read keys here. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY && process.env['TERM'] !== 'dumb';
}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2));
}
