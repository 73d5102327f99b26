import {existsSync} from 'node:fs';
import {readFile, rm, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {execa} from 'execa';
import {assert, asyncProperty, integer} from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ZipFile} from 'yazl';
import {openKit} from '../../../source/services/kit/open-kit.ts';
import {amount, isFull} from '../../harness/amount.ts';
import {makeSides, type Sides} from './sides.ts';

let sides: Sides;
let whole: Buffer;

beforeAll(async () => {
  sides = await makeSides();
  whole = await readFile(path.join(sides.desk, 'kit.zip'));
});
afterAll(() => sides[Symbol.asyncDispose]());

/** What the receiver's store holds of kits; nothing while none was opened. */
const received = () => path.join(sides.jordan.path, 'theirs', 'received');

async function refused(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(path.join(sides.desk, name), bytes);
  const {exitCode, stderr, stdout} = await sides.mina(['open', name]);
  expect(exitCode, stdout).toBe(2);
  expect(existsSync(received())).toBe(false);
  return stderr;
}

test('a byte that was changed anywhere is found, and nothing is unpacked', async () => {
  const home = path.join(sides.jordan.path, 'another');
  const file = path.join(sides.desk, 'flipped.zip');
  await assert(
    asyncProperty(
      integer({min: 0, max: whole.length - 1}),
      integer({min: 1, max: 255}),
      async (at, by) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        await writeFile(file, bytes);
        await expect(openKit(home, file)).rejects.toThrow(/\S/u);
        expect(existsSync(path.join(home, 'received'))).toBe(false);
      },
    ),
    {numRuns: amount(60, 3000)},
  );
});

test('each byte around the files of the zip is looked at', async () => {
  const home = path.join(sides.jordan.path, 'another');
  const file = path.join(sides.desk, 'flipped.zip');
  // The list of files at the end, and the head of the first: no hash covers either.
  const list = whole.readUInt32LE(whole.length - 6);
  const places = [
    ...Array.from({length: 60}, (_, at) => at),
    ...Array.from({length: 46}, (_, at) => list + at),
    ...Array.from({length: 22}, (_, at) => whole.length - 22 + at),
  ];
  for (const at of places.filter((_, index) => isFull || index % 4 === 0)) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(openKit(home, file), `byte ${at}`).rejects.toThrow(/\S/u);
  }
});

/** A zip of a few files, with what a person may have made of it. */
async function zipOf(files: readonly (readonly [string, string])[], mode = 0o100644) {
  const zip = new ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name, {mode, compress: false});
  zip.end();
  return buffer(zip.outputStream);
}

describe('a zip from elsewhere is refused with its reason, and nothing is written', () => {
  test('what is cut short, is no zip, or is none of ours', async () => {
    expect(await refused('short.zip', whole.subarray(0, 4000))).toContain('not a whole zip file');
    expect(await refused('more.zip', Buffer.concat([whole, Buffer.from('x')]))).toMatch(/zip/u);
    expect(await refused('text.zip', Buffer.from('hello'))).toContain('not a whole zip file');
    expect(await refused('other.zip', await zipOf([['a.txt', 'x']]))).toContain('has no bagit.txt');
    await sides.jordan.run(['archive', '--out', path.join(sides.desk, 'archive.zip')]);
    const archive = await readFile(path.join(sides.desk, 'archive.zip'));
    expect(await refused('archive.zip', archive)).toContain('is no kit for a receiver');
  });

  test('names that lead out, links, and what says that it is huge', async () => {
    const out = await zipOf([
      ['a-kit/bagit.txt', 'BagIt-Version: 1.0\n'],
      ['a-kit/data/xx/evil', 'x'],
    ]);
    // The library writes no such name, so it is put there.
    const text = out.toString('latin1').replaceAll('data/xx/evil', 'data/../evil');
    expect(await refused('out.zip', Buffer.from(text, 'latin1'))).toContain(
      'leads out of the archive',
    );
    const link = await zipOf([['a-kit/bagit.txt', '/etc/passwd']], 0o120777);
    expect(await refused('link.zip', link)).toContain('it is a link');
    const bomb = Buffer.from(whole);
    const first = bomb.readUInt32LE(bomb.length - 6);
    bomb.writeUInt16LE(8, first + 10);
    bomb.writeUInt32LE(0x7f_ff_ff_ff, first + 24);
    expect(await refused('bomb.zip', bomb)).toContain('made to fill disks');
    const many = await zipOf(Array.from({length: 10_001}, (_, at) => [`k/${at}`, ''] as const));
    expect(await refused('many.zip', many)).toContain('more than any');
  });

  test('what was unpacked, changed and packed anew, or opened as a folder', async () => {
    const folder = path.join(sides.desk, 'apex-banking-payments-api-kit');
    await execa('unzip', ['-q', 'kit.zip'], {cwd: sides.desk});
    await execa('zip', ['-q', '-r', 'anew.zip', path.basename(folder)], {cwd: sides.desk});
    const anew = await readFile(path.join(sides.desk, 'anew.zip'));
    expect(await refused('anew.zip', anew)).toContain('packed it anew');
    const file = path.join(folder, 'data', 'kit.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Look', 'Hack'));
    expect((await sides.mina(['open', folder])).stderr).toContain('data/kit.json');
    await writeFile(file, text);
    await symlink('/etc/passwd', path.join(folder, 'data', 'more'));
    expect((await sides.mina(['open', folder])).stderr).toContain('data/more');
    await rm(path.join(folder, 'data', 'more'));
    expect(existsSync(received())).toBe(false);
    const opened = await sides.mina(['open', folder]);
    expect(opened, opened.stderr).toMatchObject({exitCode: 0});
  });
});

test('what was changed where it lies unpacked is replaced, and a change of its checks is not run', async () => {
  await sides.mina(['open', 'kit.zip']);
  const kept = await sides.jordan.files(received());
  const digest = kept.find((name) => /^[0-9a-f]{64}$/u.test(name)) ?? '';
  const file = path.join(received(), digest, 'kit', 'data', 'checks', 'handoff.yaml');
  await writeFile(file, 'checks: [{name: Evil, command: [touch, /tmp/evil]}]\n');
  const stopped = await sides.mina(['answer', 'check', '--trust']);
  expect(stopped).toMatchObject({exitCode: 2});
  expect(stopped.stderr).toContain('data/checks/handoff.yaml');
  expect(await sides.mina(['open', 'kit.zip'])).toMatchObject({exitCode: 0});
  expect(await readFile(file, 'utf8')).toContain('all is well');
});
