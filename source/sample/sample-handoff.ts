import {randomUUID} from 'node:crypto';
import {toAction} from '../handoff/changes/journal.ts';
import type {Action, Change} from '../handoff/changes/catalogue.ts';
import {loadPlaybook} from '../playbook/load.ts';
import type {Playbook} from '../playbook/playbook.ts';
import {builtInPlaybookPath} from '../playbook/templates-folder.ts';
import {createJournal} from '../store/create-handoff.ts';
import type {PastChange} from './story.ts';

export interface SamplePlace {
  readonly home: string;
  readonly actor: string;
  readonly workspace: string;
  readonly port: number;
}

/** Minutes. */
const aDay = 24 * 60;

/** A journal of what the sample's engineer has done before now. */
function writeJournal(
  place: SamplePlace,
  playbook: Playbook,
  handoff: string,
  past: readonly PastChange[],
): Action[] {
  const now = Date.now();
  const created: Change = {
    type: 'handoff/created',
    handoff,
    customer: 'Corner Shop Cooperative',
    system: 'Orders service',
    workspace: place.workspace,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    playbook,
    playbookSource: 'built-in',
  };
  const begun = past.reduce((most, {minutesAgo}) => Math.max(most, minutesAgo), 0) + aDay;
  const all: PastChange[] = [{minutesAgo: begun, change: created}, ...past].toSorted(
    (a, b) => b.minutesAgo - a.minutesAgo,
  );
  const journal: Action[] = [];
  for (const {id, minutesAgo, change} of all) {
    const at = new Date(now - minutesAgo * 60_000).toISOString();
    journal.push(toAction(journal, change, {id: id ?? randomUUID(), at, actor: place.actor}));
  }
  return journal;
}

/** Puts a sample handoff with a past into the store, and gives its id. */
export async function createSampleHandoff(
  place: SamplePlace,
  tell: (playbook: Playbook) => readonly PastChange[],
): Promise<string> {
  const playbook = await loadPlaybook(builtInPlaybookPath());
  return createJournal(place.home, ['corner-shop-orders-service'], (id) =>
    writeJournal(place, playbook, id, tell(playbook)),
  );
}
