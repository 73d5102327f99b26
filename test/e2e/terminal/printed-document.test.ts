import {readFileSync} from 'node:fs';
import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {makePlace, program} from '../place.ts';

const printing = ['docs', '--document', 'handoff-document', '--out', '-'];

test.concurrent('a document on standard output is the one of a folder, with its revision, and is recorded', async () => {
  await using place = makePlace();
  const id = await place.start();
  const printed = await place.run(printing);
  expect(printed.exitCode, printed.stderr).toBe(0);
  expect(printed.stdout).toContain('Apex Banking');
  expect(printed.stdout).toContain('revision 1');
  const {documentSets} = (await place.stored(id)).handoff;
  expect(documentSets).toMatchObject([
    {folder: '-', documents: ['handoff-document'], formats: ['md']},
  ]);
  // The same once more is nothing new.
  await place.run(printing);
  expect((await place.stored(id)).handoff.documentSets).toHaveLength(1);

  const out = path.join(place.path, 'set');
  await place.run(['docs', '--out', out, '--format', 'md']);
  const written = readFileSync(path.join(out, 'customer', 'handoff-document.md'), 'utf8');
  const lines = (text: string) =>
    text.split('\n').filter((line) => line !== '' && !/As of |\]\(/u.test(line));
  expect(lines(written)).toEqual(expect.arrayContaining(lines(printed.stdout)));
  await using wizard = await place.openHere(['resume']);
  expect(wizard.screen().join('\n')).toContain('Apex Banking');
});

test.concurrent('it is printed as a page and as a PDF, byte for byte', async () => {
  await using place = makePlace();
  await place.start();
  const html = await place.run([...printing, '--format', 'html']);
  expect(html.stdout).toMatch(/^<!doctype html>/iu);
  const {stdout} = await execa(process.execPath, [program, ...printing, '--format', 'pdf'], {
    cwd: place.workspace,
    env: place.env,
    extendEnv: false,
    encoding: 'buffer',
  });
  const pdf = Buffer.from(stdout);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.subarray(-8).toString()).toContain('%%EOF');
});

test.concurrent.each([
  ['no name', ['docs', '--out', '-'], 'Name one with --document: handoff-document'],
  ['a misspelt name', ['docs', '--out', '-', '--document', 'handoff-documnt'], 'Did you mean'],
  ['two formats', [...printing, '--format', 'md,pdf'], 'one format'],
  ['a folder', ['docs', '--out', 'x', '--document', 'handoff-document'], 'with --out -'],
])('%s prints nothing and records nothing', async (_, args, said) => {
  await using place = makePlace();
  const id = await place.start();
  const {exitCode, stdout, stderr} = await place.run(args);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain(said);
  expect((await place.stored(id)).handoff.documentSets).toEqual([]);
});

test.concurrent('what could not be written is an error, and is not recorded as written', async () => {
  await using place = makePlace();
  const id = await place.start();
  const line = `"${process.execPath}" "${program}" ${printing.join(' ')} >/dev/full`;
  const {exitCode, stderr} = await execa('sh', ['-c', line], {
    cwd: place.workspace,
    env: place.env,
    extendEnv: false,
    reject: false,
  });
  expect(exitCode).toBe(1);
  expect(stderr).toContain('Standard output could not be written whole');
  expect((await place.stored(id)).handoff.documentSets).toEqual([]);
});
