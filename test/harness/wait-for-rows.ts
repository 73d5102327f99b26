/** What a screen is waited for: a text in it, a pattern over its rows, or anything else. */
export type Expectation = string | RegExp | ((rows: readonly string[]) => boolean);

export interface WaitOptions {
  /** Milliseconds until it is an error; two minutes when not given, as nobody knows how busy a machine is. */
  readonly timeout?: number;
  /** Ends the waiting early, such as when the program has ended; resolves with the reason. */
  readonly unless?: Promise<string>;
}

/** Something that is drawn again and again. */
export interface Drawn {
  readonly rows: () => readonly string[];
  /** Calls `look` after everything that is drawn, until the function it gives is called. */
  readonly onDrawn: (look: () => void) => () => void;
}

function isMet(expected: Expectation, rows: readonly string[]): boolean {
  if (typeof expected === 'function') return expected(rows);
  const text = rows.join('\n');
  return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
}

/**
 * Resolves with the rows as soon as they are as expected; looks again after everything that is
 * drawn. The error tells the whole screen.
 */
export function waitForRows(
  {rows, onDrawn}: Drawn,
  expected: Expectation,
  {timeout = 120_000, unless}: WaitOptions = {},
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const shown = rows();
      const hasMet = isMet(expected, shown);
      if (hasMet) {
        stop();
        resolve(shown);
      }
      return hasMet;
    };
    const fail = (reason: string): void => {
      if (look()) return;
      stop();
      const shown = rows();
      const frame = '-'.repeat(Math.max(...shown.map((row) => row.length), 20));
      const screen = [frame, ...shown, frame].join('\n');
      reject(new Error(`${reason} Expected ${String(expected)} on the screen:\n${screen}`));
    };
    const timer = setTimeout(() => fail(`Nothing came in ${timeout} ms.`), timeout);
    const stopLooking = onDrawn(look);
    function stop(): void {
      clearTimeout(timer);
      stopLooking();
    }
    if (!look()) void unless?.then(fail);
  });
}
