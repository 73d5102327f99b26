import {render} from 'ink';
import {App, type Leaving, type Route} from './app.tsx';
import {handoffRoute} from './handoff-route.ts';
import {createKeyQueue} from './input/key-queue.ts';
import {Problem} from '../problem.ts';
import {endStarted} from '../programs/end-started.ts';
import {onInterrupt, type EndSignal} from '../programs/on-interrupt.ts';
import type {Services} from '../services/services.ts';
import {createOwnTerminal} from './terminal/own-terminal.ts';
import {TerminalProvider} from './terminal/terminal.ts';

export interface StartOptions {
  readonly services: Services;
  readonly folder: string;
  readonly open?: string | undefined;
  /** Asks what the person is called before anything else, with this name on offer. */
  readonly askedName?: string | undefined;
}

/** How the wizard ended. */
export interface Ending {
  readonly leaving: Leaving;
  /** What asked the program to end, where it was not the person on a screen. */
  readonly signal: EndSignal | undefined;
}

async function firstRoute({services, open, askedName}: StartOptions): Promise<Route> {
  if (askedName !== undefined)
    return {at: 'name', offered: askedName, ...(open === undefined ? {} : {open})};
  return open === undefined
    ? {at: 'home', list: await services.listHandoffs()}
    : handoffRoute(services, open);
}

/** Says on the terminal what became of an editor that was ended with the wizard. */
async function tellLoan(returned: Promise<unknown>): Promise<void> {
  await returned.catch((error: unknown) => {
    if (error instanceof Problem)
      process.stderr.write(`${[error.message, error.hint].filter(Boolean).join(' ')}\n`);
  });
}

/**
 * Runs the wizard on this terminal until it is left, and gives the way it was left. The terminal
 * is put back as it was in every case, and nothing that was started goes on.
 */
export async function startWizard(options: StartOptions): Promise<Ending> {
  const {services, folder} = options;
  const first = await firstRoute(options);
  let leaving: Leaving = 'quit';
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
      <App
        services={services}
        holdKeysDuring={stdin.holdDuring}
        folder={folder}
        first={first}
        onScreen={(screen) => terminal.attach({...screen, clear: () => instance.clear()})}
        onLeaving={(how) => {
          leaving = how;
        }}
      />
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
  return {leaving, signal};
}
