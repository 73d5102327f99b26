import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import path from 'node:path';
import {buildFixture, type Fixture} from '../harness/build-fixture.ts';
import {readToken, type Kind, type Token} from './tokens.ts';

/** A running writer and what it has said so far. */
export interface Worker {
  readonly process: ChildProcess;
  readonly told: readonly Token[];
  /** Calls back for each line; "open" comes first, then what was kept. */
  readonly onLine: (listener: (line: string) => void) => void;
  /** Resolves when it has ended and all that it said was read. */
  readonly ended: Promise<{readonly code: number | null; readonly stderr: string}>;
}

export interface WorkerOptions {
  readonly home: string;
  readonly id: string;
  readonly writer: string;
  readonly first?: number;
  readonly count: number;
  readonly kinds?: readonly Kind[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Bundles the writer, which makes its start quick enough for a thousand of them. */
export function buildWorker(name = 'worker.ts'): Promise<Fixture> {
  return buildFixture(path.join(import.meta.dirname, name));
}

export function startWorker({path: script}: Fixture, options: WorkerOptions): Worker {
  const {home, id, writer, first = 0, count, kinds = [], env = {}} = options;
  const args = [script, home, id, writer, String(first), String(count), kinds.join()];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, ...env},
  });
  const told: Token[] = [];
  const listeners: ((line: string) => void)[] = [];
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => {
    stderr += String(data);
  });
  const lines = createInterface({input: child.stdout});
  lines.on('line', (line) => {
    const token = readToken(line);
    if (token) told.push(token);
    for (const listener of listeners) listener(line);
  });
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(([[code]]) => ({
    code: code as number | null,
    stderr,
  }));
  return {process: child, told, onLine: (listener) => void listeners.push(listener), ended};
}
