import type {Readable} from 'node:stream';
import {leadAway} from './lead-away.ts';
import {endGroup, forgetGroup, watchGroup} from './process-groups.ts';
import {startProgram, type NotStarted, type Started} from './start-program.ts';

export interface ProcessOrder {
  /** A string goes to `/bin/sh -c`; a list is a program with its arguments, and no shell. */
  readonly command: string | readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** What it reads on its standard input. Default: nothing. */
  readonly input?: string | undefined;
  /** Aborting ends the whole process group. */
  readonly signal: AbortSignal;
  /**
   * Leaves processes running that the command started in the background and did not end, unless it
   * is aborted. What they go on to write is read by nobody.
   */
  readonly isKeepingChildren?: boolean | undefined;
  /** Gets each piece on loan: when it returns, the piece is empty. */
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
  | NotStarted;

/** How long output may still come after the command and all its children have ended. */
const lastOutput = 500;

/**
 * Waits for the end of the output, but not for someone who escaped the group or was left running and
 * holds it open. Who was left running goes on writing, and would end at a pipe that nobody reads.
 */
async function drain({stdout, stderr, closed}: Started, isKept: boolean): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, lastOutput);
  });
  await Promise.race([closed, patience]);
  clearTimeout(timer);
  if (isKept) await Promise.all([stdout, stderr].map(leadAway));
  stdout.destroy();
  stderr.destroy();
}

/**
 * Hands on what a stream brings, and frees the memory of each piece as soon as it was looked at. Left
 * to the garbage collector, pieces of a long output gather until the next collection, which on a busy
 * machine is tens of mebibytes later.
 */
function lend(stream: Readable, take: (chunk: Uint8Array) => void): void {
  stream.on('data', (chunk: Buffer) => {
    take(chunk);
    const memory = chunk.buffer;
    // A piece that shares its memory with others is not ours to free.
    if (memory instanceof ArrayBuffer && memory.byteLength === chunk.byteLength) memory.transfer(0);
  });
}

/** Hands on the output of a command that has started, and resolves when it and its group are gone. */
async function follow(
  started: Started,
  {signal, onStdout, onStderr, isKeepingChildren = false}: ProcessOrder,
  since: number,
): Promise<ProcessEnd> {
  const {group, stdout, stderr, exit} = started;
  watchGroup(group);
  lend(stdout, onStdout);
  lend(stderr, onStderr);
  const abort = () => {
    void endGroup(group);
  };
  signal.addEventListener('abort', abort, {once: true});
  if (signal.aborted) abort();
  try {
    const {code, signal: endedBy} = await exit.catch(async (error: unknown) => {
      // Nobody tells any more how it ends, so it must not go on unseen.
      await endGroup(group);
      throw error;
    });
    const duration = performance.now() - since;
    if (!isKeepingChildren || signal.aborted) await endGroup(group);
    await drain(started, isKeepingChildren);
    return signal.aborted
      ? {type: 'aborted'}
      : {type: 'ended', exit: code, ...(endedBy ? {signal: endedBy} : {}), duration};
  } finally {
    signal.removeEventListener('abort', abort);
    forgetGroup(group);
  }
}

/**
 * Runs a command in a process group of its own and resolves when it and (unless they
 * are to be kept) all it started are gone. Output is handed on as it comes and never gathered.
 */
export async function runProcess(order: ProcessOrder): Promise<ProcessEnd> {
  if (order.signal.aborted) return {type: 'aborted'};
  const since = performance.now();
  const {command, folder, environment, input} = order;
  const words = typeof command === 'string' ? ['/bin/sh', '-c', command] : command;
  const started = await startProgram(words, {folder, environment, input});
  return 'type' in started ? started : follow(started, order, since);
}
