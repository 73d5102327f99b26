import {execa} from 'execa';
import {narrate} from '../tell-aside.ts';
import {watchCall} from './end-calls.ts';
import type {NotStarted} from './start-program.ts';

export interface Call {
  /** A program with its arguments; no shell sees them. */
  readonly command: readonly [program: string, ...args: string[]];
  /** Default: where this program runs. */
  readonly folder?: string;
  /** All of it. Default: the environment of this program. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What it reads. Default: nothing. */
  readonly input?: 'terminal' | {readonly file: string} | {readonly text: string};
  /** It draws on the terminal, and nothing of its output is kept. */
  readonly isDrawing?: boolean;
  /** It asks on stderr, which is kept all the same. */
  readonly isAskingOnStderr?: boolean;
  /** Milliseconds after which it is ended. Default: never. */
  readonly patience?: number;
}

export type Answer =
  | {
      readonly type: 'answer';
      readonly isGood: boolean;
      /** None when a signal ended it. */
      readonly exit?: number;
      readonly stdout: string;
      readonly stderr: string;
    }
  | NotStarted;

/** The most that is kept of what a program answers, in characters. */
const longest = 1024 * 1024;

function reading(input: Call['input']) {
  if (input === undefined) return {stdin: 'ignore'} as const;
  if (input === 'terminal') return {stdin: 'inherit'} as const;
  return 'text' in input ? {input: input.text} : {inputFile: input.file};
}

/**
 * Runs a program that answers shortly, or that has the terminal meanwhile, and resolves when it has
 * ended. It shares this program's process group: Ctrl+C in the terminal reaches both, and who has it reads the keys.
 */
export async function callProgram(call: Call): Promise<Answer> {
  const {
    command,
    folder,
    environment,
    input,
    isDrawing = false,
    isAskingOnStderr = false,
    patience,
  } = call;
  const [program, ...args] = command;
  const stderr = isAskingOnStderr ? (['inherit', 'pipe'] as const) : 'pipe';
  narrate(() => `starts ${program}`);
  const child = execa(program, args, {
    ...reading(input),
    stdout: isDrawing ? 'inherit' : 'pipe',
    stderr: isDrawing ? 'inherit' : stderr,
    ...(folder === undefined ? {} : {cwd: folder}),
    ...(environment === undefined ? {} : {env: environment, extendEnv: false}),
    ...(patience === undefined ? {} : {timeout: patience}),
    maxBuffer: longest,
    reject: false,
  });
  if (child.pid !== undefined) watchCall({pid: child.pid, ended: child});
  const result = await child;
  narrate(() => `${program} has ended`);
  const {exitCode, failed, code, originalMessage = '', isTerminated, isMaxBuffer} = result;
  if (exitCode === undefined && !isTerminated && !isMaxBuffer)
    return {type: 'not-started', program, code: code ?? originalMessage};
  return {
    type: 'answer',
    isGood: !failed,
    ...(exitCode === undefined ? {} : {exit: exitCode}),
    stdout: result.stdout ?? '',
    stderr: result.stderr ?? '',
  };
}
