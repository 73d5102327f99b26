import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

test.concurrent('--version prints the version of the package and nothing else', async () => {
  await using place = makePlace();
  const file = new URL('../../../package.json', import.meta.url);
  const {version} = JSON.parse(readFileSync(file, 'utf8')) as {version: string};
  const expected = {exitCode: 0, stdout: `${version}\n`, stderr: ''};
  expect(await place.run(['--version'])).toEqual(expected);
  expect(await place.run(['-V'])).toEqual(expected);
});

test.concurrent('without a terminal and without handoffs it says how to start one, and makes no store', async () => {
  await using place = makePlace();
  const {exitCode, stdout, stderr} = await place.run([]);
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
  expect(stdout).toContain('No handoffs yet.');
  expect(stdout).toContain('handoff-wizard new --customer NAME --system NAME');
  expect(await place.files(place.path)).not.toContain('store');
});

test.concurrent('without a terminal it prints every handoff and how to go on', async () => {
  await using place = makePlace();
  const first = await place.start();
  const second = await place.start();
  const {exitCode, stdout, stderr} = await place.run([]);
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
  expect(stdout).toMatch(
    new RegExp(String.raw`^${first} +Apex Banking · Payments API +Preparation +0/\d+$`, 'm'),
  );
  expect(stdout).toMatch(new RegExp(`^${second} `, 'm'));
  expect(stdout).toContain('handoff-wizard --help');
});

test.concurrent('list gives the handoffs with their phase and progress, the latest change first', async () => {
  await using place = makePlace();
  const first = await place.start();
  const second = await place.start();
  await place.run([
    'item',
    'schedule-the-handoff',
    'open',
    '--due',
    '2020-02-03',
    '--handoff',
    first,
  ]);

  const {exitCode, stdout} = await place.run(['list', '--json']);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    format: 1,
    handoffs: [
      {
        id: first,
        customer: 'Apex Banking',
        system: 'Payments API',
        phase: 'Preparation',
        isSignedOff: false,
        changedSince: 0,
        settled: 0,
        total: expect.any(Number) as number,
        nextDue: {
          item: 'schedule-the-handoff-session',
          text: 'Schedule the handoff session',
          date: '2020-02-03',
          isOverdue: true,
        },
        updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      },
      expect.objectContaining({id: second}),
    ],
    broken: [],
    shared: [],
  });

  const text = await place.run(['list']);
  expect(text.exitCode).toBe(0);
  expect(text.stdout.split('\n').map((row) => row.split(' ')[0])).toEqual([
    'ID',
    first,
    second,
    '',
  ]);
  expect(text.stdout).toMatch(/overdue/i);
});

test.concurrent('status tells every item with its state, as text and as data', async () => {
  await using place = makePlace();
  const id = await place.start();
  await place.run(['item', 'see-the-whole-system-work-from-end-to-end', 'done']);
  await place.run(['item', 'network', 'na', '--reason', 'It has no network']);

  const {exitCode, stdout} = await place.run(['status', id, '--json']);
  expect(exitCode).toBe(0);
  const data = JSON.parse(stdout) as {
    steps: {title: string; settled: number; total: number; items: {id: string; status: string}[]}[];
    progress: {settled: number; total: number};
  };
  expect(data).toMatchObject({
    id,
    customer: 'Apex Banking',
    system: 'Payments API',
    workspace: place.workspace,
    playbookSource: 'built-in',
    phase: 'preparation',
    isSignedOff: false,
    progress: {settled: 2},
    checkRuns: [],
    signOffs: [],
  });
  expect(data).not.toHaveProperty('playbook');
  expect(data.steps[0]).toMatchObject({title: 'Readiness checklist', settled: 1, total: 7});
  const items = data.steps.flatMap(({items}) => items);
  expect(items).toContainEqual(
    expect.objectContaining({id: 'see-the-whole-system-work-from-end-to-end', status: 'done'}),
  );
  expect(items).toContainEqual(
    expect.objectContaining({id: 'network', status: 'not-applicable', reason: 'It has no network'}),
  );

  const text = await place.run(['status']);
  expect(text.exitCode).toBe(0);
  expect(text.stdout).toContain(`Apex Banking · Payments API  (${id})`);
  expect(text.stdout).toContain(
    '[x] See the whole system work from end to end  <see-the-whole-system-work-from-end-to-end>',
  );
  expect(text.stdout).toContain('[-] Network  <network> · because: It has no network');
  expect(text.stdout).toContain('Checks: never run.');
  for (const item of items) expect(text.stdout).toContain(`<${item.id}>`);
});
