import path from 'node:path';
import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makePlace, type Place} from '../place.ts';
import {linesOf} from '../processes.ts';

const text =
  'checks:\n  - name: It runs\n    command: echo ran >> ran.txt\n    expect: {exit: 0}\n';

function runs(place: Place): Promise<readonly string[]> {
  return linesOf(path.join(place.workspace, 'ran.txt'));
}

test.concurrent('a checks file that nobody has trusted is not run; what it would run is said', async () => {
  await using place = makePlace();
  const file = await place.write('handoff.yaml', text);
  await place.start();
  for (const args of [['check'], ['check', '--file', 'handoff.yaml', '--json']]) {
    const {exitCode, stdout, stderr} = await place.run(args);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(path.basename(file));
    expect(stderr).toContain('echo ran >> ran.txt');
    expect(stderr).toContain('--trust');
  }
  expect(await runs(place)).toEqual([]);
});

test.concurrent('a trusted file runs, until one byte of it changes', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', text);
  await place.start();
  expect((await place.run(['check', '--trust'])).exitCode).toBe(0);
  expect((await place.run(['check'])).exitCode).toBe(0);
  expect(await runs(place)).toEqual(['ran', 'ran']);

  await place.write('handoff.yaml', `${text}\n`);
  expect((await place.run(['check'])).exitCode).toBe(2);
  expect(await runs(place)).toEqual(['ran', 'ran']);

  // What was trusted once is trusted again.
  await place.write('handoff.yaml', text);
  expect((await place.run(['check'])).exitCode).toBe(0);
  expect(await runs(place)).toHaveLength(3);
});

test.concurrent('in a terminal the question is asked, and only "yes" runs it', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', text);
  await place.start();
  {
    await using terminal = place.open(['check']);
    await terminal.waitFor(/echo ran >> ran\.txt[^]*Type yes:/);
    terminal.write(`y${keys.enter}`);
    expect(await terminal.exited).toMatchObject({exitCode: 2});
    await terminal.waitFor('Nothing was run.');
    expect(await runs(place)).toEqual([]);
  }
  await using terminal = place.open(['check']);
  await terminal.waitFor('Type yes:');
  terminal.write(`yes${keys.enter}`);
  await terminal.waitFor(/pass +It runs/);
  expect(await terminal.exited).toMatchObject({exitCode: 0});
  expect(await runs(place)).toEqual(['ran']);
});
