import {makeZip} from '../../documents/archive/write-zip.ts';
import {below} from '../../documents/archive/archive-handoff.ts';
import {documentKinds} from '../../documents/document-names.ts';
import {documentFormats, type DocumentFormat} from '../../documents/document-formats.ts';
import {kitDigest, makeKit} from '../../documents/kit/make-kit.ts';
import {renderSet} from '../../documents/render-set.ts';
import {
  askedFiles,
  calendarFile,
  documentsIn,
  mailFile,
  pathOf,
} from '../../documents/set-files.ts';
import {setOf, withSet} from '../../documents/write-documents.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Kit} from '../../handoff/kits/kit-file.ts';
import {kitOf} from '../../handoff/kits/kit-of.ts';
import {madeKit} from '../../handoff/kits/made-kit.ts';
import {acceptedState, handoffDigest} from '../../handoff/standing/accepted/handoff-digest.ts';
import {readEvidence} from '../../store/evidence.ts';
import type {Snapshot} from '../../store/snapshot.ts';
import {readOnlyWords} from '../../store/reading-notices.ts';
import {StoreError} from '../../store/store-error.ts';
import {signBag} from '../archive/archive-signing.ts';
import {placeArchive} from '../archive/place-archive.ts';
import {withoutOwnRecord} from '../archive/write-archive.ts';
import {programVersion} from '../archive/program-version.ts';
import {tellProgress, type OnProgress} from '../../progress/told-progress.ts';
import {documentOptions} from '../document-options.ts';
import {noteOutside} from '../look-outside.ts';
import {recordSet} from '../record-set.ts';
import {kitChecks} from './kit-checks.ts';

export interface KitOrder {
  readonly home: string;
  readonly snapshot: () => Snapshot;
  readonly append: (changes: readonly Change[]) => Promise<unknown>;
  /** The zip to write, absolute. */
  readonly file: string;
  /** Forms of the documents; all of them, unless given. */
  readonly formats?: readonly DocumentFormat[] | undefined;
  /** Whether another file that is there is written over. */
  readonly isForced: boolean;
  /** A private key of ssh or minisign. */
  readonly sign?: string | undefined;
  /** Gives the terminal to who signs, who may ask for a passphrase there; it is free, where not given. */
  readonly lend?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** What came of writing a kit. */
export interface WrittenKit {
  readonly done: 'Unchanged' | 'Written';
  readonly file: string;
  readonly count: number;
  readonly kit: Kit;
  /** What answers to it are bound to. */
  readonly digest: string;
  /** What whoever made it is to be told. */
  readonly remarks: readonly string[];
  readonly missingEvidence: readonly string[];
}

function documentsOf(files: readonly string[]): Kit['documents'] {
  const written = documentsIn(files).map(({name, audience, formats}) => ({
    name,
    title: documentKinds[name].title,
    about: documentKinds[name].about,
    files: formats.map((format) => `documents/${pathOf(audience, `${name}.${format}`)}`),
  }));
  const dates = calendarFile('customer');
  const calendar = {
    name: 'calendar',
    title: 'Calendar',
    about: 'the dates that are agreed on',
    files: [`documents/${dates}`],
  };
  return [
    ...written.filter(({name}) => name !== 'index'),
    ...(files.includes(dates) ? [calendar] : []),
  ];
}

/** Why the handoff does not know of the kit, where it cannot be written to. */
async function keepKit(
  {snapshot, append, file}: KitOrder,
  {kit, digest}: {readonly kit: Kit; readonly digest: string},
): Promise<string | undefined> {
  const {handoff} = snapshot();
  if (madeKit(handoff, digest)) return undefined;
  const lost = (reason: string) =>
    `The kit is written, but the handoff does not record it, so no answer to it can be imported. ${reason}`;
  const reason = readOnlyWords(snapshot());
  if (reason !== undefined) return lost(reason);
  const accepted = acceptedState(handoff);
  const {version, asOf} = kit;
  try {
    await append([{type: 'kit/made', kit: digest, version, accepted, asOf, file}]);
  } catch (error) {
    if (error instanceof StoreError) return lost(error.message);
    throw error;
  }
  return undefined;
}

/**
 * Puts into one zip what the receiver gets, and records in the handoff what it showed. The same
 * handoff gives the same kit.
 *
 * @throws {Problem} when it cannot be written or signed, or would hold what is not the receiver's.
 */
export async function writeKit(order: KitOrder): Promise<WrittenKit> {
  const {home, append, file, isForced, sign, onProgress, formats = documentFormats} = order;
  const {lend = async (work) => work()} = order;
  await noteOutside(home, order.snapshot(), append);
  const snapshot = order.snapshot();
  const {handoff, journal} = withoutOwnRecord(snapshot, file);
  const changed: string[] = [];
  const evidence = async (sha256: string) => {
    const found = await readEvidence(home, sha256);
    if (found.state === 'changed') changed.push(found.file);
    return found.state === 'kept' ? found.text : undefined;
  };
  const made = {asOf: handoff.updatedAt, digest: handoffDigest(handoff)};
  const audience = 'customer' as const;
  const given = {
    now: made.asOf,
    audience,
    formats,
    onProgress,
    ...documentOptions(home, {handoff, journal}),
  };
  const planned = setOf(askedFiles(handoff, given), made, file, given);
  const {files: all, ownTemplates, remark} = await renderSet(withSet(handoff, planned), given);
  const documents = new Map([...all].filter(([name]) => name !== mailFile));
  const {files: checkFiles, checks, remarks} = await kitChecks(handoff);
  const kit: Kit = {
    ...kitOf(handoff, made.asOf),
    documents: documentsOf([...documents.keys()]),
    ...(checks ? {checks} : {}),
  };
  const bag = await makeKit({
    handoff,
    journal,
    kit,
    payload: new Map([...below('documents', documents), ...checkFiles]),
    readEvidence: evidence,
    version: programVersion(),
  });
  // The passphrase of a key is asked for on the terminal.
  await tellProgress(onProgress, undefined);
  const files = sign === undefined ? bag.files : await lend(async () => signBag(bag.files, sign));
  const bytes = await makeZip(bag.folder, files, handoff.updatedAt);
  const done = await placeArchive(file, bytes, isForced, 'kit');
  const digest = kitDigest(files);
  const notices = [
    await recordSet(snapshot, setOf([...documents.keys()], made, file, given), append),
    await keepKit(order, {kit, digest}),
  ];
  return {
    done,
    file,
    count: files.size,
    kit,
    digest,
    remarks: [
      ...ownTemplates.map((used) => `Template used: ${used.file} (${used.origin})`),
      ...remarks,
      ...(remark === undefined ? [] : [remark]),
      ...changed.map((name) => `Evidence that was changed since it was kept, so left out: ${name}`),
      ...notices.flatMap((notice) => notice ?? []),
    ],
    missingEvidence: bag.missingEvidence,
  };
}
