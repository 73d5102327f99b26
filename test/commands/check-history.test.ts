import {expect, test} from 'vitest';
import {makePlace} from '../e2e/place.ts';

const file = `checks:
  - name: API is healthy
    command: cat state
    expect: {stdout: up}
    fix: x
  - name: Days
    command: cat days
    expect: {stdout: {above: 1}}
    fix: x
`;

test('history lists the runs that were kept, and diff tells what changed from one to another', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  await place.start();
  await place.write('state', 'up');
  await place.write('days', '40');
  await place.run(['check', '--trust']);
  await place.write('state', 'down');
  await place.write('days', '12');
  await place.run(['check']);

  const history = await place.run(['check', 'history']);
  const [heading, newest, oldest] = history.stdout.split('\n');
  expect(heading).toMatch(/^RUN +WHEN +WHO +OUTCOMES +BLOCKING$/);
  expect(newest).toMatch(/^[0-9a-f]{8} {2}today \d\d:\d\d .* 1 pass, 1 fail +1$/);
  expect(oldest).toMatch(/ 2 pass$/);

  const told = await place.run(['check', 'diff', 'last~1', 'last']);
  expect({exitCode: told.exitCode, stderr: told.stderr}).toEqual({exitCode: 0, stderr: ''});
  expect(told.stdout.split('\n').slice(1)).toEqual([
    'The checks file is the same.',
    'Worse:',
    '  API is healthy: pass → fail: stdout: expected "up", was down',
    'Values:',
    '  API is healthy: stdout up → down',
    '  Days: stdout 40 → 12',
    '',
  ]);

  const ids = (
    JSON.parse((await place.run(['check', 'history', '--json'])).stdout) as {
      runs: {id: string}[];
    }
  ).runs.map(({id}) => id);
  const backwards = await place.run([
    'check',
    'diff',
    (ids[0] ?? '').slice(0, 9),
    ids[1] ?? '',
    '--json',
  ]);
  expect(JSON.parse(backwards.stdout)).toMatchObject({
    before: {id: ids[0]},
    after: {id: ids[1]},
    isSameFile: true,
    changes: [
      {type: 'outcome', check: 'API is healthy', before: 'fail', after: 'pass'},
      {type: 'value', subject: 'stdout'},
      {type: 'value', subject: 'stdout', before: '12', after: '40'},
    ],
  });
});

test('a run that is not there is told with what to do', async () => {
  await using place = makePlace();
  await place.start();
  expect((await place.run(['check', 'history'])).stdout).toContain('have never run');
  const {exitCode, stderr} = await place.run(['check', 'diff', 'last', 'abc']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('"handoff-wizard check history" lists the runs.');
});
