import {realpathSync} from 'node:fs';
import path from 'node:path';
import {Problem} from '../problem.ts';
import {readKnown} from '../store/list-handoffs.ts';
import {readProgress} from '../store/progress/progress-file.ts';
import {openReader} from '../store/snapshot.ts';
import {StoreError} from '../store/store-error.ts';
import {candidateLine, refusedElsewhere, type Candidate} from './target-words.ts';

/** The variable that names the handoff for a whole shell. */
export const handoffVariable = 'HANDOFF_WIZARD_HANDOFF';

/** What a person said of the handoff that is meant, and where they stand. */
export interface Wanted {
  readonly home: string;
  /** Absolute folder in which the command was called. */
  readonly folder: string;
  /** What `--handoff` says. */
  readonly named?: string | undefined;
  /** An id by position. */
  readonly given?: string | undefined;
  /** What `HANDOFF_WIZARD_HANDOFF` says. */
  readonly variable?: string | undefined;
  /** Folder of a checks file that was named: only a handoff with this workspace is meant by it. */
  readonly fileFolder?: string | undefined;
  /** Where no handoff has this folder, none is meant, and not the one worked on last. */
  readonly isWithoutLast?: boolean;
  /** It writes or runs: from inside a workspace it takes no other handoff that is not named. */
  readonly isActing: boolean;
}

export type Target =
  | {readonly type: 'one'; readonly id: string; readonly from: 'named' | 'folder' | 'last'}
  /** Several handoffs have this workspace, and nothing says which is meant. */
  | {readonly type: 'several'; readonly candidates: readonly Candidate[]}
  | {readonly type: 'none'};

interface Handoffs {
  readonly all: readonly Candidate[];
  readonly broken: readonly {readonly id: string; readonly error: StoreError}[];
}

function readHandoffs(home: string): Handoffs {
  const {known, unread} = readKnown(home);
  const all: Candidate[] = [...known];
  const broken: {id: string; error: StoreError}[] = [];
  for (const id of unread)
    try {
      all.push(openReader(home, id).snapshot().handoff);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      broken.push({id, error});
    }
  return {all: all.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)), broken};
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

/** The folder and those above it, the nearest first. */
function foldersFrom(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}

/** The handoffs of the nearest workspace at or above a folder. */
function handoffsAt(home: string, {all, broken}: Handoffs, folders: readonly string[]) {
  const places = all.map((one) => ({one, workspace: realFolder(one.workspace)}));
  for (const folder of folders) {
    const here = places.filter(({workspace}) => workspace === folder).map(({one}) => one);
    if (here.length > 0) return here;
    // One that cannot be read now may well be the one that is meant here.
    const unread = broken.find(({id}) => {
      const workspace = readProgress(home, id)?.summary?.workspace;
      return workspace !== undefined && realFolder(workspace) === folder;
    });
    if (unread) throw unread.error;
  }
  return [];
}

function oneOf(candidates: readonly Candidate[]): Target | undefined {
  const [first, ...others] = candidates;
  if (!first) return undefined;
  return others.length > 0
    ? {type: 'several', candidates}
    : {type: 'one', id: first.id, from: 'folder'};
}

/**
 * The handoff that a command means: the one of `--handoff` or by position, else the one of
 * `HANDOFF_WIZARD_HANDOFF`, else the one whose workspace is the folder or the nearest above it, and
 * only where there is none, the one worked on last.
 *
 * @throws {Problem} where a command that acts would take another than that of the workspace in which
 *   it was called without being told so by name.
 * @throws {StoreError} where the only one that could be meant cannot be read.
 */
export function findTarget(wanted: Wanted): Target {
  const {
    home,
    folder,
    named,
    given,
    variable,
    fileFolder,
    isActing,
    isWithoutLast = false,
  } = wanted;
  if (named !== undefined && given !== undefined && named !== given)
    throw new Problem(
      `Two handoffs are named: ${given}, and ${named} by --handoff.`,
      'Name the one that is meant.',
    );
  if (named !== undefined) return {type: 'one', id: named, from: 'named'};
  const byVariable = variable === undefined || variable === '' ? undefined : variable;
  if (byVariable !== undefined && (given === undefined || given === byVariable))
    return {type: 'one', id: byVariable, from: 'named'};
  if (given !== undefined && !isActing) return {type: 'one', id: given, from: 'named'};
  const handoffs = readHandoffs(home);
  const here = handoffsAt(home, handoffs, foldersFrom(realFolder(folder)));
  const refuseOthers = (ids: readonly string[]) => {
    const [other] = ids;
    if (isActing && here.length > 0 && !here.some(({id}) => ids.includes(id)))
      throw refusedElsewhere(other ?? '', here);
  };
  if (given !== undefined) {
    // One that is not there is told by who opens it.
    if (handoffs.all.some(({id}) => id === given)) refuseOthers([given]);
    return {type: 'one', id: given, from: 'named'};
  }
  if (fileFolder !== undefined) {
    const own = handoffsAt(home, handoffs, [realFolder(fileFolder)]);
    if (own.length > 0) refuseOthers(own.map(({id}) => id));
    return oneOf(own) ?? {type: 'none'};
  }
  const found = oneOf(here);
  if (found) return found;
  if (isWithoutLast) return {type: 'none'};
  const [last] = handoffs.all;
  if (last) return {type: 'one', id: last.id, from: 'last'};
  if (handoffs.broken[0]) throw handoffs.broken[0].error;
  return {type: 'none'};
}

/** Why nothing is done where several handoffs could be meant. */
export function severalProblem(candidates: readonly Candidate[]): Problem {
  return new Problem(
    [
      'Several handoffs have this workspace:',
      ...candidates.map((one) => `  ${candidateLine(one)}`),
    ].join('\n'),
    `Nothing was done. Name the one that is meant: --handoff ${candidates[0]?.id ?? 'ID'}`,
  );
}
