import {createHash} from 'node:crypto';

/** The name BagIt (RFC 8493) gives such a file; `sha256sum -c` reads it. */
export const manifestName = 'manifest-sha256.txt';

/** SHA-256 in hexadecimal by file name. */
export type Manifest = ReadonlyMap<string, string>;

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Reads a manifest; gives nothing for a text that is none, so that it is not written over. */
export function parseManifest(text: string): Manifest | undefined {
  const entries = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, hash, name] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
    if (hash === undefined || name === undefined) return undefined;
    entries.set(name, hash);
  }
  return entries;
}

/** One line per file, sorted by name so that the same files give the same text. */
export function formatManifest(manifest: Manifest): string {
  return [...manifest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, hash]) => `${hash}  ${name}\n`)
    .join('');
}
