import {Writable} from 'node:stream';
import type {Terminal} from '@xterm/headless';
import {render, type Instance} from 'ink';
import type {ReactNode} from 'react';
import type {KeyQueueOptions} from '../../source/wizard/input/key-queue.ts';
import type {FakeStdin} from './fake-stdin.ts';
import {pasted} from './keys.ts';
import type {Part, PartOptions} from './part.tsx';
import {createVirtualTerminal, screenRows, waitForScreen} from './terminal-screen.ts';
import {createTyping, type Typing} from './typing.ts';

/** An Ink tree on a virtual terminal, which shows what its escapes come to. */
export interface Screen extends Part {
  readonly terminal: Terminal;
  readonly stdin: FakeStdin;
  readonly instance: Instance;
}

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

export interface ScreenOptions extends PartOptions {
  /** What the program itself does with a key, by the character that Ctrl makes. */
  readonly commands?: KeyQueueOptions['commands'];
  /** Milliseconds to wait for the rest of a key that comes in pieces. */
  readonly wait?: number;
}

/** Draws an Ink tree full screen at 80×24 or the size given. */
export async function openScreen(
  tree: ReactNode,
  {cols = 80, rows = 24, isScreenReader = false, commands, wait}: ScreenOptions = {},
): Promise<Screen> {
  const terminal = createVirtualTerminal({cols, rows, convertEol: true});
  const typing: Typing = createTyping(() => instance.waitUntilRenderFlush(), commands, wait);
  const {stdin, queue, press, settle} = typing;
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
    holdKeysDuring: queue.holdDuring,
    close,
    [Symbol.asyncDispose]: close,
  };
}
