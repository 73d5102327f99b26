import {appendFile, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const documents = ['handoff-document', 'status-update', 'kickoff', 'retrospective'];
const names = documents.flatMap((name) => [`${name}.md`, `${name}.html`]);

test.concurrent('docs writes every document, and leaves what has not changed alone', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['item', 'complete-the-documentation', 'done']);
  const out = path.join(place.workspace, 'documents');

  const first = await place.run(['docs', '--out', 'documents']);
  expect(first).toMatchObject({exitCode: 0, stderr: ''});
  for (const name of names) expect(first.stdout).toContain(`Written: ${path.join(out, name)}\n`);
  const files = [...(await place.files(out))].sort();
  expect(files).toEqual([...names, 'manifest-sha256.txt'].sort());
  const document = await readFile(path.join(out, 'handoff-document.md'), 'utf8');
  expect(document).toContain('# Payments API: handoff to Apex Banking');
  expect(document).toMatch(/^\| Complete the documentation +\| done /m);

  const kickoff = path.join(out, 'kickoff.md');
  await writeFile(kickoff, await readFile(kickoff));
  const second = await place.run(['docs', '--out', 'documents']);
  expect(second).toMatchObject({exitCode: 0, stderr: ''});
  expect(second.stdout).toContain(`Unchanged: ${kickoff}\n`);
});

test.concurrent('a document changed by hand is named and kept, until --force', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['docs', '--out', 'documents']);
  const file = path.join(place.workspace, 'documents', 'kickoff.md');
  await appendFile(file, 'Mine.\n');
  await place.run(['item', 'network', 'done']);

  const refused = await place.run(['docs', '--out', 'documents']);
  expect(refused).toMatchObject({exitCode: 2, stdout: ''});
  expect(refused.stderr).toContain('kickoff.md');
  expect(refused.stderr).not.toContain('status-update.md');
  expect(refused.stderr).toContain('--force');
  expect(await readFile(file, 'utf8')).toMatch(/Mine\.\n$/);

  const forced = await place.run(['docs', '--out', 'documents', '--force']);
  expect(forced.exitCode).toBe(0);
  expect(forced.stdout).toContain(`Written: ${file}`);
  expect(await readFile(file, 'utf8')).not.toContain('Mine.');
});

test.concurrent('a folder that is a file is named, and gives 2', async () => {
  await using place = makePlace();
  await place.start();
  const file = await place.write('taken', 'mine');
  const {exitCode, stderr} = await place.run(['docs', '--out', 'taken']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(file);
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test.concurrent('docs --format writes just those formats, and names one it does not know', async () => {
  await using place = makePlace();
  await place.start();
  const out = path.join(place.workspace, 'documents');
  const unknown = await place.run(['docs', '--out', 'documents', '--format', 'md,docx']);
  expect(unknown).toMatchObject({exitCode: 2, stdout: ''});
  expect(unknown.stderr).toContain('"docx" is no format of documents');
  expect(unknown.stderr).toContain('md, html, pdf');
  expect((await place.run(['docs', '--out', 'documents', '--format', 'pdf'])).exitCode).toBe(0);
  const pdfs = documents.map((name) => `${name}.pdf`);
  expect([...(await place.files(out))].sort()).toEqual([...pdfs, 'manifest-sha256.txt'].sort());
});
