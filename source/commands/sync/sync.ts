import path from 'node:path';
import {Problem} from '../../problem.ts';
import {readContext, type Context} from '../../services/context.ts';
import {expandHome} from '../../expand-home.ts';
import {findTarget, handoffVariable} from '../../services/find-target.ts';
import {findShared, type SharedHere} from '../../services/sharing/find-shared.ts';
import {syncHandoff} from '../../services/sharing/sync-handoff.ts';
import type {Synced} from '../../services/sharing/syncing.ts';
import {handoffIds, isHandoff} from '../../store/handoff-folders.ts';
import {readPlaces} from '../../store/sharing/places-here.ts';
import {isSharedId} from '../../store/sharing/shared-id.ts';
import {readSnapshot} from '../../store/snapshot.ts';
import {hasTerminal, print, printJson} from '../print.ts';
import {printSynced} from '../share/print-synced.ts';
import {exitCodes} from '../report-error.ts';

export interface SyncOptions {
  readonly all?: boolean;
  readonly folder?: string;
  readonly json?: boolean;
}

/** A handoff, and where it is shared. */
interface Meant {
  readonly id: string;
  readonly folder: string;
}

/** Where a handoff is shared: here, where it was last, or in its workspace. */
function folderOf(home: string, id: string, here: SharedHere | undefined): string {
  if (here?.ids.includes(id)) return here.folder;
  const known = isHandoff(home, id)
    ? (readPlaces(home, id).shared ?? readSnapshot(home, id).handoff.workspace)
    : undefined;
  return known ?? here?.folder ?? process.cwd();
}

function allOf(home: string, here: SharedHere | undefined): readonly Meant[] {
  const elsewhere = handoffIds(home).flatMap((id): Meant[] => {
    const {shared} = readPlaces(home, id);
    return shared === undefined || here?.ids.includes(id) ? [] : [{id, folder: shared}];
  });
  return [...(here?.ids ?? []).map((id) => ({id, folder: here?.folder ?? ''})), ...elsewhere];
}

/** The one that is meant where none is named. */
function theOne(home: string, here: SharedHere | undefined): Meant {
  const target = findTarget({
    home,
    folder: process.cwd(),
    variable: process.env[handoffVariable],
    isWithoutLast: true,
    isActing: true,
  });
  if (target.type === 'one') return {id: target.id, folder: folderOf(home, target.id, here)};
  const [first, ...others] = here?.ids ?? [];
  if (first !== undefined && others.length === 0) return {id: first, folder: here?.folder ?? ''};
  throw new Problem(
    first === undefined
      ? `No handoff is shared in ${process.cwd()}.`
      : `Several handoffs are shared in ${here?.folder ?? ''}: ${(here?.ids ?? []).join(', ')}.`,
    first === undefined
      ? 'Pull first, where a colleague has just shared one. "handoff-wizard share" shares one of yours.'
      : 'Name one, or sync all of them with --all.',
  );
}

function meant(home: string, id: string | undefined, options: SyncOptions): readonly Meant[] {
  const folder =
    options.folder === undefined ? undefined : path.resolve(expandHome(options.folder));
  const here = findShared(folder ?? process.cwd());
  if (options.all) {
    const all = allOf(home, here);
    if (all.length > 0) return all;
    throw new Problem('No handoff is shared.', '"handoff-wizard share" shares one.');
  }
  if (id === undefined)
    return [folder === undefined ? theOne(home, here) : {...theOne(home, here), folder}];
  if (!isSharedId(id)) throw new Problem(`"${id}" is no id of a handoff.`, 'Name one of "list".');
  return [{id, folder: folder ?? folderOf(home, id, here)}];
}

async function syncAll(context: Context, all: readonly Meant[], choice: 'new' | 'needed') {
  const isAlone = all.length === 1;
  const synced: Synced[] = [];
  const failed: {id: string; message: string}[] = [];
  for (const one of all)
    try {
      const git = {hasTerminal: hasTerminal()};
      synced.push(
        await syncHandoff({...context, ...one, git, choice, isSharing: false, isLocal: false}),
      );
    } catch (error) {
      // One that cannot be united keeps no other from it.
      if (!(error instanceof Problem) || isAlone) throw error;
      failed.push({id: one.id, message: error.message});
    }
  return {synced, failed};
}

/** Unites shared handoffs with what colleagues have, and brings them what they lack. */
export async function sync(id: string | undefined, options: SyncOptions): Promise<number> {
  const context = await readContext();
  const all = meant(context.home, id, options);
  const {synced, failed} = await syncAll(
    context,
    all,
    options.folder === undefined ? 'new' : 'needed',
  );
  if (options.json) printJson({synced, failed});
  else {
    for (const one of synced) printSynced(one);
    for (const {id: of, message} of failed) print(`Not synced: ${of}. ${message}`);
  }
  if (failed.length > 0) return exitCodes.badInput;
  return synced.some(({remarks}) => remarks.length > 0) ? exitCodes.warnings : exitCodes.good;
}
