import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {makePlace, program, type Place} from '../../e2e/place.ts';
import {openTally, skippedTally, type OpenTally, type Tally} from '../tally.ts';

const mount = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"';
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', mount, 'sh', tmpdir()]).status === 0;

const checks = 'checks:\n  - {name: says, command: echo hello, expect: {stdout: hello}}\n';

const reading: readonly (readonly string[])[] = [
  ['list'],
  ['status'],
  [],
  ['config'],
  ['gate'],
  ['docs', '--out', 'documents'],
];

const writing: readonly (readonly string[])[] = [
  ['item', 'network', 'done', '--note', 'one'],
  ['new', '--customer', 'C', '--system', 'D'],
  ['config', 'set', 'name', 'Ana'],
  ['config', 'set', 'holidays', '2026-12-25'],
  ['trust', '--yes'],
  ['check', '--trust'],
];

/** Runs a command in the workspace while the store cannot be written. */
function run({workspace, home, env}: Place, args: readonly string[]) {
  const script = `${mount} && shift && exec "$@"`;
  const line = ['-rm', 'sh', '-c', script, 'sh', home, process.execPath, program, ...args];
  const {status, stdout, stderr} = spawnSync('unshare', line, {
    cwd: workspace,
    env,
    encoding: 'utf8',
  });
  return {status, stdout, stderr};
}

function tryAll(place: Place, kind: string, tally: OpenTally): void {
  for (const args of reading) {
    const {status, stderr} = run(place, args);
    tally.tries += 1;
    if (status !== 0 && status !== 3)
      tally.unopened.push(`${kind}: "${args.join(' ')}" ended with ${status}: ${stderr}`);
  }
  for (const args of writing) {
    const {status, stdout, stderr} = run(place, args);
    tally.tries += 1;
    if (status !== 2 || !/^Not saved: /m.test(stderr))
      tally.wrong.push(`${kind}: "${args.join(' ')}" ended with ${status}: ${stdout}${stderr}`);
  }
}

/** Makes a handoff one of the format before journals. */
async function makeOld(place: Place, id: string): Promise<void> {
  const {journal} = await place.stored(id);
  const old = {schema: 1, journal: journal.map(({v: _, ...action}) => action)};
  rmSync(path.join(place.home, 'handoffs', id), {recursive: true});
  rmSync(path.join(place.home, 'progress'), {recursive: true, force: true});
  writeFileSync(path.join(place.home, 'handoffs', `${id}.json`), JSON.stringify(old));
}

/** A store that may only be read: reading works, and each write is refused in words. */
export async function readOnly({hasOld = true} = {}): Promise<Tally> {
  const name = 'a store that may only be read';
  if (!canMount) return skippedTally(name, 'nothing can be mounted here');
  const tally = openTally(name);
  await using place = makePlace();
  const id = await place.start();
  await place.write('handoff.yaml', checks);
  tryAll(place, 'a handoff', tally);
  const before = readFileSync(await place.journalFile(id));
  if ((await place.stored(id)).journal.length !== 1) tally.wrong.push('something was written');
  if (!hasOld) return tally;
  await makeOld(place, id);
  tryAll(place, 'a handoff of the old format', tally);
  await place.stored(id);
  if (readFileSync(await place.journalFile(id)).length < before.length / 2)
    tally.lost.push('what the old format held');
  return tally;
}
