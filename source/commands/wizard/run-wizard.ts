import type {LiveHandoff} from '../../store/live-handoff.ts';
import type {Context} from '../../services/context.ts';
import type {StartOptions} from '../../wizard/start-wizard.tsx';
import type {EndSignal} from '../../programs/on-interrupt.ts';
import {createServices} from '../../services/wizard-services.ts';
import {wantedColors} from '../has-colors.ts';
import {readSettings} from '../../store/settings/settings.ts';

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
  prepareColors();
  prepareReading();
  prepareLook(context.home);
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

/** chalk, inside Ink, knows only its own switch, and reads it once. */
function prepareColors(): void {
  const wanted = wantedColors();
  if (wanted === false) process.env['FORCE_COLOR'] = '0';
  if (wanted === true) process.env['FORCE_COLOR'] ||= '1';
}

/** ACCESSIBLE is what other programs read for a screen reader; Ink has a name of its own. */
function prepareReading(): void {
  const {ACCESSIBLE} = process.env;
  if (ACCESSIBLE && ACCESSIBLE !== '0' && ACCESSIBLE !== 'false')
    process.env['INK_SCREEN_READER'] ||= 'true';
}

/** What the settings say of colours and signs goes where the environment says it, and yields to it. */
function prepareLook(home: string): void {
  const {theme, plainSigns} = readSettings(home);
  if (theme !== undefined) process.env['HANDOFF_WIZARD_THEME'] ||= theme;
  if (plainSigns !== undefined)
    process.env['HANDOFF_WIZARD_PLAIN_SIGNS'] ||= plainSigns ? '1' : '0';
}
