import {appendFile, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import ICAL from 'ical.js';
import {expect, test} from 'vitest';
import {audienceFor, documentNames} from '../../../source/documents/document-names.ts';
import {forApex, makePlace} from '../place.ts';

const documents = [
  ...documentNames.map((name) => `${audienceFor(name)}/${name}`),
  'customer/index',
  'internal/index',
];
const names = [
  ...documents.flatMap((name) => [`${name}.md`, `${name}.html`]),
  'customer/follow-up-email.eml',
];
const manifests = ['customer/manifest-sha256.txt', 'internal/manifest-sha256.txt'];

test.concurrent('docs writes every document, and leaves what has not changed alone', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['item', 'validate-every-success-criterion', 'done']);
  const out = path.join(place.workspace, 'documents');

  // Documents say the minute they are of, and both runs have to fall into one.
  const clock = path.join(place.path, 'clock');
  await writeFile(clock, String(60_000 - (Date.now() % 60_000)));
  const env = {SHIFTED_CLOCK: clock};
  const first = await place.run(['docs', '--out', 'documents'], env);
  expect(first).toMatchObject({exitCode: 0, stderr: forApex});
  for (const name of names) expect(first.stdout).toContain(`Written: ${path.join(out, name)}\n`);
  const files = (await place.files(out)).filter((file) => file.includes('/')).toSorted();
  expect(files).toEqual([...names, ...manifests].sort());
  const document = await readFile(path.join(out, 'internal', 'state-of-items.md'), 'utf8');
  expect(document).toContain('# Payments API: state of every item');
  expect(document).toMatch(/^\| Validate every success criterion +\| done .*said by /m);

  const papers = path.join(out, 'customer', 'session-papers.md');
  await writeFile(papers, await readFile(papers));
  const second = await place.run(['docs', '--out', 'documents'], env);
  expect(second).toMatchObject({exitCode: 0, stderr: forApex});
  expect(second.stdout).toContain(`Unchanged: ${papers}\n`);
});

interface Written {
  readonly documentSets: readonly {readonly folder: string; readonly documents: string[]}[];
  readonly documents: readonly {readonly name: string; readonly state: string}[];
}

test.concurrent('the handoff records what was written once, and tells when it is no longer so', async () => {
  await using place = makePlace();
  await place.start();
  const status = async () => JSON.parse((await place.run(['status', '--json'])).stdout) as Written;
  const stateOf = async (name: string) =>
    (await status()).documents.find((each) => each.name === name)?.state;
  expect(await stateOf('handoff-document')).toBe('never written');
  await place.run(['docs', '--out', 'documents', '--audience', 'customer']);
  await place.run(['docs', '--out', 'documents', '--audience', 'customer', '--format', 'md']);
  const {documentSets} = await status();
  expect(documentSets).toMatchObject([
    {audience: 'customer', folder: path.join(place.workspace, 'documents')},
  ]);
  expect(documentSets[0]?.documents).toContain('follow-up-email');
  expect(await stateOf('handoff-document')).toBe('current');
  expect(await stateOf('retrospective')).toBe('never written');
  await place.run(['item', 'network', 'done']);
  expect(await stateOf('handoff-document')).toBe('changed since');
  await place.run(['archive', '--out', 'kit.zip']);
  expect(await stateOf('handoff-document')).toBe('current');
});

test.concurrent('a document changed by hand is named and kept, until --force', async () => {
  await using place = makePlace();
  await place.start();
  await place.run(['docs', '--out', 'documents', '--format', 'md']);
  const file = path.join(place.workspace, 'documents', 'customer', 'session-papers.md');
  await appendFile(file, 'Mine.\n');
  await place.run(['item', 'network', 'done']);

  const refused = await place.run(['docs', '--out', 'documents', '--format', 'md']);
  expect(refused).toMatchObject({exitCode: 2, stdout: ''});
  expect(refused.stderr).toContain('session-papers.md');
  expect(refused.stderr).not.toContain('training-pack.md');
  expect(refused.stderr).toContain('--force');
  expect(await readFile(file, 'utf8')).toMatch(/Mine\.\n$/);

  const forced = await place.run(['docs', '--out', 'documents', '--format', 'md', '--force']);
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
  const pdfs = documents.map((name) => `${name}.${name.endsWith('index') ? 'html' : 'pdf'}`);
  const others = ['customer/follow-up-email.eml', ...manifests];
  const files = (await place.files(out)).filter((file) => file.includes('/'));
  expect(files.toSorted()).toEqual([...pdfs, ...others].sort());
});

test.concurrent('docs for the customer leaves out what is for the own team', async () => {
  await using place = makePlace();
  await place.start();
  const note = 'They haggle about the price of support.';
  await place.run(['item', 'network', 'open', '--note', note, '--due', '2030-05-06']);
  const out = path.join(place.workspace, 'documents');
  await place.run(['docs', '--out', 'documents']);

  const customer = await place.run(['docs', '--out', 'documents', '--audience', 'customer']);
  expect(customer).toMatchObject({exitCode: 0, stderr: forApex});
  expect(customer.stdout).toContain(
    'Not for the customer, so left out: retrospective, engineer-handover, state-of-items\n',
  );
  const files = (await place.files(out)).filter((file) => file !== 'customer');
  expect(customer.stdout).toContain(`Removed: ${path.join(out, 'internal', 'retrospective.md')}\n`);
  expect(files.filter((file) => !file.startsWith('customer/'))).toEqual([]);
  for (const file of files)
    expect(await readFile(path.join(out, file), 'utf8')).not.toContain('haggle');
  const calendar = ICAL.parse(await readFile(path.join(out, 'customer', 'handoff.ics'), 'utf8'));
  const [event] = new ICAL.Component(calendar).getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe('Payments API: Network');
  expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2030-05-06');

  const internal = await place.run([
    'docs',
    '--out',
    'ours',
    '--audience',
    'internal',
    '--format',
    'md',
  ]);
  expect(internal.exitCode).toBe(0);
  const document = path.join(place.workspace, 'ours', 'internal', 'handoff-document.md');
  expect(await readFile(document, 'utf8')).toContain('haggle');
});

test.concurrent('a template is copied out, edited and used, and never overwritten', async () => {
  await using place = makePlace();
  await place.start();
  const mine = path.join(place.home, 'templates', 'session-papers.md');
  const theirs = path.join(place.workspace, '.handoff', 'templates', 'session-papers.md');

  expect((await place.run(['docs', 'eject', 'session-papers'])).stdout).toContain(
    `Written: ${mine}\n`,
  );
  await writeFile(mine, '# Mine\n');
  const again = await place.run(['docs', 'eject', 'session-papers', '--to', 'user']);
  expect(again).toMatchObject({exitCode: 2, stdout: ''});
  expect(again.stderr).toContain(mine);
  expect(await readFile(mine, 'utf8')).toBe('# Mine\n');
  const first = await place.run(['docs', '--out', 'one', '--format', 'md']);
  expect(first.stdout).toContain(`Template used: ${mine} (user)\n`);
  expect(
    await readFile(path.join(place.workspace, 'one', 'customer', 'session-papers.md'), 'utf8'),
  ).toMatch(
    /^# Mine\n\n---\n\nAs of .+, version [0-9a-f]{12}, revision 1, the first\.\n\n---\n\nSee also: \[/,
  );

  const ejected = await place.run(['docs', 'eject', 'session-papers.md', '--to', 'workspace']);
  expect(ejected.stdout).toContain(`Written: ${theirs}\n`);
  await writeFile(theirs, '# {{ customer }} of the team\n');
  const second = await place.run(['docs', '--out', 'two', '--format', 'md']);
  expect(second.stdout).toContain(`Template used: ${theirs} (workspace)\n`);
  expect(second.stdout).not.toContain(mine);
  const text = await readFile(
    path.join(place.workspace, 'two', 'customer', 'session-papers.md'),
    'utf8',
  );
  expect(text).toMatch(/^# Apex Banking of the team\n\n---\n\nAs of /);

  const unknown = await place.run(['docs', 'eject', 'session-paper']);
  expect(unknown).toMatchObject({exitCode: 2, stdout: ''});
  expect(unknown.stderr).toContain('Did you mean "session-papers"?');
});

test.concurrent('a template from elsewhere reaches nothing but the data', async () => {
  await using place = makePlace();
  await place.start();
  const folder = path.join(place.workspace, '.handoff', 'templates');
  await mkdir(folder, {recursive: true});
  const file = path.join(folder, 'session-papers.md');
  const secret = await place.write('id_ed25519', 'a private thing\n');

  await symlink(secret, file);
  const linked = await place.run(['docs', '--out', 'documents']);
  expect(linked).toMatchObject({exitCode: 2, stdout: ''});
  expect(linked.stderr).toContain(`${file}: The template is a link that leads out of its folder`);

  const other = path.join(folder, 'training-pack.md');
  await writeFile(other, '# A\n\n{% include "/etc/hostname" %}\n');
  const including = await place.run(['docs', '--out', 'documents']);
  expect(including).toMatchObject({exitCode: 2, stdout: ''});
});

test.concurrent('docs data prints all that a template may use', async () => {
  await using place = makePlace();
  await place.start();
  const list = await place.run(['docs', 'data']);
  expect(list.stdout).toContain('system: string, such as "Payments API"\n');
  const {stdout} = await place.run(['docs', 'data', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({system: 'Payments API', audience: 'customer'});
  expect(JSON.parse(stdout)).not.toHaveProperty('internal');
  const internal = await place.run(['docs', 'data', '--json', '--audience', 'internal']);
  expect(JSON.parse(internal.stdout)).toHaveProperty('internal.itemNotes');
});
