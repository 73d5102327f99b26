import {render} from 'ink';
import type {ReactNode} from 'react';
import {Problem} from '../problem.ts';
import {endStarted} from '../programs/end-started.ts';
import {onInterrupt, type EndSignal} from '../programs/on-interrupt.ts';
import {createKeyQueue} from './input/key-queue.ts';
import type {HoldKeys} from './keys/hold-keys.ts';
import {createOwnTerminal} from './terminal/own-terminal.ts';
import {TerminalProvider, type Screen} from './terminal/terminal.ts';

/** What screens are given of the terminal that they are on. */
export interface OnTerminal {
  readonly holdKeysDuring: HoldKeys;
  /** Called with what the screens do for the terminal; what it gives is called when they are gone. */
  readonly onScreen: (screen: Pick<Screen, 'suspend' | 'leave'>) => () => void;
}

/** Says on the terminal what became of an editor that was ended with the wizard. */
async function tellLoan(returned: Promise<unknown>): Promise<void> {
  await returned.catch((error: unknown) => {
    if (error instanceof Problem)
      process.stderr.write(`${[error.message, error.hint].filter(Boolean).join(' ')}\n`);
  });
}

/**
 * Runs screens on this terminal until they are left; gives what asked the program to end, where it was
 * not the person on a screen. The terminal is put back as it was in every case, and nothing that was
 * started goes on.
 */
export async function runScreens(
  draw: (shared: OnTerminal) => ReactNode,
): Promise<EndSignal | undefined> {
  let signal: EndSignal | undefined;
  let interrupts = 0;
  const isScreenReader = process.env['INK_SCREEN_READER'] === 'true';
  const terminal = createOwnTerminal(process.stdout, !isScreenReader);
  const stdin = createKeyQueue(process.stdin, {
    commands: {
      '\u{3}': terminal.leave,
      '\u{C}': terminal.redraw,
      '\u{1A}': terminal.suspend,
    },
    onSecondInterrupt: () => end('SIGINT'),
  });
  terminal.take();
  const instance = render(
    <TerminalProvider value={terminal}>
      {draw({
        holdKeysDuring: stdin.holdDuring,
        onScreen: (screen) => terminal.attach({...screen, clear: () => instance.clear()}),
      })}
    </TerminalProvider>,
    {
      stdin,
      alternateScreen: !isScreenReader,
      incrementalRendering: true,
      exitOnCtrlC: false,
      // There is a terminal, or the wizard would not have been started; CI=true does not change that.
      interactive: true,
      maxFps: 120,
    },
  );

  function end(by: EndSignal): void {
    // Ctrl+C that an editor lets through is the editor's.
    if (by === 'SIGINT' && terminal.isLent()) return;
    interrupts += by === 'SIGINT' ? 1 : 0;
    // Packages that heard the first one send it again; whoever goes on after that wants out at once.
    if (interrupts > 2) process.exit(130);
    if (signal !== undefined) return;
    signal = by;
    instance.unmount();
    void endStarted();
  }

  const stopListening = onInterrupt(end);
  // A terminal that goes away, as when ssh drops, ends the input.
  stdin.once('end', () => end('SIGHUP'));
  try {
    await instance.waitUntilExit();
  } finally {
    await endStarted();
    // What is said from here on may be longer than a row.
    terminal.giveBack();
    await tellLoan(terminal.returned());
    // Sent again by those packages, it would end this program before all is saved.
    if (signal === undefined) stopListening();
  }
  return signal;
}
