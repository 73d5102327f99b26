import {hash, randomUUID} from 'node:crypto';
import {readdirSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {hasEnded, hostName} from './turns/process-life.ts';

/** After so many milliseconds nobody is still writing, wherever it was. */
const longGone = 7 * 24 * 60 * 60 * 1000;

const pattern = /\.(\d+)-([0-9a-f]{8})-[0-9a-f-]{36}\.part(?:-.{6})?$/;

function hostMark(): string {
  return hash('sha256', hostName(), 'hex').slice(0, 8);
}

/** What a file or folder is called until it is whole. The name says whose it is. */
export function unfinishedName(file: string): string {
  return `${file}.${process.pid}-${hostMark()}-${randomUUID()}.part`;
}

function isLeft(file: string, pid: number, host: string): boolean {
  if (host === hostMark() && pid !== process.pid && hasEnded(pid)) return true;
  const stats = statSync(file, {throwIfNoEntry: false});
  return stats !== undefined && stats.mtimeMs < Date.now() - longGone;
}

const swept = new Set<string>();

/**
 * Removes what killed processes have left unfinished in a folder. Done before the first write of
 * this process there, so that those who only read change nothing.
 */
export function sweepOnce(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      const [, pid, host = ''] = pattern.exec(name) ?? [];
      const file = path.join(folder, name);
      if (pid !== undefined && isLeft(file, Number(pid), host))
        rmSync(file, {recursive: true, force: true});
    }
  } catch {
    // What lies about costs nothing but room.
  }
}

/**
 * Removes what killed processes have left of conf's writing of a file. Only for who has the turn to
 * write it, or where the last writer wins anyhow.
 */
export function sweepConf(file: string): void {
  const [folder, start] = [path.dirname(file), `${path.basename(file)}.tmp-`];
  try {
    for (const name of readdirSync(folder))
      if (name.startsWith(start)) rmSync(path.join(folder, name), {force: true});
  } catch {
    // As above.
  }
}
