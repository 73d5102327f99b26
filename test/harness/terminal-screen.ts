import {createRequire} from 'node:module';
import type * as Headless from '@xterm/headless';
import type {ITerminalInitOnlyOptions, ITerminalOptions, Terminal} from '@xterm/headless';
import {waitForRows, type Expectation, type WaitOptions} from './wait-for-rows.ts';

// Node finds no named exports in this CommonJS bundle, so a plain import works in vitest only.
const headless = createRequire(import.meta.url)('@xterm/headless') as typeof Headless;

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

/** Resolves with the rows of a virtual terminal as soon as they are as expected. */
export async function waitForScreen(
  terminal: Terminal,
  expected: Expectation,
  options?: WaitOptions,
): Promise<readonly string[]> {
  await writeTo(terminal, '');
  const drawn = {
    rows: () => screenRows(terminal),
    onDrawn(look: () => void) {
      // A frame that is only half drawn is no screen.
      const listener = terminal.onWriteParsed(() => {
        if (!terminal.modes.synchronizedOutputMode) look();
      });
      return () => listener.dispose();
    },
  };
  return waitForRows(drawn, expected, options);
}
