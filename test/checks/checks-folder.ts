import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {CheckResult, CheckRun} from '../../source/checks/check-result.ts';
import {readChecksFile, type ReadOptions} from '../../source/checks/read-checks-file.ts';
import {runChecks, type RunOptions} from '../../source/checks/run.ts';

export interface ChecksFolder {
  readonly path: string;
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  /** Writes `handoff.yaml` and reads it. */
  readonly read: (yaml: string, options?: ReadOptions) => ReturnType<typeof readChecksFile>;
  readonly run: (yaml: string, options?: ReadOptions & RunOptions) => Promise<CheckRun>;
  /** Runs one check, given the lines below its name, and gives its result. */
  readonly check: (lines: string, options?: ReadOptions & RunOptions) => Promise<CheckResult>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** An environment in which no program is found, while a checks file is read. */
export const bareEnvironment = {environment: {PATH: '/nowhere'}};

/** A real folder for checks files and what they look at. */
export async function createChecksFolder(): Promise<ChecksFolder> {
  const root = await mkdtemp(path.join(tmpdir(), 'checks-'));
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(path.join(root, name), content);
    return path.join(root, name);
  };
  const read: ChecksFolder['read'] = async (yaml, options) =>
    readChecksFile(await write('handoff.yaml', yaml), options);
  const run: ChecksFolder['run'] = async (yaml, options) =>
    runChecks(await read(yaml, options), options);
  return {
    path: root,
    write,
    read,
    run,
    async check(lines, options) {
      const body = lines
        .trim()
        .split('\n')
        .map((line) => `    ${line}`);
      const {results} = await run(['checks:', '  - name: it', ...body].join('\n'), options);
      const [result] = results;
      if (!result) throw new Error('The check gave no result.');
      return result;
    },
    [Symbol.asyncDispose]: async () => rm(root, {recursive: true, force: true}),
  };
}
