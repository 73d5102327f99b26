import {randomUUID} from 'node:crypto';
import {createServices} from '../../../source/services/wizard-services.ts';
import type {Action, Change} from '../../../source/handoff/changes/catalogue.ts';
import {toAction} from '../../../source/handoff/changes/journal.ts';
import type {Playbook} from '../../../source/playbook/playbook.ts';
import {builtInPlaybook} from '../../fixtures/built-in-playbook.ts';
import {createJournal} from '../../../source/store/create-handoff.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {openPart, type Part, type PartOptions} from '../../harness/part.tsx';
import {openScreen, type Screen} from '../../harness/screen.ts';
import {openStepOn} from '../open-step.tsx';
import {makeStoreHome} from '../../harness/store-home.ts';

const id = 'apex-banking-payments-api';
const minute = 60_000;

/** What the wizard's clock says, which stands still but for `pass`. */
const start = Date.now();

/** A change with the minutes before now at which it was made. */
export type Past = readonly [minutesAgo: number, change: Change];

export interface SessionPlace extends AsyncDisposable {
  readonly home: string;
  readonly id: string;
  /** Moves the clock that the wizard reads and writes by. */
  readonly pass: (minutes: number) => void;
  /** Lets the clock run from now on, where something is really done on this machine meanwhile. */
  readonly letClockRun: () => void;
  /** Opens the wizard on a step, at 75×40 unless said, which has no rail beside it; every opening is a new start of it. */
  readonly open: (step: string, options?: PartOptions) => Promise<Part>;
  /** The same on a virtual terminal, for what is sent to it besides what is drawn. */
  readonly openOnTerminal: (step: string, options?: PartOptions) => Promise<Screen>;
  readonly journal: () => readonly Action[];
  /** The step that the wizard would open with. */
  readonly step: () => string | undefined;
}

/**
 * A store with one handoff of the built-in playbook, or another one, and a past, and the wizard's screens on it.
 *
 * No stage of the sample world: the past is of journal version 1, so that gates are there and shut
 * while a session runs that nobody has prepared, and the clock stands still.
 */
export async function makeSessionPlace(
  past: readonly Past[],
  timeZone = 'Europe/Madrid',
  playbook: Playbook = builtInPlaybook,
): Promise<SessionPlace> {
  const {path: home, remove} = makeStoreHome();
  const created: Change = {
    type: 'handoff/created',
    handoff: id,
    customer: 'Apex Banking',
    system: 'Payments API',
    workspace: home,
    timeZone,
    playbook,
    playbookSource: 'built-in',
  };
  const journal: Action[] = [];
  for (const [minutesAgo, change] of [[90, created] as const, ...past]) {
    const at = new Date(start - minutesAgo * minute).toISOString();
    journal.push(toAction(journal, change, {id: randomUUID(), at, actor: 'ana'}));
  }
  // Nobody has prepared these handoffs, which was allowed by the rules of an older version.
  createJournal(home, [id], () => journal.map((action) => ({...action, v: 1})));
  let ahead = 0;
  let isRunning = false;
  const now = () => new Date((isRunning ? Date.now() : start) + ahead * minute).toISOString();
  const services = createServices({home, actor: 'ana'}, {now});

  const usual = {cols: 75, rows: 40};

  return {
    home,
    id,
    pass: (minutes) => {
      ahead += minutes;
    },
    letClockRun: () => {
      isRunning = true;
    },
    open: (step, options = usual) => openStepOn(openPart, {id, services, step}, options),
    openOnTerminal: (step, options = usual) =>
      openStepOn(openScreen, {id, services, step}, options),
    journal: () => readSnapshot(home, id).journal,
    step: () => readSnapshot(home, id).position?.step,
    [Symbol.asyncDispose]: remove,
  };
}

/** A session that has run for some minutes, in its first block. */
export function running(minutesAgo: number, planned = 60): Past[] {
  const startsAt = new Date(start - minutesAgo * minute).toISOString();
  return [
    [
      minutesAgo + 5,
      {type: 'session/planned', startsAt, timeZone: 'Europe/Madrid', minutes: planned},
    ],
    [minutesAgo, {type: 'session/started'}],
    [minutesAgo, {type: 'session/block-entered', block: 'overview'}],
  ];
}
