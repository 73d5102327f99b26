import {existsSync} from 'node:fs';
import {mkdir, readFile, rm, symlink, truncate, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {execa} from 'execa';
import {assert, asyncProperty, constantFrom, integer, nat, oneof} from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ZipFile} from 'yazl';
import {readZip} from '../../../source/documents/archive/read-zip.ts';
import {unsealed} from '../../../source/documents/archive/seal.ts';
import {makeBag} from '../../../source/documents/archive/bag.ts';
import {makeZip} from '../../../source/documents/archive/write-zip.ts';
import type {Kit} from '../../../source/handoff/kits/kit-file.ts';
import {openKit} from '../../../source/services/kit/open-kit.ts';
import {amount, isFull} from '../../harness/amount.ts';
import {rawZip, type RawEntry, type RawZip} from '../../harness/raw-zip.ts';
import {makeSides, type Sides} from './sides.ts';

let sides: Sides;
let whole: Buffer;
const folder = 'apex-banking-payments-api-kit';

beforeAll(async () => {
  sides = await makeSides();
  whole = await readFile(path.join(sides.desk, 'kit.zip'));
});
afterAll(() => sides[Symbol.asyncDispose]());

/** What the receiver's store holds of kits; nothing while none was opened. */
const received = () => path.join(sides.jordan.path, 'theirs', 'received');

async function refused(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(path.join(sides.desk, name), bytes);
  const kept = async () => (existsSync(received()) ? sides.jordan.files(received()) : []);
  const before = await kept();
  const {exitCode, stderr, stdout} = await sides.mina(['open', name]);
  expect(exitCode, stdout).toBe(2);
  expect(await kept()).toEqual(before);
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

test('so it is where it was unpacked, also in the list that nothing vouches for', async () => {
  const home = path.join(sides.jordan.path, 'another');
  const unpacked = path.join(sides.jordan.path, folder);
  await execa('unzip', ['-q', path.join(sides.desk, 'kit.zip')], {cwd: sides.jordan.path});
  const names = (await entriesOf(whole)).map(({name}) => String(name));
  const list = names.filter((name) => name.includes('tagmanifest'));
  await assert(
    asyncProperty(
      oneof(constantFrom(...names), constantFrom(...list)),
      nat(),
      integer({min: 1, max: 255}),
      async (name, place, by) => {
        const file = path.join(sides.jordan.path, name);
        const bytes = await readFile(file);
        const changed = Buffer.from(bytes);
        const at = place % bytes.length;
        changed[at] = (changed[at] ?? 0) ^ by;
        await writeFile(file, changed);
        await expect(openKit(home, unpacked), `byte ${at}`).rejects.toThrow(/\S/u);
        await writeFile(file, bytes);
      },
    ),
    // A space that became a star, as some lists have it.
    {numRuns: amount(20, 3000), examples: [[list[0] ?? '', 65, 0x0a]]},
  );
  expect(existsSync(path.join(home, 'received'))).toBe(false);
});

/** Where the end of the zip begins, and in it the place of where the list of files begins. */
const endAt = () => whole.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
const listAt = () => whole.readUInt32LE(endAt() + 16);

test('each byte around the files of the zip is looked at', async () => {
  const home = path.join(sides.jordan.path, 'another');
  const file = path.join(sides.desk, 'flipped.zip');
  // The head of the first, the list of files, and the end with the seal: no hash of a file covers them.
  const list = listAt();
  const places = [
    ...Array.from({length: 60}, (_, at) => at),
    ...Array.from({length: whole.length - list}, (_, at) => list + at),
  ];
  for (const at of places.filter((_, index) => isFull || index % 97 === 0)) {
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

/** What a kit holds, to be packed by hand. */
async function entriesOf(zip: Uint8Array): Promise<readonly RawEntry[]> {
  const file = path.join(sides.desk, 'taken.zip');
  await writeFile(file, zip);
  const source = await readZip(file);
  const read = source.files.map(async ({path: name, open}) => ({
    name: `${folder}/${name}`,
    content: await buffer(Readable.from(await open())),
  }));
  const entries = await Promise.all(read);
  source.close();
  return entries;
}

/** The extra field by which some programs unpack a file under another name. */
function otherName(name: string): Buffer {
  const head = Buffer.from([0x75, 0x70, name.length + 5, 0, 1, 0, 0, 0, 0]);
  return Buffer.concat([head, Buffer.from(name)]);
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
    const first = listAt();
    bomb.writeUInt16LE(8, first + 10);
    bomb.writeUInt32LE(0x7f_ff_ff_ff, first + 24);
    expect(await refused('bomb.zip', bomb)).toContain('made to fill disks');
    const many = await zipOf(Array.from({length: 10_001}, (_, at) => [`k/${at}`, ''] as const));
    expect(await refused('many.zip', many)).toContain('more than any');
  });

  const first = {name: `${folder}/README.txt`, content: Buffer.from('evil')};
  /** Another of what stands in place of one of the files. */
  const of = (change: Partial<RawEntry>) => (entries: readonly RawEntry[]) =>
    entries.map((entry, at) => (at === 3 ? {...entry, ...change} : entry));
  const same = (entries: readonly RawEntry[]) => entries;
  test.each<
    readonly [string, (entries: readonly RawEntry[]) => readonly RawEntry[], RawZip, RegExp]
  >([
    ['a file twice', (entries) => [...entries, first], {}, /it is there twice/u],
    ['two names of a file', of({ownName: '../evil.sh'}), {}, /says otherwise than the list/u],
    ['another name beside', of({extra: otherName('../evil.sh')}), {}, /says otherwise/u],
    ['a file in another', of({at: 0}), {}, /stands in another/u],
    ['a file not listed', (entries) => [{...first, isHidden: true}, ...entries], {}, /no file/u],
    ['a program before it', same, {before: '#!/bin/sh\necho evil\n'}, /belong to no file/u],
    ['bytes behind the files', same, {between: 'evil'}, /belong to no file/u],
    ['more than it counts', same, {count: 3}, /belong to no file/u],
    ['less than it counts', same, {count: 300}, /not a whole zip file/u],
    ['what is encrypted', of({flags: 1}), {}, /not a whole zip file/u],
    ['a pipe', of({mode: 0o010644}), {}, /it is no file/u],
    ['a compression of its own', of({method: 99}), {}, /cannot be read/u],
    ['a size that is none', of({method: 8, said: 7}), {}, /cannot be read/u],
    ['no seal', same, {comment: ''}, /packed it anew/u],
    ['a seal of another', same, {comment: unsealed.replaceAll('0', 'f')}, /zip around the files/u],
    ['an end in the end', same, {comment: `PK\u0005\u0006${'\0'.repeat(18)}`}, /bagit/u],
  ])('%s', async (_, change, zip, reason) => {
    expect(await refused('raw.zip', rawZip(change(await entriesOf(whole)), zip))).toMatch(reason);
  });

  test('what was unpacked, changed and packed anew, or opened as a folder', async () => {
    const unpacked = path.join(sides.desk, folder);
    await execa('unzip', ['-q', 'kit.zip'], {cwd: sides.desk});
    await execa('zip', ['-q', '-r', 'anew.zip', folder], {cwd: sides.desk});
    const anew = await readFile(path.join(sides.desk, 'anew.zip'));
    expect(await refused('anew.zip', anew)).toContain('packed it anew');
    const file = path.join(unpacked, 'data', 'kit.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Look', 'Hack'));
    expect((await sides.mina(['open', unpacked])).stderr).toContain('data/kit.json');
    await writeFile(file, text);
    await symlink('/etc/passwd', path.join(unpacked, 'data', 'more'));
    expect((await sides.mina(['open', unpacked])).stderr).toContain('data/more');
    await rm(path.join(unpacked, 'data', 'more'));
    expect(existsSync(received())).toBe(false);
    const opened = await sides.mina(['open', unpacked]);
    expect(opened, opened.stderr).toMatchObject({exitCode: 0});
  });
});

test('what is no file, and a folder that is none of a kit, is told at once', async () => {
  const pipe = path.join(sides.desk, 'pipe');
  await execa('mkfifo', [pipe]);
  const home = path.join(sides.desk, 'somebody');
  await mkdir(path.join(home, 'below'), {recursive: true});
  // Nobody has to read all of it to say so.
  await symlink('/nowhere', path.join(home, 'below', 'link'));
  for (const command of ['open', 'verify', 'import']) {
    expect((await sides.mina([command, pipe])).stderr).toContain('cannot be read: it is n');
    if (command === 'import') continue;
    const {stderr} = await sides.mina([command, home]);
    expect(stderr).toContain('has no bagit.txt');
    expect(stderr).not.toContain('below');
  }
  const bomb = path.join(sides.desk, 'bomb');
  await mkdir(bomb);
  await writeFile(path.join(bomb, 'bagit.txt'), 'BagIt-Version: 1.0\n');
  await writeFile(path.join(bomb, 'zeros'), '');
  await truncate(path.join(bomb, 'zeros'), 300 * 1024 ** 2);
  expect((await sides.mina(['open', bomb])).stderr).toContain('more than any handoff has');
});

/** A kit that is whole and says something else of itself: anybody can make one. */
async function sayingOf(change: (kit: Kit) => object | string): Promise<Uint8Array> {
  const entries = await entriesOf(whole);
  const held = new Map(
    entries.map(({name, content}) => [String(name).slice(folder.length + 1), content]),
  );
  const kit = JSON.parse(String(held.get('data/kit.json'))) as Kit;
  const said = change(kit);
  held.set('data/kit.json', Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)));
  const payload = [...held].flatMap(([name, content]): [string, Uint8Array][] =>
    name.startsWith('data/') ? [[name.slice('data/'.length), content]] : [],
  );
  const files = makeBag(new Map(payload), [['Bagging-Date', '2026-03-04']], 'Read me');
  return makeZip(folder, files, '2026-03-04T10:00:00.000Z');
}

test.each<readonly [string, (kit: Kit) => object | string, RegExp]>([
  ['another version', (kit) => ({...kit, format: 2}), /newer version/u],
  ['no version', (kit) => ({...kit, format: '1'}), /format/u],
  ['an older version', (kit) => ({...kit, format: 0}), /format/u],
  ['a zone that is none', (kit) => ({...kit, timeZone: 'Mars/Base'}), /timeZone/u],
  ['a day that is none', (kit) => ({...kit, asOf: '2026-13-45T00:00:00Z'}), /asOf/u],
  ['no JSON', () => '{"format": 1', /no JSON/u],
  ['no end', () => '['.repeat(100_000), /no JSON/u],
  ['nothing', () => 'null', /no kit/u],
  [
    'a file that is another',
    (kit) => ({
      ...kit,
      documents: [{name: 'a', title: 'a', about: 'a', files: ['../../../../etc/passwd']}],
    }),
    /it is not there/u,
  ],
])('a kit that says %s of itself is refused', async (_, change, reason) => {
  expect(await refused('says.zip', await sayingOf(change))).toMatch(reason);
});

test('whatever a kit calls things, each stands in its line and does nothing to a terminal', async () => {
  const evil = 'Pay\u001B[8m\u001B]0;owned\u0007\u202E\nWhole: all is well';
  const home = path.join(sides.jordan.path, 'named');
  const bytes = await sayingOf((kit) => ({
    ...kit,
    customer: evil,
    system: evil,
    from: evil,
    versionWords: evil,
    runbooks: kit.runbooks.map((one) => ({...one, fields: {...one.fields, name: evil}})),
    demonstrations: kit.demonstrations.map((one) => ({...one, text: evil, standing: evil})),
    questions: kit.questions.map((one) => ({...one, text: evil})),
    acceptance: {contents: [], missing: [evil], decided: evil},
  }));
  await writeFile(path.join(sides.desk, 'named.zip'), bytes);
  const env = {HANDOFF_WIZARD_HOME: home};
  const opened = await sides.jordan.run(['open', path.join(sides.desk, 'named.zip')], env);
  expect(opened, opened.stderr).toMatchObject({exitCode: 0});
  expect(opened.stdout).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
  expect(opened.stdout.match(/^Whole:/gmu)).toHaveLength(1);
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
