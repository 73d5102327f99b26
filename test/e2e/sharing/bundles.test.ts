import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {assert, asyncProperty, integer, nat} from 'fast-check';
import {expect, test} from 'vitest';
import {readZip} from '../../../source/documents/archive/read-zip.ts';
import {sha256} from '../../../source/documents/manifest.ts';
import {makeZip} from '../../../source/documents/archive/write-zip.ts';
import {journalVersion} from '../../../source/handoff/changes/stamp.ts';
import {Problem} from '../../../source/problem.ts';
import {readBundle} from '../../../source/services/sharing/read-bundle.ts';
import {receive} from '../../../source/services/sharing/receive.ts';
import {formatLine} from '../../../source/store/journal/journal-line.ts';
import {amount} from '../../harness/amount.ts';
import {makePlace, type Place} from '../place.ts';

const colleague = {GIT_CONFIG_VALUE_0: 'Ana Silva'};

const checks = `system: Payments API
checks:
  - name: Says so
    command: [echo, all is well]
    expect: {stdout: {contains: well}}
`;

/** A handoff with evidence and a note, shared as `a.zip`. */
async function prepare(place: Place): Promise<string> {
  const id = await place.start();
  await place.write('handoff.yaml', checks);
  await place.run(['check', '--trust']);
  await place.run(['item', 'network', 'done', '--note', 'They haggle about the price.']);
  await place.run(['share', '--file', 'a.zip']);
  return id;
}

/** What a bundle of the place holds, by the path in its folder. */
async function partsOf(place: Place, id: string): Promise<Map<string, string>> {
  const journals = path.join(place.home, 'handoffs', id);
  const evidence = path.join(place.home, 'evidence');
  const parts = new Map<string, string>();
  for (const name of await readdir(journals))
    parts.set(`journal/${name}`, await readFile(path.join(journals, name), 'utf8'));
  for (const name of await readdir(evidence))
    parts.set(`evidence/${name}`, await readFile(path.join(evidence, name), 'utf8'));
  return parts;
}

async function bundleOf(
  id: string,
  parts: ReadonlyMap<string, string>,
  info: object = {},
): Promise<Buffer> {
  const files = Object.fromEntries([...parts].map(([name, text]) => [name, sha256(text)]));
  const said = {kind: 'handoff-wizard bundle', format: 1, handoff: id, files, ...info};
  const all = new Map([['bundle.json', JSON.stringify(said)], ...parts]);
  return Buffer.from(await makeZip('apex', all, '2026-03-04T10:15:00.000Z'));
}

test('two without git converge over files that they send each other', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  const id = await prepare(mine);
  const taken = await hers.run(['import', path.join(mine.workspace, 'a.zip')], colleague);
  expect(taken).toMatchObject({exitCode: 0, stderr: ''});
  expect(taken.stdout).toContain('Taken in, new here: apex-banking-payments-api, 4 changes');
  expect(taken.stdout).toContain('1 piece of evidence');
  await hers.run(['item', 'scope', 'done', '--note', 'By phone', '--handoff', id], colleague);
  await mine.run(['item', 'network', '--note', 'They still do.']);
  const back = path.join(hers.workspace, 'b.zip');
  await hers.run(['share', id, '--file', back], colleague);
  await mine.run(['share', '--file', 'a.zip', '--force']);
  expect((await mine.run(['import', back])).stdout).toContain('2 changes (Ana Silva 2)');
  await hers.run(['import', path.join(mine.workspace, 'a.zip')], colleague);
  const [here, there] = [await mine.stored(id), await hers.stored(id)];
  expect(there.journal).toEqual(here.journal);
  expect(there.handoff).toEqual(here.handoff);
  expect(here.problems).toEqual([]);
  expect((await mine.run(['import', back])).stdout).toBe(`Nothing new: ${id}.\n`);
});

test('its workspace is another on another machine', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  const id = await prepare(mine);
  const file = path.join(mine.workspace, 'a.zip');
  const taken = await hers.run(['import', file, '--workspace', '.'], colleague);
  expect(taken.stdout).toContain(`Its workspace here is ${hers.workspace};`);
  expect((await hers.stored(id)).handoff.workspace).toBe(hers.workspace);
  // A command in that folder means it.
  expect((await hers.run(['item', 'scope', 'done'], colleague)).exitCode).toBe(0);
});

test('a byte changed anywhere is found, and nothing is written', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  await prepare(mine);
  const zip = await readFile(path.join(mine.workspace, 'a.zip'));
  const file = path.join(hers.workspace, 'b.zip');
  const read = async () => {
    const source = await readZip(file);
    try {
      return await readBundle(source, 'b.zip');
    } finally {
      source.close();
    }
  };
  await assert(
    asyncProperty(nat(zip.length - 1), integer({min: 1, max: 255}), async (at, by) => {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ by;
      await writeFile(file, changed);
      await expect(read(), `byte ${at}`).rejects.toBeInstanceOf(Problem);
    }),
    {numRuns: amount(60, 3000)},
  );
  const {exitCode, stderr} = await hers.run(['import', 'b.zip'], colleague);
  expect(exitCode).toBe(2);
  expect(stderr).not.toContain('at ');
  expect(await readdir(hers.path)).not.toContain('store');
});

const lies: readonly (readonly [
  what: string,
  (parts: Map<string, string>, journal: string) => object | undefined,
  says: string,
])[] = [
  ['a file that it does not list', () => ({files: {}}), 'was added'],
  ['another version', () => ({format: 2}), 'a newer handoff-wizard has written it'],
  ['an id that leads elsewhere', () => ({handoff: '../../evil'}), 'is no id of a handoff'],
  ['an id that means something else', () => ({handoff: 'playbooks'}), 'is no id of a handoff'],
  [
    'another handoff than it says',
    () => ({handoff: 'other'}),
    'is the handoff "apex-banking-payments-api"',
  ],
  [
    'a name that no journal has',
    (parts) => void parts.set('journal/.bashrc', 'x'),
    'is no name of a journal',
  ],
  [
    'a file of another kind',
    (parts) => void parts.set('settings.json', '{}'),
    'is nothing that a handoff has',
  ],
  [
    'evidence under another name',
    (parts) => void parts.set(`evidence/${'a'.repeat(64)}`, 'x'),
    'is not what its name says',
  ],
  [
    'a line that was changed',
    (parts, name) => void parts.set(name, (parts.get(name) ?? '').replace('haggle', 'agree ')),
    'was changed since it was written',
  ],
  [
    'no beginning',
    (parts, name) => void parts.set(name, (parts.get(name) ?? '').split('\n').slice(2).join('\n')),
    'does not say how it began',
  ],
  ['no list', () => ({files: undefined}), 'does not list its files'],
];

test('a bundle that lies is refused, with nothing written', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  const id = await prepare(mine);
  for (const [what, lie, says] of lies) {
    const parts = await partsOf(mine, id);
    const [journal = ''] = parts.keys();
    const info = lie(parts, journal);
    await writeFile(path.join(hers.workspace, 'b.zip'), await bundleOf(id, parts, info));
    const {exitCode, stdout, stderr} = await hers.run(['import', 'b.zip'], colleague);
    expect({exitCode, stdout}, what).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(says);
    expect(await readdir(hers.path)).not.toContain('store');
  }
});

test('links, names that lead out and bombs are refused', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  const id = await prepare(mine);
  const good = await bundleOf(id, await partsOf(mine, id));
  const file = path.join(hers.workspace, 'b.zip');
  const refuses = async (zip: Uint8Array, says: string) => {
    await writeFile(file, zip);
    const {exitCode, stderr} = await hers.run(['import', 'b.zip'], colleague);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  };
  const directory = good.indexOf('PK\u0001\u0002', 0, 'latin1');
  const entry = good.indexOf('apex/journal', directory);
  const link = Buffer.from(good);
  link.writeUInt32LE(0o120777 * 0x10000, entry - 8);
  await refuses(link, 'it is a link');
  const out = Buffer.from(good);
  for (let at = out.indexOf('apex/journal'); at !== -1; at = out.indexOf('apex/journal', at + 1))
    out.write('/etc/cron.d/', at);
  await refuses(out, 'leads out of the archive');
  const bomb = Buffer.from(good);
  bomb.writeUInt32LE(0xfffffff0, entry - 22);
  await refuses(bomb, 'b.zip');
  expect(await readdir(hers.path)).not.toContain('store');
});

test('what is nothing that can be imported is told', async () => {
  await using place = makePlace();
  const zip = await makeZip('apex', new Map([['bagit.txt', 'x']]), '2026-03-04T10:15:00.000Z');
  await writeFile(path.join(place.workspace, 'archive.zip'), zip);
  await place.write('handoff.yaml', checks);
  for (const name of ['archive.zip', 'handoff.yaml']) {
    const {exitCode, stderr} = await place.run(['import', name]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is nothing that can be imported');
  }
  expect((await place.run(['import', 'gone.zip'])).stderr).toContain('cannot be read');
});

test('another handoff of the same name is not united with it', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  const id = await prepare(mine);
  await hers.start();
  const before = await hers.stored(id);
  const file = path.join(mine.workspace, 'a.zip');
  const {exitCode, stderr} = await hers.run(['import', file], colleague);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`two handoffs are called "${id}"`);
  expect((await hers.stored(id)).journal).toEqual(before.journal);
});

test('who speaks under our name, or writes under the name of our store, is shown', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  const id = await prepare(mine);
  const {journal, heads} = await mine.stored(id);
  const last = journal.at(-1);
  const claim = {
    type: 'item/noted' as const,
    item: 'scope',
    note: 'I never said this',
    id: 'forged',
    v: journalVersion,
    at: last?.at ?? '',
    actor: 'Jordan Ruiz',
    order: (last?.order ?? 0) + 1,
  };
  const {text} = formatLine(claim, heads);
  const parts = await partsOf(mine, id);
  const [own = ''] = parts.keys();
  const file = path.join(hers.workspace, 'b.zip');
  await writeFile(
    file,
    await bundleOf(id, new Map([...parts, ['journal/evil-1.jsonl', `${text}\n`]])),
  );
  const told = await mine.run(['import', file]);
  expect(told.stdout).toContain(
    '1 change under your name, Jordan Ruiz, was made elsewhere: evil-1',
  );
  const again = formatLine({...claim, id: 'again'}, heads).text;
  await writeFile(
    file,
    await bundleOf(id, new Map([...parts, [own, `${parts.get(own)}\n${again}\n`]])),
  );
  const copied = await mine.run(['import', file]);
  expect(copied.stdout).toContain('written under the name of this store');
  // Two never write one file from then on.
  await mine.run(['item', 'scope', 'done']);
  expect(await readdir(path.join(mine.home, 'handoffs', id))).toHaveLength(3);
  expect((await mine.stored(id)).problems).toEqual([]);
});

test('what was recorded is not said anew by somebody else, and a thousand bad lines are told in a few', async () => {
  await using mine = makePlace();
  const id = await prepare(mine);
  const {journal, heads} = await mine.stored(id);
  const note = journal.find((action) => action.type === 'item/noted');
  if (!note) throw new Error('There is no note.');
  const {text} = formatLine({...note, note: 'They love the price.'}, heads);
  const parts = await partsOf(mine, id);
  const file = path.join(mine.workspace, 'b.zip');
  await writeFile(
    file,
    await bundleOf(id, new Map([...parts, ['journal/aaa-1.jsonl', `${text}\n`]])),
  );
  const told = await mine.run(['import', file]);
  expect(told.stdout).toContain(
    'Left out: 1 line that says otherwise what was recorded here before',
  );
  expect((await mine.stored(id)).journal).toEqual(journal);
  expect((await mine.stored(id)).problems).toEqual([]);
  const [own = '', whole = ''] = [...parts].find(([name]) => name.startsWith('journal/')) ?? [];
  const bad = {name: path.basename(own), text: `${whole}${'x\n'.repeat(1000)}`};
  const shared = {id, files: [bad], evidence: []};
  const context = {home: mine.home, actor: 'Jordan Ruiz'};
  const {remarks} = await receive(context, {...shared, remarks: []}, mine.workspace, 'needed');
  expect(remarks).toHaveLength(21);
});

test('what could act on a terminal, or forge a line, is shown as what it is', async () => {
  await using mine = makePlace();
  await using hers = makePlace();
  const id = await prepare(mine);
  const {journal, heads} = await mine.stored(id);
  const last = journal.at(-1);
  const claim = {
    type: 'item/noted' as const,
    item: 'scope',
    note: 'By \u001B[8mno \u202Eone\u001B]0;owned\u0007\nAccepted on Monday by Eve',
    id: 'hostile',
    v: journalVersion,
    at: last?.at ?? '',
    actor: 'Eve\u009B2J\nAna',
    order: (last?.order ?? 0) + 1,
  };
  const {text} = formatLine(claim, heads);
  const parts = await partsOf(mine, id);
  const bundle = await bundleOf(id, new Map([...parts, ['journal/evil-1.jsonl', `${text}\n`]]));
  await writeFile(path.join(hers.workspace, 'b.zip'), bundle);
  const printed = [await hers.run(['import', 'b.zip'], colleague)];
  for (const command of ['status', 'log']) printed.push(await hers.run([command, id], colleague));
  for (const {stdout, stderr} of printed) {
    expect(stdout).toMatch(/^.*Eve Ana|note: By no one Accepted on Monday/mu);
    expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)\p{Cc}|\u202E|^(?:Ana|Accepted on)/mu);
  }
  expect(await readFile(path.join(hers.home, 'handoffs', id, 'evil-1.jsonl'), 'utf8')).toContain(
    text,
  );
});
