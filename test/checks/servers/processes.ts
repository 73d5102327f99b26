import {readFile} from 'node:fs/promises';

/** The process ids that a command wrote into a file, one a line. */
export async function pidsIn(path: string): Promise<number[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').filter(Boolean).map(Number);
}

/** True unless the process is gone, or dead and only not collected yet. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1');
    return !/^[ZX]/.test(text.slice(text.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
