import {Buffer} from 'node:buffer';
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import {execa} from 'execa';
import {ZipFile} from 'yazl';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {archiveHandoff, type ArchiveInput} from '../../source/documents/archive/archive-handoff.ts';
import type {BagFiles} from '../../source/documents/archive/bag.ts';
import {bounds, BrokenArchiveError} from '../../source/documents/archive/bag-source.ts';
import {readBagFolder} from '../../source/documents/archive/read-bag-folder.ts';
import {readZip} from '../../source/documents/archive/read-zip.ts';
import {ArchiveSecretError} from '../../source/documents/guard/require-no-secrets.ts';
import {unpackProblems} from '../../source/documents/archive/unpack-problems.ts';
import {verifyBag} from '../../source/documents/archive/verify-bag.ts';
import {makeZip} from '../../source/documents/archive/write-zip.ts';
import {sha256} from '../../source/documents/manifest.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {foldJournal} from '../../source/handoff/changes/fold.ts';
import type {KeptOutput} from '../../source/handoff/model/kept-output.ts';
import {rawZip} from '../harness/raw-zip.ts';
import {check, journalOf, run, sampleChanges} from './sample-handoff.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';

const output = 'all is well\n';
const evidence = sha256(output);
const journal = journalOf([
  ...sampleChanges.filter(({type}) => type !== 'checks/recorded'),
  run([
    check('API is healthy', {
      evidence: {stored: evidence, original: evidence, bytes: 12, isTruncated: false, redacted: []},
    }),
  ]),
]);

const input: ArchiveInput = {
  handoff: foldJournal(journal),
  journal,
  documents: new Map([['training-pack.md', '# Training\n']]),
  checks: new Map([['handoff.yaml', 'system: Payments API\nchecks: []\n']]),
  readEvidence: (name) => Promise.resolve(name === evidence ? output : undefined),
  audience: 'internal',
  version: '1.2.3',
};

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'archive-'));
});
afterEach(async () => {
  await rm(root, {recursive: true});
});

/** A handoff with two runbooks that were run, of which the second is the team's own. */
function twoRunbooks(
  forAll: KeptOutput,
  forTeam: KeptOutput,
): Pick<ArchiveInput, 'handoff' | 'journal'> {
  const runbook = {type: 'record/added', register: 'runbooks', item: 'restart'} as const;
  const proven = (record: string, evidence: KeptOutput): Change => ({
    type: 'runbook/proven',
    record,
    command: 'restart',
    isMet: true,
    expected: 'up',
    actual: 'exit 0: up',
    code: 0,
    evidence,
  });
  const tasks = playbook([
    phase('preparation', 'Preparation', [
      step('Runbooks', 'text', [item('Restart', {id: 'restart', register: 'runbooks'})]),
    ]),
  ]);
  const changes: readonly Change[] = [
    {...runbook, fields: {name: 'Restart', commands: 'restart', expected: 'up'}},
    {...runbook, fields: {name: 'Bill', commands: 'restart', expected: 'up'}},
    {type: 'record/addressed', record: 'a2', audience: 'internal'},
    proven('a1', forAll),
    proven('a2', forTeam),
  ];
  const journal = journalOf(changes, tasks);
  return {handoff: foldJournal(journal), journal};
}

async function filesOf(
  more: Partial<ArchiveInput> = {},
): Promise<Map<string, string | Uint8Array>> {
  return new Map((await archiveHandoff({...input, ...more})).files);
}

async function zipOf(files: BagFiles, folder = 'apex'): Promise<Buffer> {
  return Buffer.from(await makeZip(folder, files, '2026-03-04T10:15:00.000Z'));
}

async function verify(zip: Uint8Array) {
  const file = path.join(root, 'archive.zip');
  await writeFile(file, zip);
  const source = await readZip(file);
  try {
    return await verifyBag(source, file);
  } finally {
    source.close();
  }
}

/** Writes one text of the zip over with another of the same length, as often as it stands there. */
function patched(zip: Buffer, from: string, to: string): Buffer {
  const text = zip.toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

describe('an archive', () => {
  it('holds everything and verifies', async () => {
    const files = await filesOf();
    expect([...files.keys()].filter((name) => name.startsWith('data/'))).toEqual([
      'data/checks/handoff.yaml',
      'data/documents/training-pack.md',
      `data/evidence/${evidence}.txt`,
      'data/journal.json',
    ]);
    const verified = await verify(await zipOf(files));
    expect(verified).toMatchObject({problems: [], files: files.size, signature: undefined});
    expect(verified.info).toContainEqual(['External-Identifier', 'apex-payments-api']);
    expect(verified.info).toContainEqual(['Bagging-Date', input.handoff.updatedAt.slice(0, 10)]);
  });

  it('is checked by unzip and sha256sum alone', async () => {
    const file = path.join(root, 'a.zip');
    await writeFile(file, await zipOf(await filesOf()));
    await execa('unzip', ['-q', file, '-d', root]);
    const cwd = path.join(root, 'apex');
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const {stdout} = await execa('sha256sum', ['--strict', '-c', manifest], {cwd});
      expect(stdout).toMatch(/^(?:\S+: OK\n?)+$/u);
    }
    const source = await readBagFolder(cwd, bounds);
    expect((await verifyBag(source, cwd)).problems).toEqual([]);
  });

  it('gives the same bytes in every time zone', async () => {
    const files = await filesOf();
    const script = `
      const {makeZip} = await import('./source/documents/archive/write-zip.ts');
      const files = new Map(${JSON.stringify([...files])});
      const zip = await makeZip('apex', files, '2026-03-04T10:15:00.000Z');
      process.stdout.write(Buffer.from(zip).toString('base64'));`;
    const expected = (await zipOf(files)).toString('base64');
    for (const TZ of ['Pacific/Kiritimati', 'America/St_Johns']) {
      const args = ['--input-type=module', '-e', script];
      expect((await execa(process.execPath, args, {env: {TZ}})).stdout).toBe(expected);
    }
  });

  it('keeps the journal so that the handoff can be folded from it', async () => {
    const text = (await filesOf()).get('data/journal.json');
    const read = JSON.parse(String(text)) as {schema: number; journal: typeof journal};
    expect(read.schema).toBe(1);
    expect(foldJournal(read.journal)).toEqual(input.handoff);
  });

  it('for a customer has no journal and no note', async () => {
    const files = await filesOf({audience: 'customer'});
    expect(files.has('data/journal.json')).toBe(false);
    expect([...files.values()].join('\n')).not.toContain('SECRET-NOTE');
  });

  it('holds what runbooks showed, of a customer’s those that they read', async () => {
    const texts = new Map(['of all', 'of the team'].map((text) => [sha256(text), text]));
    const [ofAll = '', ofTeam = ''] = texts.keys();
    const kept = (stored: string) => ({
      stored,
      original: stored,
      bytes: 6,
      isTruncated: false,
      redacted: [],
    });
    const names = async (audience: 'customer' | 'internal') => {
      const files = await filesOf({
        ...twoRunbooks(kept(ofAll), kept(ofTeam)),
        audience,
        readEvidence: (name) => Promise.resolve(texts.get(name)),
      });
      return [...files.keys()].filter((name) => name.startsWith('data/evidence/'));
    };
    const files = [ofAll, ofTeam].map((name) => `data/evidence/${name}.txt`);
    expect(await names('internal')).toEqual(files.toSorted());
    expect(await names('customer')).toEqual(files.slice(0, 1));
  });

  it('says which evidence was not to be had', async () => {
    const archive = await archiveHandoff({
      ...input,
      readEvidence: () => Promise.resolve(undefined),
    });
    expect(archive.missingEvidence).toEqual([evidence]);
    expect(String(archive.files.get('bag-info.txt'))).toContain(
      `Handoff-Evidence-Missing: ${evidence}\n`,
    );
  });

  it('is not written with a secret in it; says where, and not what', async () => {
    const secret = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
    const leaking = journalOf([
      ...sampleChanges,
      {type: 'item/assigned', item: 'network', owner: secret},
    ]);
    const error = await filesOf({
      checks: new Map([['handoff.yaml', `system: A\nvars: {a: ${secret}}\n`]]),
      journal: leaking,
    }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ArchiveSecretError);
    const {message, places} = error as ArchiveSecretError;
    expect(message).not.toContain(secret);
    expect(places).toEqual([
      expect.stringMatching(/^checks\/handoff\.yaml:2:\d+ \(.+\)$/u),
      expect.stringMatching(/^journal\.json, action \d+ \(item\/assigned\), owner \(.+\)$/u),
    ]);
  });
});

describe('verifying', () => {
  it('finds what was changed, taken out, added and listed without right', async () => {
    const files = await filesOf();
    files.set('data/documents/training-pack.md', '# Train1ng\n');
    files.delete('data/checks/handoff.yaml');
    files.set('data/documents/extra.md', 'extra');
    files.set('install.sh', 'rm -rf /');
    files.set('bag-info.txt', `${String(files.get('bag-info.txt'))}Contact-Name: Somebody\n`);
    const {problems} = await verify(await zipOf(files));
    const found = problems.map(({path, what}) => `${path}: ${what}`);
    expect(found).toEqual([
      'data/checks/handoff.yaml: it is missing',
      'data/documents/training-pack.md: it has changed: its hash is not the one in manifest-sha256.txt',
      'data/documents/extra.md: it was added: manifest-sha256.txt does not list it',
      'bag-info.txt: it has changed: its hash is not the one in tagmanifest-sha256.txt',
      'install.sh: it was added: tagmanifest-sha256.txt does not list it',
      expect.stringMatching(
        /^bag-info\.txt: its Payload-Oxum says \d+\.4 \(bytes\.files\), and \d+\.4 is there$/u,
      ),
    ]);
  });

  it('finds a signature that nobody would look at', async () => {
    const name = 'tagmanifest-sha256.txt';
    const large = [...(await filesOf()), [`${name}.sig`, 'x'.repeat(100_000)] as const];
    const more = [...large, [`${name}.minisig`, 'x'] as const];
    const found = (await verify(await zipOf(new Map(more)))).problems;
    expect(found.map(({what}) => what)).toEqual([
      'it is larger than any signature',
      'there are two signatures, and only one is looked at',
    ]);
  });

  it('finds evidence whose manifest was made to fit', async () => {
    const name = `data/evidence/${evidence}.txt`;
    const forged = await filesOf();
    forged.set(name, 'all is w0ll\n');
    const manifest = String(forged.get('manifest-sha256.txt'));
    const fitting = manifest.replace(`${evidence}  ${name}`, `${sha256('all is w0ll\n')}  ${name}`);
    forged.set('manifest-sha256.txt', fitting);
    const found = (await verify(await zipOf(forged))).problems.map(({path}) => path);
    expect(found).toEqual(['manifest-sha256.txt', name]);
  });

  it('calls a zip that was cut short anywhere what it is, and never whole', async () => {
    const zip = await zipOf(await filesOf());
    for (let length = 0; length < zip.length; length += Math.ceil(zip.length / 40))
      await expect(verify(zip.subarray(0, length))).rejects.toBeInstanceOf(BrokenArchiveError);
  });

  it('never calls a zip with a changed byte of content whole', async () => {
    const zip = await zipOf(await filesOf());
    const directory = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    for (let at = 40; at < directory; at += Math.ceil(directory / 60)) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0x20;
      const result = await verify(changed).catch((error: unknown) => error);
      const isFound =
        result instanceof BrokenArchiveError ||
        (result as {problems: readonly unknown[]}).problems.length > 0;
      // Local headers repeat what the directory says; nobody reads their times and modes.
      const isHeader = zip.lastIndexOf(Buffer.from('PK\u0003\u0004', 'latin1'), at) > at - 120;
      expect(isFound || isHeader, `byte ${at}`).toBe(true);
    }
  });

  it.each([
    ['../../../evil', 'the name leads out of the archive'],
    ['/etc/evil.txt', 'the name leads out of the archive'],
    ['a\\..\\..\\evil', 'the name is not one that a bag may have'],
    ['apex//evil.md', 'the name is not one that a bag may have'],
  ])('refuses the name %s', async (name, what) => {
    const files = await filesOf();
    const clean = `data/${'x'.repeat(name.length - 5)}`.replaceAll('/', '_');
    const zip = await zipOf(new Map([...files, [clean, 'evil']]), 'apex');
    const {problems} = await verify(
      patched(zip, `apex/${clean}`, `${name}_____`.slice(0, clean.length + 5)),
    );
    expect(problems.map((problem) => problem.what)).toContain(what);
  });

  it('finds a byte around the files, where the zip was not packed anew', async () => {
    const zip = await zipOf(await filesOf());
    const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    const changed = Buffer.from(zip);
    // A day in the list of files, which nobody reads.
    changed.writeUInt8(7, changed.readUInt32LE(end + 16) + 14);
    expect((await verify(changed)).problems).toEqual([
      {path: 'archive.zip', what: 'the zip around the files was changed'},
    ]);
    const entries = [...(await filesOf())].map(([name, text]) => ({
      name: `apex/${name}`,
      content: Buffer.from(text),
    }));
    expect((await verify(rawZip(entries, {comment: ''}))).problems).toEqual([]);
  });

  it.each<readonly [string, readonly string[], NodeJS.Platform]>([
    ['data/KIT.json', ['data/kit.json', 'data/KIT.json'], 'linux'],
    ['data/e\u0301', ['data/\u00E9', 'data/e\u0301'], 'linux'],
    ['data/a', ['data/a/b', 'data/a'], 'linux'],
    [`data/${'x'.repeat(256)}`, [`data/${'x'.repeat(256)}`], 'linux'],
    [`${'y/'.repeat(500)}z`, [`${'y/'.repeat(500)}z`], 'linux'],
    ['data/aux.txt', ['data/aux.txt'], 'win32'],
    ['data/evil.', ['data/evil.'], 'win32'],
  ])('does not unpack %s', (name, names, system) => {
    expect(unpackProblems(names, system).map(({path: where}) => where)).toEqual([name]);
  });

  it('refuses links, in a zip and in a folder', async () => {
    const zip = await zipOf(await filesOf());
    const entry = zip.indexOf(
      'apex/data/documents/training-pack.md',
      zip.indexOf('PK\u0001\u0002'),
    );
    zip.writeUInt32LE(0o120777 * 0x10000, entry - 8);
    const {problems} = await verify(zip);
    expect(problems[0]).toEqual({
      path: 'apex/data/documents/training-pack.md',
      what: 'it is a link, which a bag may not have',
    });

    const folder = path.join(root, 'bag');
    for (const [name, content] of await filesOf()) {
      await mkdir(path.dirname(path.join(folder, name)), {recursive: true});
      await writeFile(path.join(folder, name), content);
    }
    await rm(path.join(folder, 'data', 'documents', 'training-pack.md'));
    await symlink('/etc/hostname', path.join(folder, 'data', 'documents', 'training-pack.md'));
    const unpacked = await verifyBag(await readBagFolder(folder, bounds), folder);
    expect(unpacked.problems.map(({path}) => path)).toContain('data/documents/training-pack.md');
  });

  it('does not read what says that it unpacks to more than any handoff', async () => {
    const zip = await zipOf(await filesOf());
    let at = zip.indexOf('PK\u0001\u0002');
    for (let entry = 0; entry < 2; entry += 1) {
      zip.writeUInt16LE(8, at + 10); // deflated
      zip.writeUInt32LE(0xff_ff_ff_f0, at + 24);
      at = zip.indexOf('PK\u0001\u0002', at + 4);
    }
    await expect(verify(zip)).rejects.toThrow(/unpacks to \d+ bytes in \d+ files/u);
  });

  it('stops at a file that unpacks to more than it says', async () => {
    const bomb = new ZipFile();
    bomb.addBuffer(Buffer.from('BagIt-Version: 1.0\n'), 'bagit.txt');
    bomb.addBuffer(Buffer.alloc(5_000_000), 'zeros', {compress: true});
    bomb.end();
    const zip = await buffer(bomb.outputStream);
    const entry = zip.lastIndexOf('zeros');
    zip.writeUInt32LE(10, entry - 22);
    const {problems} = await verify(zip);
    expect(problems[0]?.path).toBe('zeros');
    expect(problems[0]?.what).toMatch(/^it cannot be read: /u);
  });

  it('says of another zip or folder that it is none', async () => {
    await expect(verify(await zipOf(new Map([['a.txt', 'a']])))).rejects.toThrow(
      'has no bagit.txt',
    );
    await writeFile(path.join(root, 'manifest-sha256.txt'), '');
    await expect(verifyBag(await readBagFolder(root, bounds), root)).rejects.toMatchObject({
      hint: expect.stringContaining('sha256sum -c') as string,
    });
  });
});
