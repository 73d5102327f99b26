import {Buffer} from 'node:buffer';
import {formatManifest, manifestName, sha256} from '../manifest.ts';

/** Files by their path with forward slashes, in any order. */
export type BagFiles = ReadonlyMap<string, string | Uint8Array>;

/** One line of bag-info.txt; a label may come more than once. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

export const bagDeclaration = 'bagit.txt';
export const bagInfoName = 'bag-info.txt';
export const tagManifestName = 'tagmanifest-sha256.txt';

function byteLength(content: string | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}

/** `OCTETS.FILES`: RFC 8493, 2.2.2. */
export function payloadOxum(sizes: readonly number[]): string {
  return `${sizes.reduce((sum, size) => sum + size, 0)}.${sizes.length}`;
}

function hashes(files: BagFiles): string {
  return formatManifest(new Map([...files].map(([name, content]) => [name, sha256(content)])));
}

function inOrder(files: BagFiles): BagFiles {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A bag (RFC 8493) around a payload: the payload goes to `data/`, and what is said of it into tag
 * files beside, each with its hash. Paths of the payload must be clean already.
 *
 * @param beside what lies beside the payload as well, for whoever unpacks it
 */
export function makeBag(
  payload: BagFiles,
  info: BagInfo,
  readme: string,
  beside: BagFiles = new Map(),
): BagFiles {
  const data = inOrder(new Map([...payload].map(([name, content]) => [`data/${name}`, content])));
  const oxum = payloadOxum([...data.values()].map(byteLength));
  const lines = [...info, ['Payload-Oxum', oxum] as const];
  const tags = new Map<string, string | Uint8Array>([
    [bagDeclaration, 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    [bagInfoName, lines.map(([label, value]) => `${label}: ${value}\n`).join('')],
    [manifestName, hashes(data)],
    ['README.txt', readme],
    ...beside,
  ]);
  return new Map([...tags, [tagManifestName, hashes(tags)], ...data]);
}
