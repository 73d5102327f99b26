import {render} from 'ink';
import {App, type Leaving, type Route} from './app.tsx';
import {createKeyQueue} from './input/key-queue.ts';
import type {Services} from '../services/services.ts';

export interface StartOptions {
  readonly services: Services;
  readonly folder: string;
  readonly open?: string | undefined;
  /** Asks what the person is called before anything else, with this name on offer. */
  readonly askedName?: string | undefined;
}

/**
 * Runs the wizard on this terminal until it is left, and gives the way it was left. The terminal
 * is put back as it was in every case.
 */
export async function startWizard({
  services,
  folder,
  open,
  askedName,
}: StartOptions): Promise<Leaving> {
  let leaving: Leaving = 'quit';
  const first: Route =
    askedName !== undefined
      ? {at: 'name', offered: askedName, ...(open === undefined ? {} : {open})}
      : open === undefined
        ? {at: 'home', list: await services.listHandoffs()}
        : {at: 'handoff', live: await services.openHandoff(open)};
  const isScreenReader = process.env['INK_SCREEN_READER'] === 'true';
  const stdin = createKeyQueue(process.stdin);
  // Keys typed before raw mode were echoed by the kernel; Ink draws from wherever the cursor is.
  process.stdout.write('\r');
  const {unmount, waitUntilExit} = render(
    <App
      services={services}
      holdKeysDuring={stdin.holdDuring}
      folder={folder}
      first={first}
      onLeaving={(how) => {
        leaving = how;
      }}
    />,
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
  // A terminal that goes away, as when ssh drops, ends the input.
  stdin.once('end', () => unmount());
  await waitUntilExit();
  return leaving;
}
