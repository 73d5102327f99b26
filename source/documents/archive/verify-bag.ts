import {createHash} from 'node:crypto';
import {Buffer} from 'node:buffer';
import path from 'node:path';
import {tellProgress, type OnProgress} from '../../progress/told-progress.ts';
import {manifestName} from '../manifest.ts';
import {bagDeclaration, bagInfoName, tagManifestName, type BagInfo} from './bag.ts';
import {
  bounds,
  BrokenArchiveError,
  type BagFile,
  type BagProblem,
  type BagSource,
} from './bag-source.ts';
import {
  compareEvidence,
  compareManifest,
  compareOxum,
  compareSignatures,
  isPayload,
  isTag,
  signatureNames,
  type BagCase,
  type Measured,
} from './compare-bag.ts';

/** A signature of the list of all hashes, to be checked with the signer's key. */
export interface BagSignature {
  readonly kind: 'ssh' | 'minisign';
  readonly signature: Uint8Array;
  /** What was signed. */
  readonly signed: Uint8Array;
}

export interface Verification {
  /** Empty when everything is as it was. */
  readonly problems: readonly BagProblem[];
  readonly files: number;
  /** Bytes of all files. */
  readonly octets: number;
  readonly info: BagInfo;
  readonly signature: BagSignature | undefined;
}

async function measure(file: BagFile, report: (what: string) => void): Promise<Measured> {
  const hash = createHash('sha256');
  let octets = 0;
  try {
    for await (const chunk of await file.open()) {
      hash.update(chunk);
      octets += chunk.length;
    }
    return {sha256: hash.digest('hex'), octets};
  } catch (error) {
    report(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return {sha256: undefined, octets};
  }
}

async function readWhole(file: BagFile | undefined): Promise<Uint8Array | undefined> {
  if (!file) return undefined;
  const chunks: Uint8Array[] = [];
  let octets = 0;
  try {
    for await (const chunk of await file.open()) {
      octets += chunk.length;
      if (octets > bounds.tagFile) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    // That it cannot be read is told where it is measured.
    return undefined;
  }
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? new TextDecoder().decode(bytes) : '';
}

function infoLines(text: string): (readonly [string, string])[] {
  return text.split('\n').flatMap((line) => {
    const [, label, value] = /^([^:\s][^:]*): ?(.*)$/u.exec(line.trimEnd()) ?? [];
    return label === undefined || value === undefined ? [] : [[label, value] as const];
  });
}

/** What is said of a zip whose files are as they were, and which is not. */
export const changedAround = 'the zip around the files was changed';

function requireBag(source: BagSource, where: string): void {
  if (source.files.some(({path}) => path === bagDeclaration)) return;
  // A zip whose names are all wrong is judged by them.
  if (source.problems.length > 0) return;
  const isFolderOfDocuments = source.files.some(({path}) => path === manifestName);
  throw new BrokenArchiveError(
    `${where} is neither an archive nor a kit of a handoff: it has no ${bagDeclaration}.`,
    isFolderOfDocuments
      ? `It has a ${manifestName} of its own: check that with "sha256sum -c ${manifestName}".`
      : 'Name the zip that "archive" or "kit" wrote, or the folder it was unpacked to.',
  );
}

function signatureOf(
  signatures: Readonly<Record<BagSignature['kind'], Uint8Array | undefined>>,
  signed: Uint8Array | undefined,
): BagSignature | undefined {
  if (!signed) return undefined;
  if (signatures.ssh) return {kind: 'ssh', signature: signatures.ssh, signed};
  if (signatures.minisign) return {kind: 'minisign', signature: signatures.minisign, signed};
  return undefined;
}

/**
 * Verifies a bag: every file against its hash, what is missing, what was added, and how much there
 * is in all. Nothing is written. A signature is found and given, not checked.
 *
 * @throws {BrokenArchiveError} when it is no bag at all.
 */
export async function verifyBag(
  source: BagSource,
  where: string,
  onProgress?: OnProgress,
): Promise<Verification> {
  requireBag(source, where);
  const problems: BagProblem[] = [...source.problems];
  const report = (path: string, what: string) => problems.push({path, what});
  const found = new Map<string, Measured>();
  const total = source.files.length;
  for (const file of source.files) {
    await tellProgress(onProgress, {doing: file.path, done: found.size, total});
    found.set(file.path, await measure(file, (what) => report(file.path, what)));
  }
  const read = (name: string) => readWhole(source.files.find(({path}) => path === name));
  const info = infoLines(textOf(await read(bagInfoName)));
  const tagManifest = await read(tagManifestName);
  const all: BagCase = {found, report};

  if (!/^BagIt-Version: \d+\.\d+\r?\n/u.test(textOf(await read(bagDeclaration))))
    report(bagDeclaration, 'it does not say that this is a bag');
  if (!found.has(manifestName)) report(manifestName, 'it is missing');
  else compareManifest(all, [manifestName, textOf(await read(manifestName))], isPayload);
  if (tagManifest) compareManifest(all, [tagManifestName, textOf(tagManifest)], isTag);
  else report(tagManifestName, 'it is missing, so what is said of the archive could be anything');
  compareOxum(all, info);
  compareEvidence(all);
  compareSignatures(all);
  if (problems.length === 0 && source.seal === 'broken')
    report(path.basename(where), changedAround);

  const octets = [...found.values()].reduce((sum, file) => sum + file.octets, 0);
  const signature = signatureOf(
    {ssh: await read(signatureNames.ssh), minisign: await read(signatureNames.minisign)},
    tagManifest,
  );
  return {problems, files: found.size, octets, info, signature};
}
