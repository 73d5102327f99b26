import {Writable} from 'node:stream';
import {setImmediate, setTimeout} from 'node:timers/promises';
import type {Terminal} from '@xterm/headless';
import {render, type Instance} from 'ink';
import type {ReactNode} from 'react';
import {createKeyQueue} from '../../source/wizard/input/key-queue.ts';
import {createFakeStdin, type FakeStdin} from './fake-stdin.ts';
import {keys, pasted} from './keys.ts';
import {
  createVirtualTerminal,
  screenRows,
  waitForScreen,
  type Expectation,
  type WaitOptions,
} from './terminal-screen.ts';

export interface ScreenOptions {
  readonly cols?: number;
  readonly rows?: number;
  /** Whether the tree is read out rather than looked at; it is drawn without colour and layout. */
  readonly isScreenReader?: boolean;
}

/** An Ink tree on a virtual terminal, with the same input path as the program. */
export interface Screen extends AsyncDisposable {
  readonly terminal: Terminal;
  readonly stdin: FakeStdin;
  readonly instance: Instance;
  /** Types all keys as one chunk, and resolves when they are handled and drawn. */
  readonly press: (...sequences: readonly string[]) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  /** The rows on screen, without the blanks at their ends. */
  readonly screenText: () => readonly string[];
  /** For what needs more than a key, such as a file: resolves once the screen is as expected. */
  readonly waitFor: (expected: Expectation, options?: WaitOptions) => Promise<readonly string[]>;
  readonly resize: (cols: number, rows: number) => Promise<void>;
  /** Resolves when all keys typed so far are handled and drawn. */
  readonly settle: () => Promise<void>;
  /** Unmounts the tree. `await using` calls it too. */
  readonly close: () => Promise<void>;
}

// The queue waits for more after Esc. A later and longer timer runs after the queue's.
const patience = {key: 20, answer: 20, paste: 20};
const afterEscape = patience.key + 1;

function createStdout(terminal: Terminal) {
  const stream = new Writable({
    write(chunk: Uint8Array, _, done) {
      terminal.write(chunk, done);
    },
  });
  return Object.defineProperties(stream, {
    isTTY: {value: true},
    columns: {get: () => terminal.cols},
    rows: {get: () => terminal.rows},
  });
}

/** Draws an Ink tree full screen at 80×24 or the size given. */
export async function openScreen(
  tree: ReactNode,
  {cols = 80, rows = 24, isScreenReader = false}: ScreenOptions = {},
): Promise<Screen> {
  const terminal = createVirtualTerminal({cols, rows, convertEol: true});
  const stdin = createFakeStdin();
  const queue = createKeyQueue(stdin, {patience});
  const stdout = createStdout(terminal);
  const instance = render(tree, {
    stdin: queue,
    stdout,
    stderr: stdout,
    interactive: true,
    alternateScreen: !isScreenReader,
    isScreenReaderEnabled: isScreenReader,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });

  async function settle(): Promise<void> {
    do await setImmediate();
    while (stdin.readableLength > 0 || queue.waiting > 0);
    // Effects of the last key run in an immediate of their own, and may draw once more.
    await setImmediate();
    await instance.waitUntilRenderFlush();
  }

  async function press(...sequences: readonly string[]): Promise<void> {
    stdin.type(sequences.join(''));
    await settle();
    if (sequences.at(-1) !== keys.escape) return;
    await setTimeout(afterEscape);
    await settle();
  }

  async function close(): Promise<void> {
    instance.unmount();
    await instance.waitUntilExit().catch(() => undefined);
    terminal.dispose();
  }

  await settle();
  return {
    terminal,
    stdin,
    instance,
    press,
    paste: (text) => press(pasted(text)),
    screenText: () => screenRows(terminal),
    waitFor: (expected, options) => waitForScreen(terminal, expected, options),
    async resize(toCols, toRows) {
      terminal.resize(toCols, toRows);
      stdout.emit('resize');
      await settle();
    },
    settle,
    close,
    [Symbol.asyncDispose]: close,
  };
}
