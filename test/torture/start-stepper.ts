import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {Fixture} from '../harness/build-fixture.ts';

/** What came of a step: it was kept (with an id where it made something), or refused in words. */
export interface Answer {
  readonly kept?: string;
  readonly refused?: string;
}

/** A process of its own that does one step at a time. */
export interface Stepper extends AsyncDisposable {
  readonly pid: number;
  /** Does a step: a token, "new" or "limit BYTES". */
  readonly ask: (step: string) => Promise<Answer>;
}

export function startStepper(
  {path: script}: Fixture,
  {home, id}: {readonly home: string; readonly id: string},
  env: NodeJS.ProcessEnv = {},
): Stepper {
  const child = spawn(process.execPath, [script, home, id], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {...process.env, ...env},
  });
  const answers = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    async ask(step) {
      child.stdin.write(`${step}\n`);
      const {value, done} = await answers.next();
      if (done) await once(child, 'close');
      if (done)
        throw new Error(`The process ended at "${step}": ${child.exitCode} ${child.signalCode}`);
      return JSON.parse(value) as Answer;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'close');
    },
  };
}
