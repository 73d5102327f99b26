import {
  readersOf,
  writtenNames,
  type DocumentSet,
  type WrittenName,
} from '../model/document-set.ts';
import type {Handoff} from '../model/handoff.ts';
import {lastRevision, revisionStanding} from './issued/revisions.ts';
import {handoffDigest} from './accepted/handoff-digest.ts';

/** How what was last written of a document stands to the handoff as it is now. */
export interface DocumentStanding {
  readonly state: 'never written' | 'current' | 'changed since';
  /** ISO 8601 instant that the last written one speaks of. */
  readonly since?: string;
  /** Digest of the handoff that it was made from. */
  readonly digest?: string;
  /** The revision in which its reader has it. */
  readonly revision?: number;
  /** Where it was written to, and by whom. */
  readonly folder?: string;
  readonly by?: string;
  /** ISO 8601 instant of the last change that it does not tell. */
  readonly changedAt?: string;
}

/** Whether a set still says what would be written today. */
export function isCurrent(handoff: Handoff, {digest, asOf}: DocumentSet): boolean {
  // A digest does not hold all that is printed, such as who owns an item; the time of a change does
  // not tell of one that came from a colleague later. Only both together do.
  return Date.parse(handoff.updatedAt) <= Date.parse(asOf) && handoffDigest(handoff) === digest;
}

/** Whether its readers have it so: time alone makes another issue of it, such as when a waiver ends. */
function isIssued(handoff: Handoff, set: Omit<DocumentSet, 'at' | 'by'>): boolean {
  return set.documents.every((name) => {
    const known = writtenNames.find((each) => each === name);
    return (
      known === undefined ||
      readersOf(set, known).every(
        (audience) => revisionStanding(handoff, {name: known, audience}, set.asOf).isWritten,
      )
    );
  });
}

/** Whether the same was written into the same folder last, and is recorded. */
export function isRecorded(handoff: Handoff, set: Omit<DocumentSet, 'at' | 'by'>): boolean {
  const last = handoff.documentSets.findLast(({folder}) => folder === set.folder);
  return (
    last !== undefined &&
    last.digest === set.digest &&
    isCurrent(handoff, last) &&
    last.audience === set.audience &&
    set.documents.every((name) => last.documents.includes(name)) &&
    isIssued(handoff, set) &&
    set.formats.every((format) => last.formats.includes(format))
  );
}

/** The last set that held a document; nothing where it was never written. */
export function lastWritten(
  {documentSets}: Handoff,
  name: WrittenName = 'handoff-document',
): DocumentSet | undefined {
  return documentSets.findLast(({documents}) => documents.includes(name));
}

/** Whether a document was written, when, and whether it still tells what there is. */
export function documentStanding(
  handoff: Handoff,
  name: WrittenName = 'handoff-document',
): DocumentStanding {
  const set = lastWritten(handoff, name);
  if (!set) return {state: 'never written'};
  const {asOf: since, digest, folder, by} = set;
  const [audience = 'customer'] = readersOf(set, name);
  const revision = lastRevision(handoff, {name, audience})?.number ?? 1;
  const written = {since, digest, revision, folder, by};
  return isCurrent(handoff, set)
    ? {state: 'current', ...written}
    : {state: 'changed since', ...written, changedAt: handoff.updatedAt};
}
