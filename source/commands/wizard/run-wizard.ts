import type {LiveHandoff} from '../../store/live-handoff.ts';
import type {Context} from '../../services/context.ts';
import type {StartOptions} from '../../wizard/start-wizard.tsx';
import type {EndSignal} from '../../programs/on-interrupt.ts';
import {createServices} from '../../services/wizard-services.ts';
import {speakDates} from '../speak-dates.ts';
import {wantedColors} from '../has-colors.ts';
import {takeLook} from '../take-look.ts';

export interface WizardEnd {
  readonly leaving: 'quit' | 'sample';
  /** What asked the program to end, where it was not the person on a screen. */
  readonly signal: EndSignal | undefined;
  /** Id of the handoff that was open last. */
  readonly last: string | undefined;
  /** Saves that failed. */
  readonly unsaved: readonly unknown[];
}

/** Runs the wizard on a given store until it is left. */
export async function runWizard(
  context: Context,
  {open, askedName}: Pick<StartOptions, 'open' | 'askedName'>,
): Promise<WizardEnd> {
  prepareScreens();
  const {startWizard} = await import('../../wizard/start-wizard.tsx');
  const opened = new Set<LiveHandoff>();
  let last: string | undefined;
  const services = createServices(context, {
    onOpen(id, live) {
      opened.add(live);
      last = id;
    },
  });
  const closeAll = async () => (await Promise.all([...opened].map((live) => live.close()))).flat();
  try {
    const folder = process.cwd();
    const ending = await startWizard({services, folder, open, askedName});
    return {...ending, last, unsaved: await closeAll()};
  } finally {
    // What was asked for last is on disk then, and no watcher keeps the program from ending.
    await closeAll();
  }
}

/** Says to what draws the screens how they are to look; before they are loaded. */
export function prepareScreens(): void {
  prepareColors();
  takeLook();
  speakDates();
}

/** chalk, inside Ink, knows only its own switch, and reads it once. */
function prepareColors(): void {
  const wanted = wantedColors();
  if (wanted === false) process.env['FORCE_COLOR'] = '0';
  if (wanted === true) process.env['FORCE_COLOR'] ||= '1';
}
