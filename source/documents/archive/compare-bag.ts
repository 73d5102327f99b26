import {parseManifest, type Manifest} from '../manifest.ts';
import {bagInfoName, payloadOxum, tagManifestName, type BagInfo} from './bag.ts';
import {nameProblem} from './bag-source.ts';

/** The names of signature files, beside what they sign. */
export const signatureNames = {
  ssh: `${tagManifestName}.sig`,
  minisign: `${tagManifestName}.minisig`,
} as const;

/** What was found of a file; no hash where it could not be read. */
export interface Measured {
  readonly sha256: string | undefined;
  readonly octets: number;
}

/** A bag being verified: what it holds, and what was found wrong so far. */
export interface BagCase {
  readonly found: ReadonlyMap<string, Measured>;
  readonly report: (path: string, what: string) => void;
}

/** Compares a manifest with what is there, in both directions. */
export function compareManifest(
  {found, report}: BagCase,
  [name, text]: readonly [string, string],
  isCovered: (path: string) => boolean,
): void {
  const manifest: Manifest | undefined = parseManifest(text);
  if (!manifest || (manifest.size === 0 && text !== '')) {
    report(name, 'it is not a list of hashes');
    return;
  }
  for (const [path, sha256] of manifest) {
    const there = found.get(path);
    if (nameProblem(path) !== undefined || !isCovered(path))
      report(name, `it lists "${path}", which is not for it to list`);
    else if (!there) report(path, 'it is missing');
    else if (there.sha256 !== undefined && there.sha256 !== sha256)
      report(path, `it has changed: its hash is not the one in ${name}`);
  }
  for (const path of found.keys())
    if (isCovered(path) && !manifest.has(path))
      report(path, `it was added: ${name} does not list it`);
}

/** Whether a file belongs to what the archive is for. */
export const isPayload = (path: string) => path.startsWith('data/');
const unlisted = new Set<string>([tagManifestName, ...Object.values(signatureNames)]);
/** Whether a file says something of the archive and is itself vouched for. */
export const isTag = (path: string) => !isPayload(path) && !unlisted.has(path);

/** Compares how much there is with what bag-info.txt says. */
export function compareOxum({found, report}: BagCase, info: BagInfo): void {
  const [, said] = info.find(([label]) => label === 'Payload-Oxum') ?? [];
  if (said === undefined) return;
  const sizes = [...found].filter(([path]) => isPayload(path)).map(([, {octets}]) => octets);
  const is = payloadOxum(sizes);
  if (said.trim() !== is)
    report(bagInfoName, `its Payload-Oxum says ${said.trim()} (bytes.files), and ${is} is there`);
}

/** Bytes of a signature, far above any. */
const mostOfSignature = 64 * 1024;

/** A signature that is not looked at would be taken for none. */
export function compareSignatures({found, report}: BagCase): void {
  const names = Object.values(signatureNames).filter((name) => found.has(name));
  for (const name of names)
    if ((found.get(name)?.octets ?? 0) > mostOfSignature)
      report(name, 'it is larger than any signature');
  if (names.length > 1)
    report(names.join(', '), 'there are two signatures, and only one is looked at');
}

/** Evidence is named by its hash, so that a journal can point to it. */
export function compareEvidence({found, report}: BagCase): void {
  for (const [path, {sha256}] of found) {
    const [, name] = /^data\/evidence\/([0-9a-f]{64})\.txt$/u.exec(path) ?? [];
    if (name !== undefined && sha256 !== undefined && name !== sha256)
      report(path, 'it is not the evidence that its name says');
  }
}
