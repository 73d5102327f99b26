import {createHash} from 'node:crypto';
import {cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {documentNames} from '../../source/documents/document-names.ts';
import {ChangedDocumentsError, OutputFolderError} from '../../source/documents/folder-errors.ts';
import {TemplateError} from '../../source/documents/liquid/template-error.ts';
import {writeDocuments, type WriteOptions} from '../../source/documents/write-documents.ts';
import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {templatesFolder} from '../../source/playbook/templates-folder.ts';
import {now, readEvidence, sampleHandoff} from './sample-handoff.ts';

const names = [...documentNames];
const files = names.flatMap((name) => [`${name}.md`, `${name}.html`]);
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

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(out)).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(out, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

describe('writing documents', () => {
  it('makes the folder and leaves nothing in it but the documents and the manifest', async () => {
    expect(await write()).toMatchObject({written: files, unchanged: []});
    expect((await readdir(out)).sort()).toEqual([...files, 'manifest-sha256.txt'].sort());
  });

  it('leaves a manifest that sha256sum checks', async () => {
    await write();
    const {stdout} = await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {cwd: out});
    expect(stdout.split('\n').sort()).toEqual(files.map((file) => `${file}: OK`).sort());
  });

  it('gives the same bytes for the same handoff and moment, and touches no file then', async () => {
    await write();
    const before = await contents();
    const {mtimeMs} = await stat(path.join(out, 'kickoff.md'));
    expect(await write()).toMatchObject({written: [], unchanged: files});
    expect(await contents()).toEqual(before);
    expect((await stat(path.join(out, 'kickoff.md'))).mtimeMs).toBe(mtimeMs);
  });

  it('replaces what it wrote itself', async () => {
    await write();
    expect(await write({now: later})).toMatchObject({written: files, unchanged: []});
    expect((await contents())['kickoff.md']).toContain('2026-03-06');
  });

  it('writes nothing over a file that a person changed, and names it', async () => {
    await write();
    await writeFile(path.join(out, 'kickoff.md'), 'mine');
    await writeFile(path.join(out, 'retrospective.md'), 'mine too');
    const before = await contents();
    const error = await write({now: later}).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ChangedDocumentsError);
    expect(error).toMatchObject({files: ['kickoff.md', 'retrospective.md'], folder: out});
    expect((error as Error).message).toContain('kickoff.md, retrospective.md');
    expect(await contents()).toEqual(before);
  });

  it('does not take a file for its own that was there before', async () => {
    await mkdir(out, {recursive: true});
    await writeFile(path.join(out, 'handoff-document.md'), 'a year of work');
    await expect(write()).rejects.toMatchObject({files: ['handoff-document.md']});
  });

  it('does not replace a manifest of another kind', async () => {
    await mkdir(out, {recursive: true});
    await writeFile(path.join(out, 'manifest-sha256.txt'), 'a list of my own\n');
    await expect(write()).rejects.toMatchObject({files: ['manifest-sha256.txt']});
  });

  it('overwrites all that when it is told to', async () => {
    await write();
    await writeFile(path.join(out, 'kickoff.md'), 'mine');
    await write({isForced: true});
    expect((await contents())['kickoff.md']).toContain('# Payments API: kickoff');
  });

  it('writes only the documents asked for and keeps the others of the set in the manifest', async () => {
    await write();
    await rm(path.join(out, 'kickoff.md'));
    const result = await write({names: ['status-update']});
    expect(result).toMatchObject({
      written: [],
      unchanged: ['status-update.md', 'status-update.html'],
    });
    const listed = (await contents())['manifest-sha256.txt']
      ?.trim()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(listed?.map((line) => line.slice(66))).toEqual(
      files.filter((file) => file !== 'kickoff.md').sort(),
    );
    await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {cwd: out});
  });

  it('writes each document in the formats asked for, and keeps the others in the manifest', async () => {
    await write({formats: ['md']});
    const names = ['kickoff'] as const;
    const {written, unchanged} = await write({names, formats: ['md', 'html', 'pdf']});
    expect({written, unchanged}).toEqual({
      written: ['kickoff.html', 'kickoff.pdf'],
      unchanged: ['kickoff.md'],
    });
    const {stdout} = await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {cwd: out});
    expect(stdout.split('\n')).toHaveLength(documentNames.length + 2);
    expect((await readFile(path.join(out, 'kickoff.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('writes a format again that is there already, so that nothing old lies next to the new', async () => {
    await write({names: ['kickoff'], formats: ['pdf']});
    const {written} = await write({names: ['kickoff'], now: later});
    expect(written).toEqual(['kickoff.md', 'kickoff.html', 'kickoff.pdf']);
  });

  it('renews what an earlier writing left, so that all is of one moment', async () => {
    await write({names: ['handoff-document', 'kickoff'], formats: ['md']});
    const {written} = await write({now: later, names: ['handoff-document'], formats: ['html']});
    expect(written).toEqual(['handoff-document.md', 'handoff-document.html', 'kickoff.md']);
    const all = await contents();
    for (const file of written) expect(all[file]).toContain('6 March 2026, 09:00, Europe/Madrid');
    expect(all['manifest-sha256.txt']).toContain(`# as of: ${later}\n`);
    expect(all['manifest-sha256.txt']).toContain(`# digest: ${handoffDigest(sampleHandoff)}\n`);
  });

  it('renews no file that a person changed, also where another format was asked for', async () => {
    await write({names: ['kickoff'], formats: ['md']});
    await writeFile(path.join(out, 'kickoff.md'), 'mine');
    const before = await contents();
    const asked = {now: later, names: ['kickoff'], formats: ['html']} as const;
    await expect(write(asked)).rejects.toMatchObject({files: ['kickoff.md']});
    expect(await contents()).toEqual(before);
    await write({...asked, isForced: true});
    expect((await contents())['kickoff.md']).toContain('6 March 2026');
  });

  it('does not vouch for internal documents in a customer’s set', async () => {
    await write({formats: ['md']});
    const {left} = await write({now: later, formats: ['md'], audience: 'customer'});
    expect(left).toEqual(['engineer-handover.md', 'retrospective.md', 'state-of-items.md']);
    const {'manifest-sha256.txt': manifest, 'retrospective.md': internal} = await contents();
    expect(manifest).not.toMatch(/engineer-handover|retrospective/u);
    expect(internal).toContain('5 March 2026');
  });

  it('tells what was written, for the handoff to record', async () => {
    const {set} = await write({names: ['kickoff', 'status-update'], formats: ['md', 'html']});
    expect(set).toEqual({
      asOf: now,
      digest: handoffDigest(sampleHandoff),
      formats: ['md', 'html'],
      folder: out,
      documents: ['status-update', 'kickoff'],
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
    await mkdir(path.join(out, 'kickoff.md'), {recursive: true});
    await expect(write()).rejects.toThrow('a folder stands where a document goes');
    expect(await readdir(out)).toEqual(['kickoff.md']);
  });

  it('vouches for the bytes on the disk', async () => {
    await write();
    const {'manifest-sha256.txt': manifest, ...documents} = await contents();
    for (const [name, text] of Object.entries(documents)) {
      const hash = createHash('sha256').update(text).digest('hex');
      expect(manifest).toContain(`${hash}  ${name}\n`);
    }
  });
});
