import {Buffer} from 'node:buffer';
import {hash} from 'node:crypto';
import type {BagFile, BagSource} from '../../documents/archive/bag-source.ts';
import {changedAround} from '../../documents/archive/verify-bag.ts';
import {
  outsideBounds,
  wholeLines,
  writerFileProblem,
  type OutsideFile,
} from '../../store/sharing/outside-journal.ts';
import {isSharedId} from '../../store/sharing/shared-id.ts';
import {SharingError} from '../../store/sharing/sharing-error.ts';
import {oneLine} from '../one-line.ts';
import {bundleFormat, bundleName, type BundleInfo} from './bundle-info.ts';
import type {SharedHandoff, SharedPiece} from './shared-handoff.ts';

function refuse(where: string, why: string, cause?: unknown): SharingError {
  return new SharingError(
    oneLine(`${where} was not taken in: ${why}.`),
    'Nothing was written. Have it made anew with "handoff-wizard share --file", and get it whole.',
    {cause},
  );
}

async function readFile(where: string, file: BagFile, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of await file.open()) {
      bytes += chunk.length;
      if (bytes > most) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw refuse(where, `${file.path} cannot be read`, error);
  }
  if (bytes > most) throw refuse(where, `${file.path} is larger than any handoff has`);
  return Buffer.concat(chunks);
}

function parseInfo(where: string, text: string): BundleInfo {
  let info: Partial<BundleInfo> | null;
  try {
    info = JSON.parse(text) as Partial<BundleInfo> | null;
  } catch (error) {
    throw refuse(where, `its ${bundleName} is not valid JSON`, error);
  }
  const {kind, format, handoff, files} = info ?? {};
  if (kind !== 'handoff-wizard bundle' || typeof format !== 'number')
    throw refuse(where, `its ${bundleName} does not say that it is one`);
  if (format > bundleFormat)
    throw new SharingError(
      `${where} was not taken in: a newer handoff-wizard has written it.`,
      'Nothing was written. Install the newer version to take it in.',
    );
  if (typeof handoff !== 'string' || !isSharedId(handoff))
    throw refuse(where, `"${String(handoff)}" is no id of a handoff`);
  if (typeof files !== 'object' || files === null)
    throw refuse(where, `its ${bundleName} does not list its files`);
  return {writtenBy: '', ...info} as BundleInfo;
}

function requireListed(where: string, source: BagSource, info: BundleInfo): void {
  const [problem] = source.problems;
  if (problem) throw refuse(where, `${problem.path}: ${problem.what}`);
  const there = new Set(source.files.map(({path}) => path));
  for (const {path} of source.files)
    if (path !== bundleName && !Object.hasOwn(info.files, path))
      throw refuse(where, `${path} was added to it`);
  for (const name of Object.keys(info.files))
    if (!there.has(name)) throw refuse(where, `${name} is missing`);
}

/** Text of the lines of a journal; each of them has to be whole. */
function journalOf(where: string, name: string, bytes: Buffer): OutsideFile {
  const wrong = writerFileProblem(name);
  if (wrong !== undefined) throw refuse(where, `journal/${name} ${wrong}`);
  const file = {name, text: bytes.toString('utf8')};
  const [damaged] = wholeLines(file).problems;
  if (damaged) throw refuse(where, `line ${damaged.line} of journal/${name} ${damaged.problem}`);
  return file;
}

function requireBounded(where: string, journal: number, evidence: number): void {
  if (journal > outsideBounds.journal || evidence > outsideBounds.evidence)
    throw refuse(where, 'it is larger than any handoff');
}

/**
 * Reads a handoff that was shared as a file. All of it is held against its hashes before anything of it
 * is given, and nothing of it is unpacked.
 *
 * @throws {SharingError} when anything in it is not as it was written.
 */
export async function readBundle(source: BagSource, where: string): Promise<SharedHandoff> {
  const first = source.files.find(({path}) => path === bundleName);
  if (!first) throw refuse(where, `it has no ${bundleName}`);
  const info = parseInfo(where, String(await readFile(where, first, 8 * 1024 ** 2)));
  requireListed(where, source, info);
  const files: OutsideFile[] = [];
  const evidence: SharedPiece[] = [];
  let [journalBytes, evidenceBytes] = [0, 0];
  for (const file of source.files) {
    if (file === first) continue;
    const [, kind, name = ''] = /^(journal|evidence)\/([^/]+)$/u.exec(file.path) ?? [];
    if (kind === undefined) throw refuse(where, `${file.path} is nothing that a handoff has`);
    const isJournal = kind === 'journal';
    const bytes = await readFile(where, file, isJournal ? outsideBounds.file : outsideBounds.piece);
    if (isJournal) journalBytes += bytes.length;
    else evidenceBytes += bytes.length;
    requireBounded(where, journalBytes, evidenceBytes);
    const sha256 = hash('sha256', bytes, 'hex');
    if (sha256 !== info.files[file.path]) throw refuse(where, `${file.path} has changed`);
    if (isJournal) files.push(journalOf(where, name, bytes));
    else if (name !== sha256) throw refuse(where, `${file.path} is not what its name says`);
    else evidence.push({sha256, read: () => Promise.resolve(bytes)});
  }
  if (source.seal === 'broken') throw refuse(where, changedAround);
  return {id: info.handoff, files, evidence, remarks: []};
}
