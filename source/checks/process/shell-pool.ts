import {existsSync} from 'node:fs';
import {constants} from 'node:os';
import {follow, type ProcessEnd, type ProcessOrder, runProcess} from './run-process.ts';
import {canHost, type HostOrder, type ShellHost, startShellHost} from './shell-host.ts';

/** Only bash gives every command a process group of its own without a terminal. */
const shells = ['/bin/bash', '/usr/bin/bash'];

/**
 * Starts commands from small shells rather than from this process. Starting a process copies the
 * page tables of the one that starts it, which for a Node program takes many times as long as for a
 * shell, and blocks it meanwhile; with hundreds of commands that is most of the time.
 */
export interface ShellPool {
  readonly canRun: (order: ProcessOrder) => boolean;
  /** As `runProcess`, for orders that it can run. */
  readonly run: (order: ProcessOrder) => Promise<ProcessEnd>;
  readonly close: () => void;
}

const signalNames = new Map(
  Object.entries(constants.signals).map(([name, number]) => [number, name as NodeJS.Signals]),
);

function hosted({command, folder, environment}: ProcessOrder): HostOrder | undefined {
  const order = {command: typeof command === 'string' ? command : '', folder, environment};
  return typeof command === 'string' && canHost(order) ? order : undefined;
}

/** A pool, or undefined on a machine without bash. */
export function createShellPool(): ShellPool | undefined {
  const shell = shells.find((path) => existsSync(path));
  if (shell === undefined) {
    return undefined;
  }
  const idle: ShellHost[] = [];

  function release(host: ShellHost): void {
    if (host.isSpent()) {
      host.close();
    } else {
      idle.push(host);
    }
  }

  /** Undefined when no shell takes the order, and the command has not begun. */
  async function begin(order: HostOrder) {
    let host: ShellHost | undefined;
    try {
      host = idle.pop() ?? (await startShellHost(shell ?? ''));
      const since = performance.now();
      return {host, since, started: await host.start(order)};
    } catch {
      host?.close();
      return undefined;
    }
  }

  async function run(order: ProcessOrder): Promise<ProcessEnd> {
    const hostOrder = hosted(order);
    if (!hostOrder || order.signal.aborted) {
      return {type: 'aborted'};
    }
    const begun = await begin(hostOrder);
    if (!begun) {
      return runProcess(order);
    }
    const {host, started, since} = begun;
    if (started === 'no-folder') {
      release(host);
      return {type: 'not-started', program: '/bin/sh', code: 'ENOENT'};
    }
    const exit = started.exit.then(({code, isSignal}) => {
      const signal = isSignal ? signalNames.get(code - 128) : undefined;
      return {code, ...(signal === undefined ? {} : {signal})};
    });
    const end = await follow({...started, exit}, order, since);
    release(host);
    return end;
  }

  return {
    canRun: (order) => hosted(order) !== undefined,
    run,
    close() {
      for (const host of idle.splice(0)) {
        host.close();
      }
    },
  };
}
