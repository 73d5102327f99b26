import {Buffer} from 'node:buffer';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {Readable} from 'node:stream';
import {tagManifestName, type BagFiles} from '../../documents/archive/bag.ts';
import type {BagProblem, BagSource} from '../../documents/archive/bag-source.ts';
import {readBag} from '../../documents/archive/read-bag.ts';
import {unpackProblems} from '../../documents/archive/unpack-problems.ts';
import {verifyBag, type Verification} from '../../documents/archive/verify-bag.ts';
import {kitDigest, kitFile} from '../../documents/kit/make-kit.ts';
import {formatManifest, parseManifest} from '../../documents/manifest.ts';
import {plural} from '../../documents/words/plural.ts';
import {kitFormat, kitSchema, type Kit} from '../../handoff/kits/kit-file.ts';
import {Problem} from '../../problem.ts';
import {parsePlain} from '../../redaction/parse-plain.ts';
import {
  keepKitFiles,
  kitFolder,
  lastKit,
  noteLastKit,
} from '../../store/received/received-store.ts';
import {checkSignature, type SignatureState} from '../archive/archive-signature.ts';
import {oneLine} from '../one-line.ts';

/** A kit that was found whole, and lies unpacked in the store of whoever received it. */
export interface OpenedKit {
  readonly kit: Kit;
  /** To what its answers are bound. */
  readonly digest: string;
  /** Absolute folder in which it lies unpacked, and its payload. */
  readonly folder: string;
  readonly data: string;
  readonly files: number;
  readonly signature: SignatureState;
}

/** Bounds of a kit, far above any: it comes from elsewhere and is read into memory. */
const kitBounds = {octets: 256 * 1024 ** 2, files: 10_000};

const again = 'Get it again from whoever sent it, and run nothing of what lies here.';

function notWhole(file: string, problems: readonly BagProblem[]): Problem {
  const shown = problems
    .slice(0, 10)
    .map(({path: name, what}) => `- ${oneLine(name).slice(0, 200)}: ${oneLine(what)}`);
  const more =
    problems.length > shown.length ? [`- and ${problems.length - shown.length} more`] : [];
  return new Problem(
    `${file} is not as it was made, so it was not opened: ${plural(problems.length, 'problem')}.\n${[...shown, ...more].join('\n')}`,
    again,
  );
}

async function readAll(source: BagSource): Promise<BagFiles> {
  const files = new Map<string, Uint8Array>();
  for (const {path: name, open} of source.files)
    files.set(name, await buffer(Readable.from(await open())));
  return files;
}

/** All that is shown as a line is one; a runbook keeps its fields as they are, which are run. */
function inLines<T>(value: T): T {
  if (typeof value === 'string') return oneLine(value) as T;
  if (Array.isArray(value)) return value.map(inLines) as T;
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]): [string, unknown] => [
    name,
    name === 'fields' ? part : inLines(part as unknown),
  ]);
  return Object.fromEntries(parts) as T;
}

/** What a kit says of itself; nothing that was changed is looked at. */
function readKit(file: string, files: BagFiles): Kit {
  const bytes = files.get(`data/${kitFile}`);
  if (bytes === undefined)
    throw new Problem(
      `${file} is no kit for a receiver: it has no data/${kitFile}.`,
      'Where it is an archive of a handoff, "handoff-wizard verify" looks at it.',
    );
  let value: unknown;
  try {
    value = parsePlain(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new Problem(`data/${kitFile} of ${file} is no JSON.`, again, {cause: error});
  }
  const {format} = (value ?? {}) as {readonly format?: unknown};
  if (typeof format === 'number' && format > kitFormat)
    throw new Problem(
      `${file} was made by a newer version of handoff-wizard (format ${format}, and this one reads ${kitFormat}).`,
      'Install the newer version. Meanwhile, index.html in it leads to all that it holds.',
    );
  const {data, error} = kitSchema.safeParse(value);
  if (data) return inLines(data);
  const [issue] = error.issues;
  throw new Problem(
    `data/${kitFile} of ${file} is no kit: ${oneLine((issue?.path ?? []).join('.') || 'the whole')}: ${oneLine(issue?.message ?? '')}.`,
    again,
  );
}

/** Everything that a kit names lies in it: what it leads to is what was checked. */
function missingIn(kit: Kit, files: BagFiles): BagProblem[] {
  const named = [
    ...kit.documents.flatMap((document) => document.files),
    ...(kit.checks ? [kit.checks.file] : []),
    ...(kit.checks?.script === undefined ? [] : [kit.checks.script]),
  ];
  return named
    .filter((name) => !files.has(`data/${name}`))
    .map((name) => ({path: `data/${name}`, what: `data/${kitFile} names it, and it is not there`}));
}

/** The list of all hashes is written in one way alone: nothing but a signature vouches for it. */
function rewritten(files: BagFiles): BagProblem[] {
  const text = Buffer.from(files.get(tagManifestName) ?? '').toString();
  const read = parseManifest(text);
  return read && formatManifest(read) === text
    ? []
    : [{path: tagManifestName, what: 'it is not written as it was made'}];
}

function packedAnew(file: string): BagProblem {
  return {
    path: path.basename(file),
    what: 'it has no seal, so somebody packed it anew; unpack it and open the folder',
  };
}

interface Read {
  readonly verification: Verification;
  readonly files: BagFiles;
}

async function readWhole(file: string): Promise<Read> {
  const hint = 'Name the zip that you were sent, or the folder it was unpacked to.';
  const {source, isUnpacked} = await readBag(file, hint, kitBounds);
  try {
    const verification = await verifyBag(source, file);
    if (verification.problems.length > 0) throw notWhole(file, verification.problems);
    // Bytes around the files that no hash covers may say anything.
    if (!isUnpacked && source.seal === 'none') throw notWhole(file, [packedAnew(file)]);
    return {verification, files: await readAll(source)};
  } finally {
    source.close();
  }
}

/** Whether a kit lies in the store as it was made; what was changed there is replaced. */
async function isKept(folder: string, digest: string): Promise<boolean> {
  try {
    return kitDigest((await readWhole(folder)).files) === digest;
  } catch {
    return false;
  }
}

/**
 * Opens a kit, as a zip or unpacked: looks at every byte of it first, and only what is whole is unpacked
 * into the store.
 *
 * @param signer a file with the public key of the one who must have signed it
 * @throws {Problem} with what is wrong with it, and nothing written.
 */
export async function openKit(home: string, file: string, signer?: string): Promise<OpenedKit> {
  const {verification, files} = await readWhole(file);
  const kit = readKit(file, files);
  const problems = [
    ...missingIn(kit, files),
    ...rewritten(files),
    ...unpackProblems([...files.keys()]),
  ];
  if (problems.length > 0) throw notWhole(file, problems);
  const signature = await checkSignature(verification.signature, signer);
  if (signature.state === 'bad')
    throw new Problem(`${file} was not opened. ${signature.words}`, again);
  const digest = kitDigest(files);
  const folder = kitFolder(home, digest);
  if (!(await isKept(folder, digest))) await keepKitFiles(home, digest, files);
  await noteLastKit(home, digest);
  return {kit, digest, folder, data: path.join(folder, 'data'), files: files.size, signature};
}

/**
 * The kit that a command means: the one named, else the one that was opened last.
 *
 * @throws {Problem} where none was opened, or it is not whole any more.
 */
export async function openKitOr(home: string, file: string | undefined): Promise<OpenedKit> {
  if (file !== undefined) return openKit(home, file);
  const last = lastKit(home);
  if (last === undefined)
    throw new Problem(
      'No kit was opened here.',
      'Name the zip that you were sent: handoff-wizard open FILE.zip.',
    );
  return openKit(home, kitFolder(home, last));
}
