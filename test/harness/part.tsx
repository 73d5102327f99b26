import {stripVTControlCharacters} from 'node:util';
import {Box} from 'ink';
import {render} from 'ink-testing-library';
import type {ReactElement} from 'react';
import type {HoldKeys} from '../../source/wizard/keys/hold-keys.ts';
import {pasted} from './keys.ts';
import {createTyping} from './typing.ts';
import {waitForRows, type Expectation, type WaitOptions} from './wait-for-rows.ts';

export interface PartOptions {
  readonly cols?: number;
  readonly rows?: number;
  /** Whether the tree is read out rather than looked at. */
  readonly isScreenReader?: boolean;
}

/** An Ink tree that keys go to, drawn as text without a terminal. */
export interface Part extends AsyncDisposable {
  /** Types all keys as one chunk, and resolves when they are handled and drawn. */
  readonly press: (...sequences: readonly string[]) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  /** The rows that are drawn, without the blanks at their ends. */
  readonly screenText: () => readonly string[];
  /** For what needs more than a key, such as a file: resolves once the screen is as expected. */
  readonly waitFor: (expected: Expectation, options?: WaitOptions) => Promise<readonly string[]>;
  readonly resize: (cols: number, rows: number) => Promise<void>;
  /** Resolves when all keys typed so far are handled and drawn. */
  readonly settle: () => Promise<void>;
  /** What the program gives to its screens, so that keys wait for what they depend on. */
  readonly holdKeysDuring: HoldKeys;
  /** Unmounts the tree. `await using` calls it too. */
  readonly close: () => Promise<void>;
}

/**
 * Ink asks the environment as it begins: whether it is read out, and for a size, as the library's stdout
 * has none yet. Where nothing says it, Ink starts up to three programs to find it out.
 */
function renderFor(isScreenReader: boolean, {cols, rows}: {cols: number; rows: number}) {
  const before = process.env;
  const size = {COLUMNS: String(cols), LINES: String(rows)};
  process.env = {...before, ...size, INK_SCREEN_READER: String(isScreenReader)};
  try {
    return render(<Box />);
  } finally {
    process.env = before;
  }
}

/**
 * Draws an Ink tree at 80×24 or the size given. The library's stdout has one width and its stdin
 * hands on all that is typed at once: here it has a size, and keys come through the program's queue.
 */
export async function openPart(
  tree: ReactElement,
  {cols = 80, rows = 24, isScreenReader = false}: PartOptions = {},
): Promise<Part> {
  let size = {cols, rows};
  const view = renderFor(isScreenReader, size);
  const {stdout} = view;
  Object.defineProperties(stdout, {
    columns: {get: () => size.cols},
    rows: {get: () => size.rows},
  });
  const looks = new Set<() => void>();
  const keep = stdout.write;
  stdout.write = (frame) => {
    keep(frame);
    for (const look of looks) look();
  };
  const typing = createTyping(() => Promise.resolve());
  const {queue} = typing;
  queue.on('readable', () => {
    const key = queue.read() as Buffer | null;
    if (key !== null) view.stdin.write(key.toString());
  });
  Object.assign(view.stdin, {
    setRawMode: (isOn: boolean) => queue.setRawMode(isOn),
    forgetBurst: queue.forgetBurst,
  });

  const screenText = (): readonly string[] =>
    stripVTControlCharacters(view.lastFrame() ?? '')
      .split('\n')
      .map((row) => row.trimEnd());
  function close(): Promise<void> {
    view.unmount();
    view.cleanup();
    return Promise.resolve();
  }

  view.rerender(tree);
  await typing.settle();
  return {
    press: typing.press,
    paste: (text) => typing.press(pasted(text)),
    screenText,
    waitFor: (expected, options) =>
      waitForRows(
        {
          rows: screenText,
          onDrawn(look) {
            looks.add(look);
            return () => looks.delete(look);
          },
        },
        expected,
        options,
      ),
    async resize(toCols, toRows) {
      size = {cols: toCols, rows: toRows};
      stdout.emit('resize');
      await typing.settle();
    },
    settle: typing.settle,
    holdKeysDuring: queue.holdDuring,
    close,
    [Symbol.asyncDispose]: close,
  };
}
