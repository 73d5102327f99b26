import {lookAtDeployed} from '../../../source/services/discovery/look-at-deployed.ts';
import {createServices} from '../../../source/services/wizard-services.ts';
import type {HandoffAtHand} from '../../../source/store/live-handoff.ts';
import {Problem} from '../../../source/problem.ts';
import {App, type Route} from '../../../source/wizard/app.tsx';
import {handoffRoute} from '../../../source/wizard/handoff-route.ts';
import type {ChecksState, Services} from '../../../source/services/services.ts';
import {openScreen, type Screen} from '../../harness/screen.ts';
import type {PartOptions} from '../../harness/part.tsx';
import {shownWorkspace, type ScreenPlace} from './places.ts';

/** Milliseconds that every runbook says it took. */
const shownDuration = 120;

function shownChecks(state: ChecksState): ChecksState {
  const path = `${shownWorkspace}/handoff.yaml`;
  return 'path' in state ? {...state, path} : {...state, file: {...state.file, path}};
}

/** The handoff as it lies in a folder of this machine, with nothing found there written down. */
function inFolder(live: HandoffAtHand, workspace: string): HandoffAtHand {
  return {
    ...live,
    snapshot() {
      const snapshot = live.snapshot();
      return {...snapshot, handoff: {...snapshot.handoff, workspace}};
    },
    dispatch: async () => undefined,
  };
}

/** The real services, with the workspace under the name that screens show on every machine. */
function servicesOf({home, workspace}: ScreenPlace): Services {
  const real = createServices({home, actor: 'Jordan Ruiz'});
  return {
    ...real,
    offerPlaybooks: () => real.offerPlaybooks(workspace),
    previewPlaybook: (_, text) => real.previewPlaybook(workspace, text),
    readChecks: async (live) => shownChecks(await real.readChecks(inFolder(live, workspace))),
    // It is found in the folder, and offered by the handoff that the screen shows.
    lookAtDeployed: async (live, options) =>
      lookAtDeployed(live.snapshot().handoff, {
        folder: workspace,
        ...options,
        append: async (changes) => live.dispatch(changes),
      }),
    async runCommands(order) {
      const run = await real.runCommands({...order, folder: workspace});
      return {...run, duration: shownDuration};
    },
    writeDocuments() {
      throw new Problem('Screens write no documents.', 'Look only.');
    },
  };
}

/** The whole wizard on a virtual terminal, at a step of the place's handoff or at home. */
export async function openStage(
  place: ScreenPlace,
  step: string | undefined,
  size: PartOptions,
): Promise<Screen> {
  const services = servicesOf(place);
  const {handoff} = place;
  if (handoff !== undefined && step !== undefined) {
    const live = await services.openHandoff(handoff);
    await live.savePosition({step});
    await live.close();
  }
  const first: Route =
    handoff === undefined || step === undefined
      ? {at: 'home', list: await services.listHandoffs()}
      : await handoffRoute(services, handoff);
  return openScreen(
    <App
      services={services}
      holdKeysDuring={() => undefined}
      folder={shownWorkspace}
      first={first}
      onLeaving={() => undefined}
    />,
    size,
  );
}
