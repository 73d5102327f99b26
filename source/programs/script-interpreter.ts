import {Buffer} from 'node:buffer';
import {open, stat} from 'node:fs/promises';

/** Longest first line of a script that Linux reads, in bytes. */
const longest = 256;

async function firstLine(file: string): Promise<string | undefined> {
  const handle = await open(file).catch(() => undefined);
  try {
    const found = await handle?.stat();
    if (!handle || !found?.isFile()) return undefined;
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(longest), 0, longest, 0);
    return buffer.toString('latin1', 0, bytesRead).split('\n', 1)[0];
  } finally {
    await handle?.close();
  }
}

/**
 * Why a script that is there cannot be started for all that, in a sentence: the system says of both
 * that there is no such file.
 */
export async function scriptProblem(file: string): Promise<string | undefined> {
  const line = await firstLine(file);
  const interpreter = /^#!\s*(?<path>\S+)/.exec(line ?? '')?.groups?.['path'];
  if (line === undefined || interpreter === undefined) return undefined;
  if (line.endsWith('\r'))
    return `The script ${file} has line ends of Windows, so the program in its first line is not found. Take them out: sed -i 's/\\r$//' ${file}`;
  const isThere = await stat(interpreter).then(
    () => true,
    () => false,
  );
  return isThere
    ? undefined
    : `The script ${file} wants ${interpreter}, which is not on this machine. Install it or correct its first line.`;
}
