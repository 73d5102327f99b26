import {readChecksFile, type ReadOptions} from './read-checks-file.ts';

/**
 * SHA-256, lower-case hex, of what a person trusts: the exact bytes of a checks file and of all it
 * includes, with them every `on` prefix, and what goss makes of gossfiles. To trust and run without a gap between, read the file
 * with `readChecksFile` once and use its `trustedSha256` instead.
 * @throws ChecksFileError when a file cannot be read or has a mistake.
 */
export async function contentFingerprint(path: string, options?: ReadOptions): Promise<string> {
  return (await readChecksFile(path, options)).trustedSha256;
}
