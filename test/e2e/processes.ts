import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {expect} from 'vitest';
import {isRunning, pidsIn} from '../checks/servers/processes.ts';
import {eventually} from './eventually.ts';

/** Resolves with the process ids in a file as soon as there are some. */
export async function pidsWrittenTo(file: string): Promise<readonly number[]> {
  return eventually(async () => {
    const pids = await pidsIn(file);
    expect(pids).not.toEqual([]);
    return pids;
  });
}

/** Fails unless none of the processes runs any more. */
export async function expectGone(pids: readonly number[]): Promise<void> {
  expect(pids).not.toEqual([]);
  for (const pid of pids) expect(await isRunning(pid), `process ${pid} still runs`).toBe(false);
}

/** The lines of a file that a check appends to each time it runs; none before. */
export async function linesOf(file: string): Promise<readonly string[]> {
  if (!existsSync(file)) return [];
  return (await readFile(file, 'utf8')).split('\n').filter(Boolean);
}
