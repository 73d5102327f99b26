import {hash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makePlace, type Place} from '../../place.ts';

const wanted = ['new', '--customer', 'Apex Banking', '--system', 'Payments API'];

test.concurrent('new starts a handoff for this folder, says its id and how to open it', async () => {
  await using place = makePlace();
  const {exitCode, stdout, stderr} = await place.run(wanted);
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
  expect(stdout).toContain('"handoff-wizard resume apex-banking-payments-api"');
  const {journal} = await place.stored('apex-banking-payments-api');
  expect(journal).toHaveLength(1);
  expect(journal[0]).toMatchObject({
    type: 'handoff/created',
    customer: 'Apex Banking',
    system: 'Payments API',
    workspace: place.workspace,
    playbookSource: 'built-in',
  });
});

test.concurrent('new --json prints the id alone, and a second handoff of the same name gets its own', async () => {
  await using place = makePlace();
  const first = await place.run([...wanted, '--json']);
  const second = await place.run([...wanted, '--json']);
  expect(JSON.parse(first.stdout)).toEqual({format: 1, id: 'apex-banking-payments-api'});
  expect(JSON.parse(second.stdout)).toEqual({format: 1, id: 'apex-banking-payments-api-2'});
});

test.concurrent('a Markdown checklist from elsewhere is a playbook as it stands', async () => {
  await using place = makePlace();
  const file = await place.write(
    'team.md',
    '# Go live\n\n## Before\n\n- [ ] Tell people\n- [x] Order a cake\n\n## After\n\n* [ ] Clean up\n',
  );
  const started = await place.run([...wanted, '--playbook', 'team.md', '--json']);
  const {id} = JSON.parse(started.stdout) as {id: string};
  const {stdout} = await place.run(['status', id]);
  expect(stdout).toContain('[ ] Tell people');
  expect(stdout).toContain('[x] Order a cake');
  expect(stdout).toContain('[ ] Clean up');
  const sha256 = hash('sha256', await readFile(file));
  expect((await place.stored(id)).journal[0]).toMatchObject({
    playbookSource: file,
    playbookFiles: [{path: file, sha256}],
  });
});

test.concurrent('a playbook with broken front matter starts a handoff, and its line is told', async () => {
  await using place = makePlace();
  const file = await place.write('broken.md', '---\nsteps: [1\n---\n# X\n- a\n');
  const {exitCode, stderr} = await place.run([...wanted, '--playbook', 'broken.md']);
  expect(exitCode).toBe(0);
  expect(stderr).toContain(`${file}:3: The front matter is not valid YAML`);
});

test.concurrent('what is ticked in a playbook is told, and new --unticked starts clean', async () => {
  await using place = makePlace();
  await place.write(
    'team.md',
    '# Go live\n\n- [x] Tell people\n- [ ] ~~Old thing~~\n- [ ] Clean up @sam\n',
  );
  const args = [...wanted, '--playbook', 'team.md', '--json'];
  const ticked = await place.run(args);
  expect(ticked.stderr).toContain('1 entry is ticked in the file; a handoff starts with it done.');
  const clean = await place.run([...args, '--unticked']);
  expect(clean.stderr).not.toContain('ticked');
  const idOf = ({stdout}: {readonly stdout: string}) => (JSON.parse(stdout) as {id: string}).id;
  const first = (await place.run(['status', idOf(ticked)])).stdout;
  expect(first).toContain('[x] Tell people');
  expect(first).toContain('[-] Old thing');
  expect(first).toMatch(/\[ \] Clean up {2}<clean-up> · sam/u);
  const second = (await place.run(['status', idOf(clean)])).stdout;
  expect(second).toContain('[ ] Tell people');
});

test.concurrent('status has the context, introductions, texts, gotchas and links of a playbook', async () => {
  await using place = makePlace();
  const text = await readFile('test/fixtures/playbooks/repairs/context-gotchas-links.md', 'utf8');
  await place.write('team.md', text);
  const {stdout: id} = await place.run([...wanted, '--playbook', 'team.md', '--json']);
  const {stdout} = await place.run(['status', (JSON.parse(id) as {id: string}).id]);
  for (const words of [
    'Read this first: never restart node 3.',
    'Take the pager before you start.',
    '- Node 3 holds the lease',
    '- Wiki: https://wiki.example.com',
  ])
    expect(stdout).toContain(words);
});

describe('bad input', () => {
  let place: Place;

  beforeAll(async () => {
    place = makePlace();
    await place.write('empty.md', '');
  });
  afterAll(() => place[Symbol.asyncDispose]());

  test.concurrent.each([
    ['no system', ['new', '--customer', 'Apex'], '--system'],
    ['no customer', ['new', '--system', 'Payments'], '--customer'],
    ['an option without its value', ['new', '--customer', 'Apex', '--system'], '--system'],
    ['an empty customer', ['new', '--customer', ' ', '--system', 'Payments'], 'customer'],
    ['no such workspace', [...wanted, '--workspace', 'nowhere'], `${path.sep}nowhere`],
    ['a workspace that is a file', [...wanted, '--workspace', 'empty.md'], 'is a file'],
    ['no such playbook', [...wanted, '--playbook', 'nowhere.md'], 'nowhere.md'],
    ['a playbook that is a folder', [...wanted, '--playbook', '.'], 'workspace'],
    ['an empty playbook', [...wanted, '--playbook', 'empty.md'], 'empty.md:1:1'],
  ])('new with %s starts nothing, says what is wrong, and gives 2', async (_, args, said) => {
    const {exitCode, stdout, stderr} = await place.run(args);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await place.files(place.path)).not.toContain('store');
  });
});
