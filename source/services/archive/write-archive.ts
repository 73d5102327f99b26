import {archiveHandoff} from '../../documents/archive/archive-handoff.ts';
import {makeZip} from '../../documents/archive/write-zip.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {renderSet} from '../../documents/render-set.ts';
import {askedFiles} from '../../documents/set-files.ts';
import {setOf, withSet, type WrittenDocuments} from '../../documents/write-documents.ts';
import type {Action, Change} from '../../handoff/changes/catalogue.ts';
import {foldJournal} from '../../handoff/changes/fold.ts';
import {handoffDigest} from '../../handoff/standing/accepted/handoff-digest.ts';
import {tellProgress, type OnProgress} from '../../progress/told-progress.ts';
import {readEvidence} from '../../store/evidence.ts';
import type {Folded, Snapshot} from '../../store/snapshot.ts';
import {documentOptions} from '../document-options.ts';
import {noteOutside} from '../look-outside.ts';
import {recordSet} from '../record-set.ts';
import {gatherChecks} from './archive-checks.ts';
import {signBag} from './archive-signing.ts';
import {placeArchive} from './place-archive.ts';
import {programVersion} from './program-version.ts';

export interface ArchiveOrder {
  readonly home: string;
  readonly snapshot: () => Snapshot;
  readonly append: (changes: readonly Change[]) => Promise<unknown>;
  /** The zip to write, absolute. */
  readonly file: string;
  readonly audience: Audience;
  /** Whether another file that is there is written over. */
  readonly isForced: boolean;
  /** A private key of ssh or minisign. */
  readonly sign?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** What came of writing an archive. */
export interface WrittenArchive {
  readonly done: 'Unchanged' | 'Written';
  readonly file: string;
  /** How many files it holds. */
  readonly count: number;
  readonly ownTemplates: WrittenDocuments['ownTemplates'];
  /** What is to be told of the checks and documents that lie in it. */
  readonly remarks: readonly string[];
  /** Why the handoff does not record it, where it does not. */
  readonly notice: string | undefined;
  /** Files of evidence that were changed since they were kept, and so were left out. */
  readonly changedEvidence: readonly string[];
  /** Evidence that this store does not have, by its SHA-256. */
  readonly missingEvidence: readonly string[];
}

/**
 * A handoff without the record of this very archive or kit, which cannot lie in itself: so the same
 * handoff gives the same file again.
 */
export function withoutOwnRecord({handoff, journal}: Folded, file: string): Folded {
  const isOwn = (action: Action) =>
    (action.type === 'documents/written' && action.folder === file) ||
    (action.type === 'kit/made' && action.file === file);
  const end = journal.findLastIndex((action) => !isOwn(action)) + 1;
  if (end === journal.length) return {handoff, journal};
  const rest = journal.slice(0, end);
  return {handoff: foldJournal(rest), journal: rest};
}

/**
 * Puts all that is left of a handoff into one zip, and records that in it.
 *
 * @throws {Problem} when it cannot be written or signed.
 */
export async function writeArchive(order: ArchiveOrder): Promise<WrittenArchive> {
  const {home, append, file, audience, isForced, sign, onProgress} = order;
  await noteOutside(home, order.snapshot(), append);
  const snapshot = order.snapshot();
  const {handoff, journal} = withoutOwnRecord(snapshot, file);
  const changedEvidence: string[] = [];
  const evidence = async (sha256: string) => {
    const found = await readEvidence(home, sha256);
    if (found.state === 'changed') changedEvidence.push(found.file);
    return found.state === 'kept' ? found.text : undefined;
  };
  // What the documents say does not depend on the day they are archived.
  const made = {asOf: handoff.updatedAt, digest: handoffDigest(handoff)};
  const given = {
    now: made.asOf,
    onProgress,
    ...(audience === 'customer' ? {audience} : {}),
    ...documentOptions(home, {handoff, journal}),
  };
  const planned = setOf(askedFiles(handoff, given), made, file, given);
  const {
    files: documents,
    ownTemplates,
    remark,
  } = await renderSet(withSet(handoff, planned), given);
  const checks = await gatherChecks(handoff);
  const bag = await archiveHandoff({
    handoff,
    journal,
    documents,
    audience,
    checks: checks.files,
    readEvidence: evidence,
    version: programVersion(),
    onProgress,
  });
  // The passphrase of a key is asked for on the terminal.
  await tellProgress(onProgress, undefined);
  const files = sign === undefined ? bag.files : await signBag(bag.files, sign);
  const bytes = await makeZip(bag.folder, files, handoff.updatedAt);
  const done = await placeArchive(file, bytes, isForced);
  const set = setOf([...documents.keys()], made, file, given);
  const notice = await recordSet(snapshot, set, append);
  return {
    done,
    file,
    count: files.size,
    ownTemplates,
    remarks: [...checks.remarks, ...(remark === undefined ? [] : [remark])],
    notice,
    changedEvidence,
    missingEvidence: bag.missingEvidence,
  };
}
