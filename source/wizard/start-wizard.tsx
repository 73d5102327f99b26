import {App, type Leaving, type Route} from './app.tsx';
import {handoffRoute} from './handoff-route.ts';
import type {EndSignal} from '../programs/on-interrupt.ts';
import type {Services} from '../services/services.ts';
import {runScreens} from './run-screens.tsx';

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

/** Runs the wizard on this terminal until it is left, and gives the way it was left. */
export async function startWizard(options: StartOptions): Promise<Ending> {
  const {services, folder} = options;
  const first = await firstRoute(options);
  let leaving: Leaving = 'quit';
  const signal = await runScreens((shared) => (
    <App
      {...shared}
      services={services}
      folder={folder}
      first={first}
      onLeaving={(how) => {
        leaving = how;
      }}
    />
  ));
  return {leaving, signal};
}
