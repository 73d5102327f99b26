import type {Buffer} from 'node:buffer';
import {open, type FileHandle} from 'node:fs/promises';
import {constants} from 'node:fs';

/** No file of certificates is larger, in bytes; the bundle of a whole system has 250 KB. */
const largest = 16 * 1024 * 1024;

const meanings: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file: correct the path, which starts at the folder of the checks file',
  EACCES: 'you may not read it: change its owner or rights, or run this as who may',
  EISDIR: 'it is a folder: name a file',
  ENOTDIR: 'a part of its path is no folder: correct the path',
};

/**
 * Reads a file with certificates or a key, or says in a sentence why that cannot be and what to do. It
 * waits for no pipe and reads no endless device.
 * @param file absolute path
 */
export async function readMaterial(file: string): Promise<Buffer | string> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (found.isDirectory()) return `${file}: ${meanings['EISDIR'] ?? ''}.`;
    if (!found.isFile() || found.size > largest)
      return `${file}: it is no file of certificates: name one in PEM form.`;
    return await handle.readFile();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error ? error.message : String(error);
    return `${file}: ${Object.hasOwn(meanings, code) ? meanings[code] : message}.`;
  } finally {
    await handle?.close();
  }
}
