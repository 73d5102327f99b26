import {spawn} from '@lydell/node-pty';
import type {Terminal} from '@xterm/headless';
import {createVirtualTerminal, screenRows, waitForScreen, writeTo} from './terminal-screen.ts';
import type {Expectation, WaitOptions} from './wait-for-rows.ts';

export interface TerminalOptions {
  readonly command: string;
  readonly args?: readonly string[];
  /** Added to the environment of this process; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cols?: number;
  readonly rows?: number;
  readonly cwd?: string;
}

export interface Ending {
  readonly exitCode: number;
  /** Number of the signal that ended it, such as 9; 0 when none did. */
  readonly signal: number;
}

/** A program in a real pseudo-terminal, drawn by a virtual one. */
export interface OpenTerminal extends AsyncDisposable {
  readonly terminal: Terminal;
  readonly pid: number;
  readonly write: (text: string) => void;
  /** The rows on screen, without the blanks at their ends. */
  readonly screen: () => readonly string[];
  /** Resolves with the rows once they are as expected; fails with the whole screen. */
  readonly waitFor: (expected: Expectation, options?: WaitOptions) => Promise<readonly string[]>;
  readonly resize: (cols: number, rows: number) => void;
  readonly kill: (signal?: string) => void;
  /** Resolves when the program has ended and all it wrote is on the screen. */
  readonly exited: Promise<Ending>;
  /** Kills the program if it still runs. `await using` calls it too. */
  readonly close: () => Promise<void>;
}

// What changes how programs draw or run, and would make a test depend on where it is run.
const notPassedOn =
  /^(?:NO_COLOR|FORCE_COLOR|COLORTERM|CLICOLOR.*|CI|CI_.*|CONTINUOUS_INTEGRATION|NODE_ENV|DEV|INK_.*|VITEST.*|HANDOFF_WIZARD_.*|VISUAL|EDITOR|PAGER|LESS|LV|LC_.*|COLORFGBG|SSH_.*|FORCE_HYPERLINK|TERM_PROGRAM.*|VTE_VERSION|WT_SESSION)$/;

function environment(extra: TerminalOptions['env'] = {}): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !notPassedOn.test(name));
  const all = [...own, ['TERM', 'xterm-256color'], ['CI', 'false'], ...Object.entries(extra)];
  const given: Record<string, string> = {};
  for (const [name, value] of all) {
    if (name === undefined) continue;
    if (value === undefined) delete given[name];
    else given[name] = value;
  }
  return given;
}

/**
 * Runs a command in a pseudo-terminal of 80×24 or the size given. Use it with `await using`, or call
 * `close` in a teardown: the program is killed either way.
 */
export function openTerminal(options: TerminalOptions): OpenTerminal {
  const {command, args = [], cols = 80, rows = 24, cwd = process.cwd()} = options;
  const terminal = createVirtualTerminal({cols, rows});
  const env = environment(options.env);
  const pty = spawn(command, [...args], {name: 'xterm-256color', cols, rows, cwd, env});
  let hasEnded = false;
  pty.onData((data) => terminal.write(data));
  // Answers to what the program asks the terminal, such as where the cursor is.
  terminal.onData((data) => {
    if (!hasEnded) pty.write(data);
  });
  const {promise: exited, resolve} = Promise.withResolvers<Ending>();
  pty.onExit(({exitCode, signal = 0}) => {
    hasEnded = true;
    void writeTo(terminal, '').then(() => resolve({exitCode, signal}));
  });
  const unless = exited.then(
    ({exitCode, signal}) => `The program ended with exit code ${exitCode}, signal ${signal}.`,
  );

  function kill(signal = 'SIGKILL'): void {
    if (!hasEnded) pty.kill(signal);
  }

  async function close(): Promise<void> {
    kill();
    await exited;
    terminal.dispose();
  }

  return {
    terminal,
    pid: pty.pid,
    write: (text) => pty.write(text),
    screen: () => screenRows(terminal),
    waitFor: (expected, wait) => waitForScreen(terminal, expected, {unless, ...wait}),
    resize(toCols, toRows) {
      terminal.resize(toCols, toRows);
      pty.resize(toCols, toRows);
    },
    kill,
    exited,
    close,
    [Symbol.asyncDispose]: close,
  };
}
