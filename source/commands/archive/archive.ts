import {Buffer} from 'node:buffer';
import {randomUUID} from 'node:crypto';
import {open, readFile, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {archiveHandoff} from '../../documents/archive/archive-handoff.ts';
import {makeZip} from '../../documents/archive/write-zip.ts';
import type {Audience} from '../../documents/data/audience.ts';
import {plural} from '../../documents/words/plural.ts';
import {renderSet} from '../../documents/render-set.ts';
import {Problem} from '../../problem.ts';
import {readEvidence} from '../../store/evidence.ts';
import {askedFiles} from '../../documents/set-files.ts';
import {setOf, withSet} from '../../documents/write-documents.ts';
import type {Action, Change} from '../../handoff/changes/catalogue.ts';
import {noteOutside} from '../../services/look-outside.ts';
import {foldJournal} from '../../handoff/changes/fold.ts';
import {handoffDigest} from '../../handoff/standing/accepted/handoff-digest.ts';
import {appendTo} from '../../store/append-changes.ts';
import type {Folded} from '../../store/snapshot.ts';
import {gatherChecks} from '../../services/archive/archive-checks.ts';
import {signBag} from '../../services/archive/archive-signing.ts';
import {documentOptions} from '../../services/document-options.ts';
import {chooseReader} from '../choose-handoff.ts';
import {readContext} from '../../services/context.ts';
import {print} from '../print.ts';
import {recordSet} from '../../services/record-set.ts';
import {exitCodes} from '../report-error.ts';
import {programVersion} from '../program-version.ts';

export interface ArchiveOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly audience: Audience;
  /** A private key of ssh or minisign. */
  readonly sign?: string;
}

async function readOld(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    `The archive cannot be written to ${file}: ${reason}.`,
    'Name another file with --out, in a folder that you may write to.',
    {cause: error},
  );
}

/** Puts the whole file in its place at once; for its owner alone, as it may hold internal notes. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, {force: true});
    throw cannotWrite(file, error);
  }
}

/** Writes a zip unless another file is there; says which of the two happened. */
async function place(file: string, bytes: Uint8Array, isForced: boolean): Promise<string> {
  const old = await readOld(file);
  if (old && Buffer.compare(old, bytes) === 0) return 'Unchanged';
  if (old && !isForced)
    throw new Problem(
      `${file} is there already, with another content. Nothing has been written.`,
      'Name another file with --out, or write over it with --force.',
    );
  await writeWhole(file, bytes);
  return 'Written';
}

/**
 * A handoff without the record of this very archive, which cannot lie in itself: so the same handoff
 * gives the same archive again.
 */
function withoutOwnRecord({handoff, journal}: Folded, file: string): Folded {
  const isOwn = (action: Action) => action.type === 'documents/written' && action.folder === file;
  const end = journal.findLastIndex((action) => !isOwn(action)) + 1;
  if (end === journal.length) return {handoff, journal};
  const rest = journal.slice(0, end);
  return {handoff: foldJournal(rest), journal: rest};
}

/** Puts all that is left of a handoff into one zip. Lacking evidence is told and gives 4. */
export async function archive(id: string | undefined, options: ArchiveOptions): Promise<number> {
  const {home, actor} = await readContext();
  const reader = chooseReader(home, id);
  const append = async (changes: readonly Change[]) =>
    appendTo(reader, {home, id: reader.snapshot().handoff.id, actor, decide: () => changes});
  await noteOutside(home, reader.snapshot(), append);
  const snapshot = reader.snapshot();
  const file = path.resolve(options.out);
  const {handoff, journal} = withoutOwnRecord(snapshot, file);
  const {audience} = options;
  const changed: string[] = [];
  const evidence = async (sha256: string) => {
    const found = await readEvidence(home, sha256);
    if (found.state === 'changed') changed.push(found.file);
    return found.state === 'kept' ? found.text : undefined;
  };
  // What the documents say does not depend on the day they are archived.
  const made = {asOf: handoff.updatedAt, digest: handoffDigest(handoff)};
  const given = {
    now: made.asOf,
    ...(audience === 'customer' ? {audience} : {}),
    ...documentOptions(home, {handoff, journal}),
  };
  const planned = setOf(askedFiles(given), made, file, given);
  const {files: documents, ownTemplates} = await renderSet(withSet(handoff, planned), given);
  const checks = await gatherChecks(handoff);
  const bag = await archiveHandoff({
    handoff,
    journal,
    documents,
    audience,
    checks: checks.files,
    readEvidence: evidence,
    version: programVersion(),
  });
  const files = options.sign === undefined ? bag.files : await signBag(bag.files, options.sign);
  const bytes = await makeZip(bag.folder, files, handoff.updatedAt);
  const said = await place(file, bytes, options.force ?? false);
  const set = setOf([...documents.keys()], made, file, given);
  const notice = await recordSet(snapshot, set, append);
  print(`${said}: ${file} (${plural(files.size, 'file')})`);
  if (audience === 'internal')
    print('It holds the journal with internal notes; --audience customer leaves them out.');
  for (const {file: used, origin} of ownTemplates) print(`Template used: ${used} (${origin})`);
  for (const remark of checks.remarks) print(remark);
  if (notice !== undefined) print(notice);
  for (const kept of changed)
    print(`Evidence that was changed since it was kept, so left out: ${kept}`);
  const {missingEvidence} = bag;
  if (missingEvidence.length === 0) return exitCodes.good;
  print(`Evidence that is not in this store, so not in the archive: ${missingEvidence.join(', ')}`);
  return exitCodes.warnings;
}
