import {hostname} from 'node:os';
import {discover} from '../../discovery/discover.ts';
import type {Discovery, FileProblem, LeftFile} from '../../discovery/discovered.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {digestOf} from '../../handoff/standing/digest.ts';

/** What a look at a folder told besides its drafts, which are in the journal then. */
export interface Look {
  readonly folder: string;
  /** How many files were read. */
  readonly read: number;
  readonly left: readonly LeftFile[];
  readonly problems: readonly FileProblem[];
}

type Sight = Extract<Change, {readonly type: 'drafts/seen'}>;

function sightOf(folder: string, {drafts, problems}: Discovery): Sight {
  return {
    type: 'drafts/seen',
    folder,
    host: hostname(),
    drafts: drafts.map(({differs: _, ...draft}) => draft),
    unread: [...new Set(problems.map(({file}) => file))],
  };
}

function isKnown(handoff: Handoff, {folder, host, drafts, unread}: Sight): boolean {
  const last = handoff.draftLooks.find((look) => look.folder === folder && look.host === host);
  return last !== undefined && digestOf([last.drafts, last.unread]) === digestOf([drafts, unread]);
}

interface LookOptions {
  readonly folder: string;
  /** Once it is aborted, nothing of the look is kept. */
  readonly signal?: AbortSignal;
  readonly append: (changes: readonly Change[]) => Promise<unknown>;
}

/**
 * Looks at what a folder says about the system. What it finds enters the journal, as something that was
 * found and as no fact; what was found before in the same words is not written again.
 *
 * @throws {Problem} when there is no such folder.
 */
export async function lookAtDeployed(
  handoff: Handoff,
  {folder, signal, append}: LookOptions,
): Promise<Look> {
  const found = await discover(folder);
  signal?.throwIfAborted();
  const sight = sightOf(folder, found);
  const isEmpty = sight.drafts.length === 0 && handoff.draftLooks.length === 0;
  if (!isEmpty && !isKnown(handoff, sight)) await append([sight]);
  return {folder, read: found.read.length, left: found.left, problems: found.problems};
}
