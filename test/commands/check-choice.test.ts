import {expect, test} from 'vitest';
import {makePlace} from '../e2e/place.ts';

const file = `checks:
  - {name: First, command: "false", expect: {exit: 0}, tags: [net]}
  - {name: Second, command: "true", expect: {exit: 0}, tags: [disk], severity: recommended}
  - {name: Third, command: "true", expect: {exit: 0}}
`;

test.each([
  [['--tag', 'disk'], ['Second']],
  [
    ['--tag', 'disk', '--tag', 'net'],
    ['First', 'Second'],
  ],
  [
    ['--severity', 'required'],
    ['First', 'Third'],
  ],
  [['--severity', 'required', '--only', 'Third'], ['Third']],
])('%j runs only %j', async (args, names) => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  const base = ['check', '--file', 'handoff.yaml', '--trust', '--json'];
  const {stdout} = await place.run([...base, ...args]);
  const {results} = JSON.parse(stdout) as {results: {name: string}[]};
  expect(results.map(({name}) => name)).toEqual(names);
});

test('--fail-fast starts nothing more after a required check that does not pass', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  const base = ['check', '--file', 'handoff.yaml', '--trust', '--json'];
  const {exitCode, stdout} = await place.run([...base, '--fail-fast', '--jobs', '1']);
  expect(exitCode).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({counts: {fail: 1, skipped: 2}});
});

test('a tag that no check has is told with one that is meant', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  const {exitCode, stderr} = await place.run([
    'check',
    '--file',
    'handoff.yaml',
    '--trust',
    '--tag',
    'dsk',
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Did you mean "disk"?');
});

const manual = (question: string) =>
  `checks:\n  - name: Runbook\n    manual: ${question}\n  - name: Other\n    command: "true"\n    expect: {exit: 0}\n`;

test('an attestation counts in later runs too, until the question changes', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', manual('Is it printed?'));
  const id = await place.start();
  expect((await place.run(['check', '--trust'])).exitCode).toBe(3);
  const attested = await place.run(['check', '--attest', 'Runbook=By the door']);
  expect(attested.exitCode).toBe(0);
  expect((await place.run(['check'])).exitCode).toBe(0);
  expect((await place.run(['check', '--only', 'Other'])).exitCode).toBe(0);
  expect((await place.run(['check'])).exitCode).toBe(0);
  expect((await place.stored(id)).journal.at(-1)).toMatchObject({
    run: {results: [{attestation: {isMet: true, note: 'By the door'}}, {}]},
  });
  const denied = await place.run(['check', '--deny', 'Runbook']);
  expect(denied.exitCode).toBe(3);
  expect(denied.stdout).toContain('Attested not to be so by');
  await place.run(['check', '--attest', 'Runbook']);
  await place.write('handoff.yaml', manual('Is it signed?'));
  const changed = await place.run(['check', '--trust']);
  expect(changed.stdout).toContain('Nobody has attested this yet.');
});

test('only a manual check can be attested', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', manual('Is it printed?'));
  await place.start();
  const {exitCode, stderr} = await place.run(['check', '--trust', '--attest', 'Other']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('no manual check "Other"');
});
