import {rm} from 'node:fs/promises';
import {execa} from 'execa';
import {expect, it} from 'vitest';
import {firstFile, secondFile} from '../../handoff/taking-over/team-file.ts';
import {makePlace, type Place} from '../place.ts';

const id = 'apex-pay';

async function startByFile(place: Place): Promise<string> {
  const file = await place.write('go-live.md', firstFile);
  const {exitCode} = await place.run([
    'new',
    '--customer',
    'Apex',
    '--system',
    'Pay',
    '--playbook',
    file,
  ]);
  expect(exitCode).toBe(0);
  return file;
}

it('a file that has changed is told, shown and taken over, with no answer lost', async () => {
  await using place = makePlace();
  const file = await startByFile(place);
  await place.run(['item', 'close-the-ports', 'done']);
  await place.run(['item', 'tell-the-help-desk', 'open', '--note', 'Mina knows']);
  expect((await place.run(['status'])).stdout).not.toContain('The playbook has changed');
  await place.write('go-live.md', secondFile);

  const told = 'The playbook has changed: 1 new, 1 reworded, 1 gone, 1 moved.';
  const {stdout: status} = await place.run(['status']);
  expect(status).toContain(`Playbook: ${file} (`);
  expect(status).toContain(`${told} "handoff-wizard playbook diff ${id}" shows it.`);
  const data = JSON.parse((await place.run(['status', '--json'])).stdout) as object;
  expect(data).toMatchObject({
    playbookFile: {state: 'changed', differences: {added: 1, reworded: 1, gone: 1, moved: 1}},
  });

  const {stdout: diff} = await place.run(['playbook', 'diff']);
  expect(diff.split('\n')).toEqual([
    told,
    `+ Keep a dump for seven years (Data)  ${file}:14`,
    `~ Close all ports to the outside (Servers)  ${file}:8`,
    '      was: Close the ports to the outside',
    '      It was settled in the old words and opens again.',
    '- Tell the help desk (Servers)',
    '      Something was said of it, so it stays to be read.',
    `> Copy the customer table (Servers)  ${file}:9`,
    '      was in: Data',
    `"handoff-wizard playbook update ${id}" takes it over.`,
    '',
  ]);

  const dry = await place.run(['playbook', 'update', '--dry-run', '--json']);
  expect(JSON.parse(dry.stdout)).toMatchObject({
    isDryRun: true,
    changes: [{type: 'playbook/taken-over'}],
  });
  expect(dry.stderr).toContain(told);
  expect((await place.stored(id)).handoff.playbook.title).toBe('Go live');

  const unasked = await place.run(['playbook', 'update']);
  expect(unasked.exitCode).toBe(2);
  expect(unasked.stderr).toContain('Nothing was taken over.');
  expect((await place.stored(id)).handoff.playbook.title).toBe('Go live');
  const before = (await place.stored(id)).journal.length;
  expect((await place.run(['playbook', 'update', '--yes'])).exitCode).toBe(0);
  expect((await place.stored(id)).journal).toHaveLength(before + 1);
  const {stdout: after} = await place.run(['status']);
  expect(after).not.toContain('The playbook has changed');
  expect(after).toContain('no longer in the playbook · note: Mina knows');
  expect(after).toContain('It was done while it read "Close the ports to the outside".');
  expect((await place.run(['playbook', 'update', '--yes'])).stdout).toContain(
    'is as the handoff has it',
  );
  expect((await place.stored(id)).journal).toHaveLength(before + 1);
});

it('a file that is edited and reads the same is no change to tell', async () => {
  await using place = makePlace();
  await startByFile(place);
  await place.write('go-live.md', firstFile.replace('[ ] Order', '[x] Order'));
  expect((await place.run(['status'])).stdout).not.toContain('has changed');
  expect((await place.run(['playbook', 'diff'])).stdout).toContain('reads the same');
});

it('a file that is not there is told, and all else goes on; another can be followed', async () => {
  await using place = makePlace();
  const file = await startByFile(place);
  await rm(file);
  const {stdout, exitCode} = await place.run(['status']);
  expect({exitCode, isTold: stdout.includes(`${file} is not there.`)}).toEqual({
    exitCode: 0,
    isTold: true,
  });
  const diff = await place.run(['playbook', 'diff']);
  expect(diff.exitCode).toBe(2);
  expect(diff.stderr).toContain('The handoff goes on with the playbook that it has.');
  await place.write('moved.md', secondFile);
  await place.run(['playbook', 'update', '--from', 'moved.md', '--yes']);
  const {handoff} = await place.stored(id);
  expect(handoff.playbookSource).toMatch(/moved\.md$/u);
  expect(handoff.playbookFiles).toMatchObject([{path: handoff.playbookSource}]);
});

it('the built-in playbook has no file that could change', async () => {
  await using place = makePlace();
  await place.start();
  expect((await place.run(['playbook', 'diff'])).stdout).toContain(
    'follows the built-in playbook, as it was when it started',
  );
});

it('a handoff knows the commit of its file', async () => {
  await using place = makePlace();
  const git = (...args: readonly string[]) =>
    execa('git', ['-c', 'user.email=a@b.example', '-c', 'user.name=Ana', ...args], {
      cwd: place.workspace,
    });
  await place.write('go-live.md', firstFile);
  await git('init', '-q');
  await git('add', '.');
  await git('commit', '-qm', 'First');
  const {stdout: head} = await git('rev-parse', 'HEAD');
  const version = `commit ${head.slice(0, 12)}`;
  await startByFile(place);
  expect((await place.stored(id)).handoff.playbookVersion).toBe(version);
  await place.write('go-live.md', secondFile);
  await place.run(['playbook', 'update', '--yes']);
  expect((await place.stored(id)).handoff.playbookVersion).toBe(version);
  expect((await place.run(['status'])).stdout).toContain(`, ${version})`);
});

it('an item is added by command, settled and removed, and one of the file is not removed', async () => {
  await using place = makePlace();
  const file = await startByFile(place);
  const added = await place.run([
    'item',
    'add',
    'servers',
    'Label the cables',
    '--after',
    'order',
    '--owner',
    'Lee Novak',
  ]);
  expect(added.stdout).toMatch(/^apex-pay: added to Servers – Label the cables <\S+>\n$/u);
  await place.run(['item', 'label', 'done']);
  const {stdout} = await place.run(['status']);
  expect(stdout).toMatch(/machines .*\n\s+\[x\] Label the cables .*Lee Novak.*added here/u);
  expect((await place.run(['item', 'remove', 'order'])).stderr).toContain('stands in the playbook');
  expect((await place.run(['item', 'remove', 'label'])).exitCode).toBe(2);
  expect((await place.run(['item', 'remove', 'label', '--reason', 'No cables'])).exitCode).toBe(0);
  expect((await place.run(['item', 'add', 'nowhere', 'x'])).stderr).toContain('There is no step');
  // The team's file is theirs.
  expect(await place.files(place.workspace)).toEqual([file.split('/').at(-1)]);
});

it('what was added in the handoff, or is gone from the file, is written back into none', async () => {
  await using place = makePlace();
  await startByFile(place);
  await place.run(['item', 'tell-the-help-desk', 'done']);
  await place.run(['item', 'add', 'servers', 'Label the cables']);
  await place.run(['item', 'label', 'done']);
  await place.run(['item', 'order', 'done']);
  await place.write('go-live.md', secondFile);
  await place.run(['playbook', 'update', '--yes']);
  const {stdout, stderr} = await place.run(['playbook', 'export', '--out', '-']);
  expect({stdout, stderr}).toMatchObject({
    stdout: secondFile.replace('[ ] Order', '[x] Order'),
  });
});
