import {findTarget} from '../../source/services/find-target.ts';
import {createServices} from '../../source/services/wizard-services.ts';
import type {LiveHandoff} from '../../source/store/live-handoff.ts';
import {App, type Leaving, type Route} from '../../source/wizard/app.tsx';
import {handoffRoute} from '../../source/wizard/handoff-route.ts';
import type {HoldKeys} from '../../source/wizard/keys/hold-keys.ts';
import {ctrl} from './keys.ts';
import {openScreen} from './screen.ts';
import type {OpenTerminal} from './terminal.ts';

/** A wizard to type into and to look at, in a process of its own or in this one. */
export type Wizard = Pick<
  OpenTerminal,
  'terminal' | 'write' | 'screen' | 'waitFor' | 'resize' | 'close' | typeof Symbol.asyncDispose
>;

/** A wizard in this process. */
export interface WizardHere extends Wizard {
  /** Resolves once it was left, with how it was. */
  readonly left: Promise<Leaving>;
}

export interface WizardOptions {
  readonly home: string;
  readonly actor: string;
  /** The folder that it was started in. */
  readonly folder: string;
  /** As they follow the program's name: none for home, `resume` and at most an id for a handoff. */
  readonly args: readonly string[];
  readonly cols?: number | undefined;
  readonly rows?: number | undefined;
}

/** The handoff that the arguments open, found as the program finds it; nothing for home. */
function handoffOf({home, folder, args: [command, given]}: WizardOptions): string | undefined {
  if (command !== 'resume') return undefined;
  const target = findTarget({home, folder, given, isActing: false});
  if (target.type !== 'one') throw new Error(`No handoff is meant: ${target.type}.`);
  return target.id;
}

/** The whole wizard on a store, drawn in this process: for what keys and screens show by themselves. */
export async function openWizard(options: WizardOptions): Promise<WizardHere> {
  const {home, actor, folder, cols = 80, rows = 24} = options;
  const opened: LiveHandoff[] = [];
  const services = createServices({home, actor}, {onOpen: (_, live) => opened.push(live)});
  const open = handoffOf(options);
  const first: Route =
    open === undefined
      ? {at: 'home', list: await services.listHandoffs()}
      : await handoffRoute(services, open);
  // The queue is there once something is drawn.
  let hold: HoldKeys = () => undefined;
  let leave = () => undefined as void;
  let leaving: Leaving = 'quit';
  const screen = await openScreen(
    <App
      services={services}
      holdKeysDuring={(work) => hold(work)}
      folder={folder}
      first={first}
      onScreen={(shown) => {
        leave = shown.leave;
        return () => undefined;
      }}
      onLeaving={(how) => {
        leaving = how;
      }}
    />,
    {cols, rows, commands: {[ctrl('c')]: () => leave()}},
  );
  hold = screen.holdKeysDuring;
  async function close(): Promise<void> {
    await screen.close();
    await Promise.all(opened.map((live) => live.close()));
  }
  return {
    terminal: screen.terminal,
    write: (text) => screen.stdin.type(text),
    screen: screen.screenText,
    waitFor: screen.waitFor,
    resize: (toCols, toRows) => void screen.resize(toCols, toRows),
    left: screen.instance.waitUntilExit().then(() => leaving),
    close,
    [Symbol.asyncDispose]: close,
  };
}
