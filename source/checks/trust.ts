import {readChecksFile, type ReadOptions} from './read-checks-file.ts';

/**
 * SHA-256, lower-case hex, of what a person trusts: the exact bytes of a checks file and of all it
 * includes, and with them every `on` prefix. To trust and run without a gap between, read the file
 * with `readChecksFile` once and use its `sha256` instead.
 * @throws ChecksFileError when a file cannot be read or has a mistake.
 */
export async function contentFingerprint(path: string, options?: ReadOptions): Promise<string> {
  return (await readChecksFile(path, options)).sha256;
}
