import {readFileOnce} from './spec/file-text.ts';

/**
 * SHA-256, lower-case hex, of a file's exact bytes: what a person trusts. To trust and run without a
 * gap between, read the file with `readChecksFile` and compare its `sha256` instead.
 * @throws ChecksFileError when the file cannot be read.
 */
export async function contentFingerprint(path: string): Promise<string> {
  return (await readFileOnce(path)).sha256;
}
