import {createHash} from 'node:crypto';
import {cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {audienceFor, documentNames, type PageName} from '../../source/documents/document-names.ts';
import {audiences, type Audience} from '../../source/playbook/playbook.ts';
import {ChangedDocumentsError, OutputFolderError} from '../../source/documents/folder-errors.ts';
import {TemplateError} from '../../source/documents/liquid/template-error.ts';
import {writeDocuments, type WriteOptions} from '../../source/documents/write-documents.ts';
import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {templatesFolder} from '../../source/playbook/templates-folder.ts';
import {
  handoffOf,
  journalOf,
  now,
  readEvidence,
  sampleChanges,
  sampleHandoff,
  type Timed,
} from './sample-handoff.ts';
import {phase, playbook, step} from './sample-playbook.ts';

const inFormats = (audience: Audience, names: readonly PageName[]) =>
  names.flatMap((name) => [`${audience}/${name}.md`, `${audience}/${name}.html`]);
/** The sample is signed: papers for its session are not written any more. */
const of = (audience: Audience) =>
  documentNames.filter((name) => audienceFor(name) === audience && name !== 'session-papers');
const customerFiles = inFormats('customer', ['index', ...of('customer')]);
const internalFiles = inFormats('internal', ['index', ...of('internal')]);
const files = [...customerFiles, ...internalFiles];
const later = '2026-03-06T08:00:00.000Z';

let root = '';
let out = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'documents-'));
  out = path.join(root, 'deep', 'out');
});

afterEach(async () => {
  await rm(root, {recursive: true});
});

function write(options: Partial<WriteOptions> = {}) {
  return writeDocuments(sampleHandoff, out, {now, readEvidence, ...options});
}

/** Every file of the folder by its path in it. */
async function paths(): Promise<string[]> {
  const all = await readdir(out, {recursive: true, withFileTypes: true});
  return all
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => path.relative(out, path.join(parentPath, name)))
    .sort();
}

async function contents(): Promise<Record<string, string>> {
  const names = await paths();
  const texts = await Promise.all(names.map((name) => readFile(path.join(out, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

describe('writing documents', () => {
  it('makes the folder and leaves nothing in it but the documents and the manifest', async () => {
    expect(await write()).toMatchObject({written: files, unchanged: []});
    expect(await paths()).toEqual(
      [...files, 'customer/manifest-sha256.txt', 'internal/manifest-sha256.txt'].sort(),
    );
  });

  it('leaves a manifest that sha256sum checks', async () => {
    await write();
    for (const audience of audiences) {
      const cwd = path.join(out, audience);
      const {stdout} = await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {cwd});
      const own = files.filter((file) => path.dirname(file) === audience);
      expect(stdout.split('\n').sort()).toEqual(
        own.map((file) => `${path.basename(file)}: OK`).sort(),
      );
    }
  });

  it('gives the same bytes for the same handoff and moment, and touches no file then', async () => {
    await write();
    const before = await contents();
    const {mtimeMs} = await stat(path.join(out, 'customer', 'training-pack.md'));
    expect(await write()).toMatchObject({written: [], unchanged: files});
    expect(await contents()).toEqual(before);
    expect((await stat(path.join(out, 'customer', 'training-pack.md'))).mtimeMs).toBe(mtimeMs);
  });

  it('replaces what it wrote itself', async () => {
    await write();
    expect(await write({now: later})).toMatchObject({written: files, unchanged: []});
    expect((await contents())['customer/training-pack.md']).toContain('6 March 2026');
  });

  it('writes nothing over a file that a person changed, and names it', async () => {
    await write();
    await writeFile(path.join(out, 'customer', 'training-pack.md'), 'mine');
    await writeFile(path.join(out, 'internal', 'retrospective.md'), 'mine too');
    const before = await contents();
    const error = await write({now: later}).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ChangedDocumentsError);
    expect(error).toMatchObject({
      files: ['customer/training-pack.md', 'internal/retrospective.md'],
      folder: out,
    });
    expect((error as Error).message).toContain(
      'customer/training-pack.md, internal/retrospective.md',
    );
    expect(await contents()).toEqual(before);
  });

  it('does not take a file for its own that was there before', async () => {
    await mkdir(path.join(out, 'customer'), {recursive: true});
    await writeFile(path.join(out, 'customer', 'handoff-document.md'), 'a year of work');
    await expect(write()).rejects.toMatchObject({files: ['customer/handoff-document.md']});
  });

  it('does not replace a manifest of another kind', async () => {
    await mkdir(path.join(out, 'customer'), {recursive: true});
    await writeFile(path.join(out, 'customer', 'manifest-sha256.txt'), 'a list of my own\n');
    await expect(write()).rejects.toMatchObject({files: ['customer/manifest-sha256.txt']});
  });

  it('overwrites all that when it is told to', async () => {
    await write();
    await writeFile(path.join(out, 'customer', 'training-pack.md'), 'mine');
    await write({isForced: true});
    expect((await contents())['customer/training-pack.md']).toContain(
      '# Payments API: training pack',
    );
  });

  it('writes only the documents asked for and keeps the others of the set in the manifest', async () => {
    await write();
    await rm(path.join(out, 'customer', 'training-pack.md'));
    const result = await write({names: ['session-summary']});
    // The text that is gone is led to no more; its page still is.
    expect(result).toMatchObject({
      written: ['customer/session-summary.md'],
      unchanged: ['customer/session-summary.html'],
    });
    const listed = (await contents())['customer/manifest-sha256.txt']
      ?.trim()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(listed?.map((line) => line.slice(66))).toEqual(
      customerFiles
        .filter((file) => file !== 'customer/training-pack.md')
        .map((file) => path.basename(file))
        .sort(),
    );
    await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {cwd: path.join(out, 'customer')});
  });

  it('writes each document in the formats asked for, and keeps the others in the manifest', async () => {
    await write({formats: ['md']});
    const names = ['training-pack'] as const;
    const {written, unchanged} = await write({names, formats: ['md', 'html', 'pdf']});
    expect({written, unchanged}).toEqual({
      written: [
        'customer/training-pack.html',
        'customer/training-pack.pdf',
        'customer/training-pack.md',
      ].slice(0, 2),
      unchanged: ['customer/training-pack.md'],
    });
    const {stdout} = await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {
      cwd: path.join(out, 'customer'),
    });
    expect(stdout.split('\n')).toHaveLength(of('customer').length + 1 + 2);
    expect(
      (await readFile(path.join(out, 'customer', 'training-pack.pdf'))).subarray(0, 5).toString(),
    ).toBe('%PDF-');
  });

  it('writes a format again that is there already, so that nothing old lies next to the new', async () => {
    await write({names: ['training-pack'], formats: ['pdf']});
    const {written} = await write({names: ['training-pack'], now: later});
    expect(written).toEqual([
      'customer/training-pack.md',
      'customer/training-pack.html',
      'customer/training-pack.pdf',
    ]);
  });

  it('renews what an earlier writing left, so that all is of one moment', async () => {
    await write({names: ['handoff-document', 'training-pack'], formats: ['md']});
    const {written} = await write({now: later, names: ['handoff-document'], formats: ['html']});
    expect(written).toEqual([
      'customer/handoff-document.md',
      'customer/handoff-document.html',
      'customer/training-pack.md',
    ]);
    const all = await contents();
    const read = written.map((file) => all[file]?.replaceAll(/<[^>]+>/g, ''));
    for (const text of read) expect(text).toContain('6 March 2026, 09:00, Europe/Madrid');
    expect(all['customer/manifest-sha256.txt']).toContain(`# as of: ${later}\n`);
    expect(all['customer/manifest-sha256.txt']).toContain(
      `# digest: ${handoffDigest(sampleHandoff)}\n`,
    );
  });

  it('renews no file that a person changed, also where another format was asked for', async () => {
    await write({names: ['training-pack'], formats: ['md']});
    await writeFile(path.join(out, 'customer', 'training-pack.md'), 'mine');
    const before = await contents();
    const asked = {now: later, names: ['training-pack'], formats: ['html']} as const;
    await expect(write(asked)).rejects.toMatchObject({files: ['customer/training-pack.md']});
    expect(await contents()).toEqual(before);
    await write({...asked, isForced: true});
    expect((await contents())['customer/training-pack.md']).toContain('6 March 2026');
  });

  it('takes away what a set has no more, and keeps and names what a person changed', async () => {
    await write({formats: ['md']});
    await writeFile(path.join(out, 'internal', 'retrospective.md'), 'our own words');
    await writeFile(path.join(out, 'internal', 'photo.png'), 'a photo');
    const {removed, kept} = await write({now: later, formats: ['md'], audience: 'customer'});
    expect(removed).toEqual([
      'internal/engineer-handover.md',
      'internal/index.md',
      'internal/state-of-items.md',
    ]);
    expect(kept).toEqual(['internal/retrospective.md']);
    expect((await paths()).filter((file) => !file.startsWith('customer/'))).toEqual([
      'internal/photo.png',
      'internal/retrospective.md',
    ]);
    await rm(path.join(out, 'internal'), {recursive: true});
    await write({now: later, formats: ['md']});
    await write({now: '2026-03-07T08:00:00.000Z', formats: ['md'], audience: 'customer'});
    expect(await readdir(out)).toEqual(['customer']);
  });

  it('takes away the files of an earlier version, which lay in one folder', async () => {
    await write({formats: ['md']});
    const customer = path.join(out, 'customer');
    for (const file of ['training-pack.md', 'session-summary.md', 'manifest-sha256.txt'])
      await cp(path.join(customer, file), path.join(out, file));
    await writeFile(path.join(out, 'session-summary.md'), 'mine');
    await rm(customer, {recursive: true});
    const {removed, kept} = await write({now: later, formats: ['md']});
    expect({removed, kept}).toEqual({removed: ['training-pack.md'], kept: ['session-summary.md']});
    expect((await readdir(out)).sort()).toEqual(['customer', 'internal', 'session-summary.md']);
  });

  it('leads from each document to the others, in the form that is read', async () => {
    await write({formats: ['md', 'html']});
    const all = await contents();
    for (const [file, text] of Object.entries(all)) {
      if (file.endsWith('.txt')) continue;
      const folder = path.dirname(file);
      const ending = path.extname(file);
      const links = [...text.matchAll(/(?:\]\(|href=")([a-z-]+\.(?:md|html))[)"]/gu)].map(
        ([, to = '']) => to,
      );
      expect(new Set(links).size, file).toBeGreaterThan(2);
      for (const to of links) {
        expect(path.extname(to)).toBe(ending);
        expect(Object.keys(all)).toContain(`${folder}/${to}`);
      }
    }
  });

  it('leads from the index to all that lies there', async () => {
    await write({formats: ['md'], journal: journalOf(sampleChanges)});
    const all = await contents();
    for (const audience of audiences) {
      const own = Object.keys(all).filter((file) => path.dirname(file) === audience);
      const others = own
        .map((each) => path.basename(each))
        .filter((file) => file !== 'index.md' && file !== 'manifest-sha256.txt');
      const index = all[`${audience}/index.md`] ?? '';
      expect(others.filter((file) => !index.includes(`](${file})`))).toEqual([]);
    }
  });

  it('takes away a calendar once no date is left', async () => {
    const playbookOfOne = playbook([
      phase('preparation', 'Preparation', [step('Work', 'checklist', ['Send it'])]),
    ]);
    const due: Timed = {type: 'item/scheduled', item: 'send-it', due: '2026-04-01'};
    const done: Timed = {type: 'item/settled', item: 'send-it', status: 'done'};
    const writeOf = (changes: readonly Timed[], at: string) =>
      writeDocuments(handoffOf(changes, playbookOfOne), out, {
        now: at,
        formats: ['md'],
        journal: journalOf(changes, playbookOfOne),
      });
    expect((await writeOf([due], now)).written).toContain('customer/handoff.ics');
    const {removed} = await writeOf([due, done], later);
    expect(removed).toContain('customer/handoff.ics');
    const all = await contents();
    expect(all['customer/manifest-sha256.txt']).not.toContain('handoff.ics');
    expect(all['customer/index.md']).not.toContain('handoff.ics');
  });

  it('tells what was written, for the handoff to record', async () => {
    const {set} = await write({
      names: ['training-pack', 'session-summary'],
      formats: ['md', 'html'],
    });
    expect(set).toEqual({
      asOf: now,
      digest: handoffDigest(sampleHandoff),
      formats: ['md', 'html'],
      folder: out,
      documents: ['training-pack', 'session-summary'],
    });
  });

  it('leaves the earlier documents whole when a template fails', async () => {
    await write();
    const before = await contents();
    const templates = path.join(root, 'templates');
    await cp(templatesFolder(), templates, {recursive: true});
    await writeFile(path.join(templates, 'retrospective.md'), '{{ nonsense }}');
    const writing = write({now: later, templates});
    await expect(writing).rejects.toBeInstanceOf(TemplateError);
    expect(await contents()).toEqual(before);
  });

  it('says so when the folder is a file, or lies below one', async () => {
    out = path.join(root, 'file');
    await writeFile(out, 'x');
    await expect(write()).rejects.toThrow(`Documents cannot be written to ${out}: it is a file.`);
    out = path.join(root, 'file', 'below');
    await expect(write()).rejects.toBeInstanceOf(OutputFolderError);
    expect(await readFile(path.join(root, 'file'), 'utf8')).toBe('x');
  });

  it('leaves no drafts behind when a folder stands where a document goes', async () => {
    await mkdir(path.join(out, 'customer', 'training-pack.md'), {recursive: true});
    await expect(write()).rejects.toThrow('a folder stands where a document goes');
    expect(await paths()).toEqual([]);
  });

  it('vouches for the bytes on the disk', async () => {
    await write();
    const all = await contents();
    for (const [name, text] of Object.entries(all)) {
      if (name.endsWith('manifest-sha256.txt')) continue;
      const hash = createHash('sha256').update(text).digest('hex');
      const manifest = all[`${path.dirname(name)}/manifest-sha256.txt`];
      expect(manifest).toContain(`${hash}  ${path.basename(name)}\n`);
    }
  });
});
