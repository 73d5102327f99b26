import {keepText} from '../capture/raw-output.ts';
import type {MeasureContext} from './kind.ts';

export type Answer =
  | {
      readonly type: 'answer';
      readonly exit: number;
      readonly stdout: string;
      readonly stderr: string;
    }
  /** `code` as Node has it: ENOENT, EACCES. */
  | {readonly type: 'not-started'; readonly code: string}
  | {readonly type: 'aborted'};

/** What asking needs of a check's surroundings. */
export type AskContext = Pick<MeasureContext, 'run' | 'isElsewhere'>;

/** Runs a program of the host to learn something, with its words in plain English. */
export async function askProgram(
  command: readonly string[],
  {run, isElsewhere}: AskContext,
): Promise<Answer> {
  const [stdout, stderr] = [keepText(), keepText()];
  const end = await run({
    command,
    environment: {LC_ALL: 'C'},
    onStdout: stdout.push,
    onStderr: stderr.push,
  });
  if (end.type === 'not-started') return {type: 'not-started', code: end.reason ?? end.code};
  if (end.type === 'aborted') return end;
  if (isElsewhere && (end.exit === 126 || end.exit === 127))
    // What stands before the command was started, and did not find it.
    return {type: 'not-started', code: 'ENOENT'};
  const texts = {stdout: stdout.text().text, stderr: stderr.text().text};
  return {type: 'answer', exit: end.exit, ...texts};
}
