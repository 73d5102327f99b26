import type {Change} from '../../handoff/changes/catalogue.ts';
import type {DraftLook} from '../../handoff/drafts/found-draft.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {digestOf} from '../../handoff/standing/digest.ts';
import type {Discovery, FileProblem, LeftFile} from '../../discovery/discovered.ts';

/** What a look told besides its drafts, which are in the journal then. */
export interface Look {
  /** How many files were read, or commands were run, in a sentence. */
  readonly read: string;
  readonly left: readonly LeftFile[];
  readonly problems: readonly FileProblem[];
}

export type Append = (changes: readonly Change[]) => Promise<unknown>;

/**
 * Keeps what a look found, as something that was found and as no fact. What was found before in the same
 * words is not written again.
 */
export async function keepLook(
  handoff: Handoff,
  {drafts}: Discovery,
  of: Pick<DraftLook, 'folder' | 'host' | 'unread'>,
  append: Append,
): Promise<void> {
  const seen = drafts.map(({differs: _, ...draft}) => draft);
  const last = handoff.draftLooks.find(
    ({folder, host}) => folder === of.folder && host === of.host,
  );
  const isEmpty = seen.length === 0 && last === undefined;
  const isKnown =
    last !== undefined && digestOf([last.drafts, last.unread]) === digestOf([seen, of.unread]);
  if (!isEmpty && !isKnown) await append([{type: 'drafts/seen', ...of, drafts: seen}]);
}
