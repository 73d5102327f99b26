import path from 'node:path';
import {expect, test} from 'vitest';
import {allItems, phasesOfFile, stepsOf} from '../../../source/playbook/walk.ts';
import {makePlace, type Place} from '../place.ts';

const wanted = ['new', '--customer', 'Apex Banking', '--system', 'Payments API'];
const id = 'apex-banking-payments-api';

const before = `---
gates: {prove: [call-the-api]}
---
# Payments cutover

## Before

Read this first.

- [ ] Call the API
- [ ] Tell people

## Session

- [ ] Show it

## Gotchas

- Node 3 holds the lease
`;

const after = `---
gates: {prove: [tell-people]}
due: {tell-people: 1 day after session}
---
# After

- [x] Clean up
- [ ] Tell people
  - [ ] Tell people

## Links

- [Wiki](https://wiki.example.com)
`;

const more = '# Before\n\n- [ ] Order a cake\n';

async function withFiles(): Promise<Place> {
  const place = makePlace();
  await place.write('1-before.md', before);
  await place.write('2-after.md', after);
  await place.write('10-more.md', more);
  await place.write('README.md', '- [ ] Read me\n');
  return place;
}

test.concurrent('several files are one playbook, by the order in which they are named', async () => {
  await using place = await withFiles();
  const args = [...wanted, '--playbook', '1-before.md', '--playbook', '2-after.md', '10-more.md'];
  const {exitCode, stderr} = await place.run(args);
  expect(exitCode).toBe(0);
  const {playbook, playbookFiles, playbookSource} = (await place.stored(id)).handoff;
  const files = ['1-before.md', '2-after.md', '10-more.md'].map((name) =>
    path.join(place.workspace, name),
  );
  expect(playbookFiles.map((file) => file.path)).toEqual(files);
  expect(playbookSource).toBe(files[0]);
  expect(playbook).toMatchObject({
    title: 'Payments cutover',
    gates: {prove: ['call-the-api']},
    gotchas: [{text: 'Node 3 holds the lease', position: {line: 19}}],
    links: [{url: 'https://wiki.example.com', position: {line: 13, file: 1}}],
  });
  // The third file goes on with the phase of the first, before what comes after the session.
  expect(playbook.phases.map(({title, kind}) => [title, kind])).toEqual([
    ['Before', 'preparation'],
    ['Session', 'session'],
    ['After', 'post-handoff'],
  ]);
  const ofFiles = {phases: phasesOfFile(playbook)};
  expect(allItems(ofFiles).map(({item}) => [item.id, item.position.file])).toEqual([
    ['call-the-api', undefined],
    ['tell-people', undefined],
    ['order-a-cake', 2],
    ['show-it', undefined],
    ['clean-up', 1],
    ['after-tell-people', 1],
    ['after-after-tell-people', 1],
  ]);
  const second = allItems(playbook).find((one) => one.item.id === 'after-tell-people');
  expect(second?.item.due).toMatchObject({amount: 1, after: 'session'});
  // The text of the first file is read with its own item.
  expect(stepsOf(playbook)[0]?.step.texts?.[0]?.above).toBe('call-the-api');
  expect(stderr).toContain(`${files[1]}:1: Gates are those of the first file`);
  expect(stderr).toContain(`${files[1]}:7: 1 entry is ticked in the file`);
  expect(stderr).not.toContain(`${files[0]}:7`);
});

test.concurrent('the files of a folder are read in natural order, without its README', async () => {
  await using place = await withFiles();
  const {exitCode} = await place.run([...wanted, '--playbook', place.workspace]);
  expect(exitCode).toBe(0);
  const {playbookFiles} = (await place.stored(id)).handoff;
  expect(playbookFiles.map((file) => path.basename(file.path))).toEqual([
    '1-before.md',
    '2-after.md',
    '10-more.md',
  ]);
});

test.concurrent('a README that lies alone in a folder is what is followed', async () => {
  await using place = makePlace();
  await place.write('README.md', '- [ ] Tell people\n');
  const {exitCode} = await place.run([...wanted, '--playbook', '.']);
  expect(exitCode).toBe(0);
  const {items} = stepsOf((await place.stored(id)).handoff.playbook)[0]?.step ?? {};
  expect(items).toMatchObject([{text: 'Tell people'}]);
});

test.concurrent('playbook show tells the file of a notice where there are several', async () => {
  await using place = await withFiles();
  const text = await place.run(['playbook', 'show', '1-before.md', '2-after.md']);
  expect(text.stdout).toContain('line 7 in 2-after.md: 1 entry is ticked');
  const data = await place.run(['playbook', 'show', '--json', '1-before.md', '2-after.md']);
  const {files, notices} = JSON.parse(data.stdout) as {
    readonly files: readonly string[];
    readonly notices: readonly {readonly line: number; readonly file?: number}[];
  };
  expect(files.map((file) => path.basename(file))).toEqual(['1-before.md', '2-after.md']);
  expect(notices.map(({line, file}) => [file, line])).toEqual([
    // What was added, as no file has it.
    [undefined, 1],
    [1, 1],
    [1, 7],
  ]);
});

test.concurrent.each([
  ['a file named twice', ['1-before.md', './1-before.md'], '1-before.md: The file is named twice'],
  ['one that is missing', ['1-before.md', 'nowhere.md'], 'nowhere.md: There is no such file'],
  ['the built-in one among them', ['1-before.md', 'built-in'], 'cannot be one of several'],
  ['a folder without Markdown', ['../temporary'], 'There is no Markdown file in'],
  ['a mistake in a later file', ['1-before.md', 'empty.md'], 'empty.md:1:1: The file is empty'],
])('a playbook of several files with %s starts nothing', async (_, files, said) => {
  await using place = await withFiles();
  await place.write('empty.md', '');
  const {exitCode, stdout, stderr} = await place.run([...wanted, '--playbook', ...files]);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain(said);
  expect(await place.files(place.path)).not.toContain('store');
});

test.concurrent('files that are too much together are not read as one', async () => {
  await using place = makePlace();
  const big = `- [ ] Tell people\n\n${'Words. '.repeat(400_000)}\n`;
  await place.write('a.md', big);
  await place.write('b.md', big);
  const {exitCode, stderr} = await place.run([...wanted, '--playbook', 'a.md', 'b.md']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('b.md: With this file, the playbook is over the limit of 5 MiB');
});
