import {keepText} from '../capture/raw-output.ts';
import {runProcess} from '../process/run-process.ts';
import {type MeasureContext} from './kind.ts';

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

/** Runs a program of the host to learn something, with its words in plain English. */
export async function askProgram(
  command: readonly string[],
  {folder, signal}: Pick<MeasureContext, 'folder' | 'signal'>,
): Promise<Answer> {
  const [stdout, stderr] = [keepText(), keepText()];
  const end = await runProcess({
    command,
    folder,
    environment: {LC_ALL: 'C'},
    signal,
    onStdout: stdout.push,
    onStderr: stderr.push,
  });
  if (end.type !== 'ended') {
    return end;
  }
  const texts = {stdout: stdout.text().text, stderr: stderr.text().text};
  return {type: 'answer', exit: end.exit, ...texts};
}
