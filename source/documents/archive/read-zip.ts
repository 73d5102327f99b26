import {Buffer} from 'node:buffer';
import path from 'node:path';
import {openPromise, type Entry, type ZipFile} from 'yauzl';
import {
  bounds,
  BrokenArchiveError,
  nameProblem,
  type BagFile,
  type BagProblem,
  type BagSource,
} from './bag-source.ts';
import {requireBounded, type Bounds} from './bag-bounds.ts';
import {sealState} from './seal.ts';
import {layoutProblem} from './zip-layout.ts';

/** The kind of file in the upper half of the external attributes, as Unix has it. */
const kindOf = (entry: Entry) => (entry.externalFileAttributes >>> 16) & 0o170000;
const [link, plain] = [0o120000, 0o100000];

function notWhole(file: string, reason: string, cause?: unknown): BrokenArchiveError {
  return new BrokenArchiveError(
    `${file} is not a whole zip file: ${reason}.`,
    'It was cut short on its way, or is something else. Get it again from where it came from.',
    {cause},
  );
}

/** What the library says, in words for a person. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/end of central directory/iu.test(message))
    return 'its end, with the list of files, is missing';
  return message.replace(/\.+$/u, '');
}

function decode({fileNameRaw}: Entry): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(fileNameRaw);
  } catch {
    return undefined;
  }
}

function problemOf(entry: Entry, name: string | undefined): string | undefined {
  if (name === undefined) return 'the name is not UTF-8';
  if (kindOf(entry) === link) return 'it is a link, which a bag may not have';
  if (kindOf(entry) !== plain && kindOf(entry) !== 0)
    return 'it is no file, which a bag may not have';
  if (entry.isEncrypted()) return 'it is encrypted, so it cannot be checked';
  return nameProblem(name);
}

async function readEntries(file: string, zip: ZipFile, bounds: Bounds): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw notWhole(file, reasonOf(error), error);
  }
  const octets = entries.reduce((sum, {uncompressedSize}) => sum + uncompressedSize, 0);
  requireBounded(file, octets, entries.length, bounds);
  return entries;
}

/** Takes the one folder off that a bag in a zip lies in. */
function withoutFolder(files: readonly BagFile[]): BagFile[] {
  const [first] = files;
  const folder = first ? first.path.slice(0, first.path.indexOf('/') + 1) : '';
  const isOne =
    folder !== '' && folder !== 'data/' && files.every(({path}) => path.startsWith(folder));
  return files.map((file) => (isOne ? {...file, path: file.path.slice(folder.length)} : file));
}

function isFolder({uncompressedSize}: Entry, name = ''): boolean {
  return (
    name.endsWith('/') && uncompressedSize === 0 && nameProblem(name.slice(0, -1)) === undefined
  );
}

/** What is wrong with the names of entries, and the files that have good ones. */
function filesOf(zip: ZipFile, entries: readonly Entry[]): Pick<BagSource, 'files' | 'problems'> {
  const files: BagFile[] = [];
  const problems: BagProblem[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const name = decode(entry);
    if (isFolder(entry, name)) continue;
    const what = problemOf(entry, name) ?? (seen.has(name ?? '') ? 'it is there twice' : undefined);
    seen.add(name ?? '');
    if (what !== undefined) problems.push({path: name ?? '?', what});
    else files.push({path: name ?? '', open: () => zip.openReadStreamPromise(entry)});
  }
  return {files, problems};
}

/**
 * Opens a zip and looks at its names and at what is around its files. Nothing is unpacked: contents are
 * read as streams.
 *
 * @param limits what it may hold at the most
 * @throws {BrokenArchiveError} when it is no whole zip, or larger than any handoff.
 */
export async function readZip(file: string, limits: Bounds = bounds): Promise<BagSource> {
  const options = {lazyEntries: true, autoClose: false, decodeStrings: false};
  const zip = await openPromise(file, options).catch((error: unknown) => {
    throw notWhole(file, reasonOf(error), error);
  });
  try {
    const list = Number(zip.readEntryCursor);
    requireBounded(file, zip.fileSize, zip.entryCount, limits);
    const entries = await readEntries(file, zip, limits);
    const {files, problems} = filesOf(zip, entries);
    const layout = await layoutProblem(zip, entries, list);
    const where = layout?.entry ? (decode(layout.entry) ?? '?') : path.basename(file);
    return {
      files: withoutFolder(files),
      problems: [...problems, ...(layout ? [{path: where, what: layout.what}] : [])],
      // Its type says text, and where nothing is decoded it is bytes.
      seal: await sealState(file, zip.fileSize, Buffer.from(zip.comment).toString()),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}
