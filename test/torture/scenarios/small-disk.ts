import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {buildWorker} from '../start-worker.ts';
import {openTally, skippedTally, type Tally} from '../tally.ts';

const mount = 'mount -t tmpfs -o size=64k tmpfs /mnt';
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', mount]).status === 0;

/**
 * A disk on which one page after the other is free, from none on: whatever is kept there is whole,
 * and what is not is refused in words. All of it runs in one process that has such a disk.
 */
export async function smallDisk(pages: number): Promise<Tally> {
  const name = 'a small disk, page by page';
  if (!canMount || !existsSync('/mnt')) return skippedTally(name, 'nothing can be mounted here');
  const fixture = await buildWorker(path.join('programs', 'small-disk.ts'));
  const script = 'mount -t tmpfs -o size=2m,mode=700 tmpfs /mnt && exec "$0" "$@"';
  const args = ['-rm', 'sh', '-c', script, process.execPath, fixture.path, '/mnt', String(pages)];
  const {stdout, stderr, status} = spawnSync('unshare', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  await fixture.remove();
  if (status === 0) return {...(JSON.parse(stdout) as Tally), scenario: name};
  return {...openTally(name), wrong: [`it ended with ${status}: ${stderr}`]};
}
