import type {Action} from '../../handoff/changes/catalogue.ts';
import {openJournal} from '../../store/journal/open-journal.ts';
import {wholeLines} from '../../store/sharing/outside-journal.ts';
import {keepPlaces} from '../../store/sharing/places-here.ts';
import {sharedFolder} from '../../store/sharing/shared-id.ts';
import {SharingError} from '../../store/sharing/sharing-error.ts';
import type {Context} from '../context.ts';
import {oneLine} from '../one-line.ts';
import {readSharedFolder} from './read-shared.ts';
import {countPeople, receive, type Received} from './receive.ts';
import type {SharedHandoff} from './shared-handoff.ts';

/** What a handoff that lies in a shared folder says of itself; nobody else vouches for it. */
export interface Offered {
  readonly id: string;
  readonly customer: string;
  readonly system: string;
  readonly begunBy: string;
  /** Who made the last change, and when, ISO 8601. */
  readonly lastBy: string;
  readonly lastAt: string;
  readonly people: Received['people'];
}

function actionsOf({files}: SharedHandoff): readonly Action[] {
  const lines = files.flatMap((file) => wholeLines(file).lines);
  const journal = openJournal('/nowhere', lines);
  journal.refresh();
  return journal.actions();
}

async function readOffered(folder: string, id: string): Promise<SharedHandoff> {
  const shared = await readSharedFolder(folder, id);
  if (shared) return shared;
  throw new SharingError(
    `${sharedFolder(folder, id)} is not there any more.`,
    'Pull again, or ask whoever has shared it.',
  );
}

/** Reads what a shared handoff says of itself; nothing where it does not say how it began. */
export async function describeOffered(folder: string, id: string): Promise<Offered | undefined> {
  const actions = actionsOf(await readOffered(folder, id));
  const begun = actions.find((action) => action.type === 'handoff/created');
  const last = actions.at(-1);
  if (begun?.type !== 'handoff/created' || !last) return undefined;
  return {
    id,
    customer: oneLine(begun.customer),
    system: oneLine(begun.system),
    begunBy: oneLine(begun.actor),
    lastBy: oneLine(last.actor),
    lastAt: last.at,
    people: countPeople(actions).map(({name, changes}) => ({name: oneLine(name), changes})),
  };
}

/**
 * Takes in a handoff that lies in a shared folder, which is its workspace here and where it is synced.
 * Neither git nor a network is asked.
 *
 * @throws {SharingError} when it is none, with nothing written.
 * @throws {StoreError} when the disk refuses.
 */
export async function takeOffered(context: Context, folder: string, id: string): Promise<Received> {
  const received = await receive(context, await readOffered(folder, id), folder, 'new');
  keepPlaces(context.home, id, {shared: folder});
  return received;
}
