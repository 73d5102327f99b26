import {once} from 'node:events';
import {constants} from 'node:os';
import type {Readable} from 'node:stream';
import {execa} from 'execa';
import {narrate} from '../tell-aside.ts';
import {canRunCommands, noCommandsHere} from './can-run-commands.ts';

/** A program that runs as the leader of a process group. */
export interface Started {
  readonly group: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the program itself has ended, whoever still holds its output open. */
  readonly exit: Promise<{
    /** As a shell counts: 128 plus the signal's number when a signal ended it. */
    readonly code: number;
    readonly signal?: NodeJS.Signals;
  }>;
  /** Resolves when it has ended and its output too. */
  readonly closed: Promise<unknown>;
}

/** A program that could not be started; `code` as Node has it: ENOENT, EACCES. */
export interface NotStarted {
  readonly type: 'not-started';
  readonly program: string;
  readonly code: string;
  /** A sentence that tells more than the code. */
  readonly reason?: string;
}

export interface Place {
  readonly folder: string;
  /** Besides what this program has in its own. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** What it reads on its standard input. Default: nothing. */
  readonly input?: string | undefined;
}

/**
 * What execa is asked for. A group of its own is also what execa calls detached: it is not ended by
 * execa, which knows only the program itself once that has ended, but by `endGroup`.
 */
const options = {
  stdout: 'pipe',
  stderr: 'pipe',
  encoding: 'buffer',
  buffer: false,
  detached: true,
  reject: false,
} as const;

type Child = ReturnType<typeof launch>;

function launch(words: readonly string[], {folder, environment = {}, input}: Place) {
  const [program = '', ...rest] = words;
  return execa(program, rest, {
    ...options,
    stdin: input === undefined ? 'ignore' : 'pipe',
    cwd: folder,
    env: environment,
  });
}

/** Who does not read all that it is given is free to. */
function feed({stdin}: Child, input: string | undefined): void {
  stdin?.on('error', () => undefined);
  stdin?.end(input);
}

async function exitOf({nodeChildProcess}: Child): Started['exit'] {
  const [code, endedBy] = (await once(nodeChildProcess, 'exit')) as [
    number | null,
    NodeJS.Signals | null,
  ];
  return {
    code: code ?? 128 + (endedBy ? constants.signals[endedBy] : 0),
    ...(endedBy ? {signal: endedBy} : {}),
  };
}

/** Starts a program with its arguments; no shell sees them. Its output is to be read at once. */
export async function startProgram(
  words: readonly string[],
  place: Place,
): Promise<Started | NotStarted> {
  const [program = ''] = words;
  if (!canRunCommands())
    return {type: 'not-started', program, code: 'ENOTSUP', reason: noCommandsHere};
  narrate(() => `starts ${program} in ${place.folder}`);
  let child: Child;
  try {
    child = launch(words, place);
  } catch (error) {
    // A NUL byte is refused before anything starts.
    return {type: 'not-started', program, code: error instanceof Error ? error.message : ''};
  }
  const {pid, stdout, stderr} = child;
  feed(child, place.input);
  if (pid !== undefined) void child.finally(() => narrate(() => `${program} (${pid}) has ended`));
  if (pid !== undefined) return {group: pid, stdout, stderr, exit: exitOf(child), closed: child};
  const {code, originalMessage} = await child;
  return {type: 'not-started', program, code: code ?? originalMessage ?? ''};
}
