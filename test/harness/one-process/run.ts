import {fork, type ChildProcess} from 'node:child_process';
import type {Socket} from 'node:net';
import {fileURLToPath} from 'node:url';

/** A command, and where it is run. */
export interface Asked {
  readonly args: readonly string[];
  readonly cwd: string;
  /** All of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What it reads on stdin; nothing when not given. */
  readonly input?: string;
}

/** How a command ended, and what it printed. */
export interface Outcome {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const main = fileURLToPath(new URL('main.js', import.meta.url));

let host: ChildProcess | undefined;
/** What it says of itself, which is why it ended. */
let said = '';
let last: Promise<unknown> = Promise.resolve();

/** Starts the process at the first command; it ends with this one. */
function hostProcess(): ChildProcess {
  if (host) return host;
  const started = fork(main, {stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: []});
  started.stderr?.on('data', (data) => {
    said += String(data);
  });
  started.once('exit', () => {
    host = undefined;
  });
  host = started;
  return started;
}

/** Whether this process waits for it. */
function setHold(child: ChildProcess, hold: 'ref' | 'unref'): void {
  child[hold]();
  child.channel?.[hold]();
  // A pipe, as a child process has it, though its type says less.
  (child.stderr as Socket | null)?.[hold]();
}

function ask(asked: Asked): Promise<Outcome> {
  const child = hostProcess();
  return new Promise((resolve, reject) => {
    const end = (): void => {
      child.off('message', take).off('exit', fail);
      setHold(child, 'unref');
    };
    const take = (outcome: unknown): void => {
      end();
      resolve(outcome as Outcome);
    };
    const fail = (code: number | null, signal: string | null): void => {
      end();
      reject(new Error(`"${asked.args.join(' ')}" ended the process: ${code ?? signal}\n${said}`));
    };
    child.on('message', take).on('exit', fail);
    setHold(child, 'ref');
    child.send(asked);
  });
}

/**
 * Runs a command of the built program, without a terminal, in a process that
 * all commands of a test worker share, one after the other. Starting Node and compiling the program
 * costs much more than most commands do. What a process of its own has to show, such as how it
 * ends, what signals do to it and what several of them do at a time, needs one.
 */
export function runInOneProcess(asked: Asked): Promise<Outcome> {
  const outcome = last.then(() => ask(asked));
  last = outcome.catch(() => undefined);
  return outcome;
}
