import {createRequire} from 'node:module';
import type * as Headless from '@xterm/headless';
import type {ITerminalInitOnlyOptions, ITerminalOptions, Terminal} from '@xterm/headless';

// Node finds no named exports in this CommonJS bundle, so a plain import works in vitest only.
const headless = createRequire(import.meta.url)('@xterm/headless') as typeof Headless;

/** What a screen is waited for: a text in it, a pattern over its rows, or anything else. */
export type Expectation = string | RegExp | ((rows: readonly string[]) => boolean);

export interface WaitOptions {
  /** Milliseconds until it is an error; two minutes when not given, as nobody knows how busy a machine is. */
  readonly timeout?: number;
  /** Ends the waiting early, such as when the program has ended; resolves with the reason. */
  readonly unless?: Promise<string>;
}

export function createVirtualTerminal(
  options: ITerminalOptions & ITerminalInitOnlyOptions,
): Terminal {
  return new headless.Terminal({allowProposedApi: true, ...options});
}

/** The rows on the screen of a virtual terminal, without the blanks at their ends. */
export function screenRows(terminal: Terminal): readonly string[] {
  const {active} = terminal.buffer;
  return Array.from({length: terminal.rows}, (_, row) =>
    (active.getLine(active.baseY + row)?.translateToString(true) ?? '').trimEnd(),
  );
}

/** Puts data on a virtual terminal and resolves when it is on its screen. */
export async function writeTo(terminal: Terminal, data: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    terminal.write(data, resolve);
  });
}

function isMet(expected: Expectation, rows: readonly string[]): boolean {
  if (typeof expected === 'function') return expected(rows);
  const text = rows.join('\n');
  return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
}

/**
 * Resolves with the rows as soon as they are as expected; looks again after everything that is
 * written. The error tells the whole screen.
 */
export async function waitForScreen(
  terminal: Terminal,
  expected: Expectation,
  {timeout = 120_000, unless}: WaitOptions = {},
): Promise<readonly string[]> {
  await writeTo(terminal, '');
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const rows = screenRows(terminal);
      const hasMet = isMet(expected, rows);
      if (hasMet) {
        stop();
        resolve(rows);
      }
      return hasMet;
    };
    const fail = (reason: string): void => {
      if (look()) return;
      stop();
      const frame = '-'.repeat(terminal.cols);
      const screen = [frame, ...screenRows(terminal), frame].join('\n');
      reject(new Error(`${reason} Expected ${String(expected)} on the screen:\n${screen}`));
    };
    const timer = setTimeout(() => fail(`Nothing came in ${timeout} ms.`), timeout);
    // A frame that is only half drawn is no screen.
    const listener = terminal.onWriteParsed(() => {
      if (!terminal.modes.synchronizedOutputMode) look();
    });
    function stop(): void {
      clearTimeout(timer);
      listener.dispose();
    }
    if (!look()) void unless?.then(fail);
  });
}
