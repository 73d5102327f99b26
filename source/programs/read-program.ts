import {execa} from 'execa';
import {watchCall} from './end-calls.ts';
import type {NotStarted} from './start-program.ts';

export interface Reading {
  /** A program with its arguments; no shell sees them. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly folder: string;
  /** All of it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What it reads. Default: nothing. */
  readonly input?: string;
  /** The most bytes that are taken of what it prints; with more it is ended, and is not good. */
  readonly most: number;
  /** It has the terminal, where it may ask for a password. Without, it has none to ask on. */
  readonly hasTerminal: boolean;
  /** Milliseconds after which it is ended. Default: never. */
  readonly patience?: number;
}

export type Read =
  | {
      readonly type: 'read';
      /** It ended with 0, in time and within its bounds. */
      readonly isGood: boolean;
      readonly stdout: Uint8Array;
      readonly stderr: string;
    }
  | NotStarted;

/** Runs a program and takes what it prints as bytes. */
export async function readProgram(reading: Reading): Promise<Read> {
  const {command, folder, environment, input, most, hasTerminal, patience} = reading;
  const [program, ...args] = command;
  const child = execa(program, args, {
    ...(input === undefined ? {stdin: 'ignore'} : {input}),
    cwd: folder,
    env: environment,
    extendEnv: false,
    // A session of its own has no terminal.
    detached: !hasTerminal,
    encoding: 'buffer',
    maxBuffer: most,
    reject: false,
    ...(patience === undefined ? {} : {timeout: patience}),
  });
  if (child.pid !== undefined) watchCall({pid: child.pid, ended: child});
  const {
    exitCode,
    failed,
    code,
    originalMessage = '',
    isTerminated,
    isMaxBuffer,
    timedOut,
    ...out
  } = await child;
  if (exitCode === undefined && !isTerminated && !isMaxBuffer && !timedOut)
    return {type: 'not-started', program, code: code ?? originalMessage};
  return {
    type: 'read',
    isGood: !failed,
    stdout: out.stdout ?? new Uint8Array(),
    stderr: timedOut
      ? `no answer within ${(patience ?? 0) / 1000} s`
      : new TextDecoder().decode(out.stderr),
  };
}
