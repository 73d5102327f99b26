import type {Audience} from '../../../playbook/playbook.ts';
import {readersOf, type DocumentSet, type WrittenName} from '../../model/document-set.ts';
import type {Handoff} from '../../model/handoff.ts';
import {handoffDigest} from '../accepted/handoff-digest.ts';
import {stateOf} from './issued-state.ts';
import {changesBetween, isSameTold, toldParts, type ToldChange} from './told-parts.ts';
import type {ToldPart} from './told-part.ts';

/** Which document, and who reads it. */
export interface Issued {
  readonly name: WrittenName;
  readonly audience: Audience;
}

/** An issue of a document that says something else than the one before it. */
export interface Revision {
  /** Counted from 1, for each document and reader. */
  readonly number: number;
  /** ISO 8601 instant that the first issue of it speaks of. */
  readonly at: string;
}

/** What a document is, and what it replaces. */
export interface RevisionStanding extends Revision {
  /** It has been written as it is now. */
  readonly isWritten: boolean;
  /** The one that its reader had before; nothing for the first. */
  readonly replaces?: Revision;
  /** What its reader is told otherwise since then; empty for the first. */
  readonly changes: readonly ToldChange[];
}

/** What was told at one moment. */
interface Moment {
  readonly at: string;
  readonly digest: string;
  readonly parts: () => readonly ToldPart[] | undefined;
}

const told = new WeakMap<DocumentSet, Map<Audience, readonly ToldPart[]>>();

function partsOf(set: DocumentSet, audience: Audience): readonly ToldPart[] | undefined {
  const known = told.get(set) ?? new Map<Audience, readonly ToldPart[]>();
  told.set(set, known);
  const state = stateOf(set);
  const parts =
    known.get(audience) ?? (state && toldParts({handoff: state, audience, now: set.asOf}));
  if (parts) known.set(audience, parts);
  return parts;
}

interface Present {
  readonly now: string;
  readonly parts: readonly ToldPart[];
}

const present = new WeakMap<Handoff, Map<Audience, Present>>();

/** {@link toldParts}, found once for all documents of a moment. */
function partsNow(handoff: Handoff, audience: Audience, now: string): readonly ToldPart[] {
  const known = present.get(handoff) ?? new Map<Audience, Present>();
  present.set(handoff, known);
  const found = known.get(audience);
  const parts = found?.now === now ? found.parts : toldParts({handoff, audience, now});
  known.set(audience, {now, parts});
  return parts;
}

/** Of two digests each thing that differs is told otherwise; of one, what none of them holds may differ. */
function isSame(before: Moment, after: Moment): boolean {
  if (before.digest !== after.digest) return false;
  const [one, other] = [before.parts(), after.parts()];
  return one === undefined || other === undefined || isSameTold(one, other);
}

/** The issues of a document for its reader, the first one first. */
function momentsOf({documentSets}: Handoff, {name, audience}: Issued): Moment[] {
  return documentSets
    .filter((set) => set.documents.includes(name) && readersOf(set, name).includes(audience))
    .map((set) => ({at: set.asOf, digest: set.digest, parts: () => partsOf(set, audience)}));
}

/** Each issue that says something else than the one before it. */
function revisionsIn(moments: readonly Moment[]): Moment[] {
  const found: Moment[] = [];
  for (const moment of moments) {
    const last = found.at(-1);
    if (!last || !isSame(last, moment)) found.push(moment);
  }
  return found;
}

/** The revision in which a reader last got a document; nothing where it was never written for them. */
export function lastRevision(handoff: Handoff, issued: Issued): Revision | undefined {
  const found = revisionsIn(momentsOf(handoff, issued));
  const last = found.at(-1);
  return last && {number: found.length, at: last.at};
}

/**
 * Which revision of a document its reader has or would have now. It counts what was written for them
 * and says something else than before: not the lines of the journal, and not what others got.
 *
 * @param now ISO 8601 instant that the document speaks of
 */
export function revisionStanding(handoff: Handoff, issued: Issued, now: string): RevisionStanding {
  const {audience} = issued;
  const moment: Moment = {
    at: now,
    digest: handoffDigest(handoff),
    parts: () => partsNow(handoff, audience, now),
  };
  const found = revisionsIn(momentsOf(handoff, issued));
  const last = found.at(-1);
  // What is being written is of this very moment, and there is nothing to compare.
  const isWritten =
    last !== undefined &&
    ((last.at === now && last.digest === moment.digest) || isSame(last, moment));
  const all = isWritten ? found : [...found, moment];
  const replaced = all.at(-2);
  return {
    number: all.length,
    at: all.at(-1)?.at ?? now,
    isWritten,
    ...(replaced ? {replaces: {number: all.length - 1, at: replaced.at}} : {}),
    changes: replaced
      ? changesBetween(replaced.parts() ?? [], moment.parts() ?? [], hidden(handoff, issued, now))
      : [],
  };
}

/** What is there and only kept from the reader. */
function hidden(handoff: Handoff, {audience}: Issued, now: string): (id: string) => boolean {
  let ids: ReadonlySet<string> | undefined;
  return (id) => {
    if (audience === 'internal') return false;
    ids ??= new Set(partsNow(handoff, 'internal', now).map((part) => part.id));
    return ids.has(id);
  };
}

/** The revision of the handoff document that had a digest, as the receiver got it before an instant. */
export function revisionWith(handoff: Handoff, digest: string, until: string): number | undefined {
  const moments = momentsOf(handoff, {name: 'handoff-document', audience: 'customer'});
  const index = moments.findLastIndex(
    (moment) => moment.digest === digest && Date.parse(moment.at) <= Date.parse(until),
  );
  return index < 0 ? undefined : revisionsIn(moments.slice(0, index + 1)).length;
}
