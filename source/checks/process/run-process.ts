import {type ChildProcessByStdio, spawn} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';
import {type Readable} from 'node:stream';
import {endGroup, forgetGroup, watchGroup} from './process-groups.ts';

export interface ProcessOrder {
  /** A string goes to `/bin/sh -c`; a list is a program with its arguments, and no shell. */
  readonly command: string | readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Aborting ends the whole process group. */
  readonly signal: AbortSignal;
  /** Leaves processes running that the command started in the background and did not end. */
  readonly isKeepingChildren?: boolean | undefined;
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly onStderr: (chunk: Uint8Array) => void;
}

export type ProcessEnd =
  | {
      readonly type: 'ended';
      /** As a shell counts: 128 plus the signal's number when a signal ended it. */
      readonly exit: number;
      readonly signal?: NodeJS.Signals;
      /** Milliseconds until the command itself had ended. */
      readonly duration: number;
    }
  | {readonly type: 'aborted'}
  /** It could not be started; `code` as Node has it: ENOENT, EACCES. */
  | {readonly type: 'not-started'; readonly program: string; readonly code: string};

/** How long output may still come after the command and all its children have ended. */
const lastOutput = 500;

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start({command, folder, environment}: ProcessOrder): {child: Child; program: string} {
  const [program = '', ...words] =
    typeof command === 'string' ? ['/bin/sh', '-c', command] : command;
  const child = spawn(program, words, {
    cwd: folder,
    env: environment ? {...process.env, ...environment} : process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return {child, program};
}

async function startFailure(child: Child): Promise<string> {
  const [error] = (await once(child, 'error')) as [NodeJS.ErrnoException];
  return error.code ?? error.message;
}

/** Waits for the end of the output, but not for someone who escaped the group and holds it open. */
async function drain(child: Child, closed: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, lastOutput);
  });
  await Promise.race([closed, patience]);
  clearTimeout(timer);
  child.stdout.destroy();
  child.stderr.destroy();
}

/**
 * Runs a command in a process group of its own, without input, and resolves when it and (unless they
 * are to be kept) all it started are gone. Output is handed on as it comes and never gathered.
 */
export async function runProcess(order: ProcessOrder): Promise<ProcessEnd> {
  const {signal, onStdout, onStderr, isKeepingChildren = false} = order;
  if (signal.aborted) {
    return {type: 'aborted'};
  }
  const started = performance.now();
  let child: Child;
  let program = '';
  try {
    ({child, program} = start(order));
  } catch (error) {
    // A NUL byte or an over-long argument list is refused before anything starts.
    return {type: 'not-started', program, code: error instanceof Error ? error.message : ''};
  }
  const group = child.pid;
  if (group === undefined) {
    return {type: 'not-started', program, code: await startFailure(child)};
  }
  watchGroup(group);
  const closed = once(child, 'close');
  child.stdout.on('data', onStdout);
  child.stderr.on('data', onStderr);
  const abort = () => {
    void endGroup(group);
  };
  signal.addEventListener('abort', abort, {once: true});
  const [code, endedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  const duration = performance.now() - started;
  if (!isKeepingChildren || signal.aborted) {
    await endGroup(group);
  }
  await drain(child, closed);
  signal.removeEventListener('abort', abort);
  forgetGroup(group);
  if (signal.aborted) {
    return {type: 'aborted'};
  }
  return {
    type: 'ended',
    exit: code ?? 128 + (endedBy ? constants.signals[endedBy] : 0),
    ...(endedBy ? {signal: endedBy} : {}),
    duration,
  };
}
