import path from 'node:path';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {toAction} from '../../source/handoff/changes/journal.ts';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {builtInPlaybookPath} from '../../source/playbook/templates-folder.ts';
import {appendChanges} from '../../source/store/append-changes.ts';
import {createJournal} from '../../source/store/create-handoff.ts';
import {updateSettings} from '../../source/store/settings/settings.ts';
import {readSnapshot, type Snapshot} from '../../source/store/snapshot.ts';
import {makeStoreHome, type StoreHome} from '../harness/store-home.ts';
import {engineer, storyUpTo, wholeStory, type Stage} from './story.ts';

/** A handoff in a store of its own, at a stage that it has reached by honest work alone. */
export interface World extends AsyncDisposable {
  readonly home: string;
  readonly id: string;
  /** An empty folder beside the store. */
  readonly folder: string;
  readonly snapshot: () => Snapshot;
  /** As the engineer, now. */
  readonly append: (...changes: readonly Change[]) => Promise<Snapshot>;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Lets a handoff reach a stage, each change made at its own time, so that the stage is reached now, or at the last noon that it could be.
 */
export async function makeWorld(stage: Stage): Promise<World> {
  const folder = makeStoreHome();
  const home = path.join(folder.path, 'store');
  await updateSettings(home, (settings) => ({...settings, name: engineer}));
  const playbook = await loadPlaybook(builtInPlaybookPath());
  const now = Date.now();
  // Told so that its end comes as much later as the stage comes before it.
  const lastAgo = storyUpTo(stage, wholeStory(playbook, now)).at(-1)?.minutesAgo ?? 0;
  let end = now + lastAgo * minute;
  const tell = () => storyUpTo(stage, wholeStory(playbook, end));
  const reached = () => end - (tell().at(-1)?.minutesAgo ?? 0) * minute;
  // Some of it happens at noon of business days, which come as the calendar has them.
  while (reached() > now) end -= day;
  const told = tell();
  const instants = told.map(({minutesAgo}) => new Date(end - minutesAgo * minute).toISOString());
  const begun = Date.parse(instants[0] ?? new Date(now).toISOString()) - 60 * minute;
  const id = createJournal(home, ['orders'], (handoff) => [
    toAction(
      [],
      {
        type: 'handoff/created',
        handoff,
        customer: 'Corner Shop Cooperative',
        system: 'Orders service',
        workspace: path.join(folder.path, 'work'),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        playbook,
        playbookSource: 'built-in',
      },
      {id: 'created', at: new Date(begun).toISOString(), actor: engineer},
    ),
  ]);
  const clock = instants[Symbol.iterator]();
  if (told.length > 0)
    await appendChanges({
      home,
      id,
      actor: engineer,
      ids: told.map((entry, index) => entry.id ?? `told-${index}`),
      clock: () => clock.next().value ?? new Date(now).toISOString(),
      decide: () => told.map(({change}) => change),
    });
  return worldIn(folder);
}

/** The handoff in a folder in which {@link makeWorld} made one, or that was copied from one. */
export function worldIn(folder: StoreHome): World {
  const home = path.join(folder.path, 'store');
  const id = 'orders';
  return {
    home,
    id,
    folder: folder.path,
    snapshot: () => readSnapshot(home, id),
    append: async (...changes) =>
      (await appendChanges({home, id, actor: engineer, decide: () => changes})).snapshot,
    [Symbol.asyncDispose]: folder.remove,
  };
}
