import path from 'node:path';
import {expect, test} from 'vitest';
import {forApex, makePlace} from '../place.ts';

const passing =
  '  - name: It answers\n    command: echo well\n    expect: {stdout: {contains: well}}\n';
const failing =
  '  - name: It is ready\n    command: echo no; exit 7\n    expect: {exit: 0}\n    fix: Start it.\n';
const warning = '  - name: It is quick\n    command: echo slow\n    warn: {stdout: quick}\n';

function checks(...entries: readonly string[]): string {
  return `system: Payments API\nchecks:\n${entries.join('')}`;
}

test.concurrent('checks that pass give 0, and the run is kept with the handoff', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(passing));
  const id = await place.start();
  const {exitCode, stdout, stderr} = await place.run(['check', '--trust']);
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: forApex});
  expect(stdout).toMatch(/pass +It answers/);
  expect(stdout).toContain(`Kept with ${id}.`);
  const {journal} = await place.stored(id);
  expect(journal.at(-1)).toMatchObject({
    type: 'checks/recorded',
    run: {
      isInterrupted: false,
      results: [{name: 'It answers', outcome: 'pass', severity: 'required'}],
    },
  });
  const status = await place.run(['status']);
  expect(status.stdout).toMatch(/pass +It answers/);
});

test.concurrent('a required check that fails gives 3, with what was expected, what was found and the fix', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(passing, failing, warning));
  const id = await place.start();
  const {exitCode, stdout, stderr} = await place.run(['check', '--trust']);
  expect({exitCode, stderr}).toEqual({exitCode: 3, stderr: forApex});
  expect(stdout).toMatch(/fail +It is ready/);
  expect(stdout).toMatch(/exit: expected .*0.*7/);
  expect(stdout).toContain('Start it.');
  const status = await place.run(['status', id]);
  expect(status.exitCode).toBe(0);
  expect(status.stdout).toMatch(/In the way: .*It is ready/);
});

test.concurrent('warnings alone give 4, also of a recommended check that fails', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(passing, warning));
  expect((await place.run(['check', '--file', 'handoff.yaml', '--trust'])).exitCode).toBe(4);
  await place.write('handoff.yaml', checks(passing, `${failing}    severity: recommended\n`));
  expect((await place.run(['check', '--file', 'handoff.yaml', '--trust'])).exitCode).toBe(4);
});

test.concurrent('--json prints the run and nothing else', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(passing, failing));
  await place.start();
  const {exitCode, stdout, stderr} = await place.run(['check', '--trust', '--json']);
  expect({exitCode, stderr}).toEqual({exitCode: 3, stderr: forApex});
  expect(JSON.parse(stdout)).toMatchObject({
    system: 'Payments API',
    fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    isInterrupted: false,
    results: [
      {name: 'It answers', kind: 'command', outcome: 'pass'},
      {name: 'It is ready', outcome: 'fail', code: 7, fix: 'Start it.'},
    ],
  });
});

test.concurrent('--only runs one check, and leaves the others unproven and not passed', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(passing, failing));
  const id = await place.start();
  const {exitCode, stdout} = await place.run(['check', '--trust', '--only', 'It answers']);
  expect(exitCode).toBe(0);
  expect(stdout).not.toContain('It is ready');
  expect((await place.stored(id)).journal.at(-1)).toMatchObject({
    run: {results: [{outcome: 'pass'}, {name: 'It is ready', outcome: 'unknown'}]},
  });
});

test.concurrent('check --file works with no handoff at all, and then keeps nothing but the trust', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(passing));
  const {exitCode, stdout} = await place.run(['check', '--file', 'handoff.yaml', '--trust']);
  expect(exitCode).toBe(0);
  expect(stdout).not.toContain('Kept with');
  const kept = (await place.files(place.home)).map((file) => file.split(path.sep)[0]);
  expect(new Set(kept)).toEqual(new Set(['settings.json', 'trusted']));
});

test.concurrent.each([
  ['a key that no check has', 'checks:\n  - name: A\n    comand: "true"\n', 3, 5, 'command'],
  ['the same key twice', 'system: A\nsystem: B\nchecks: []\n', 2, 1, 'system'],
  ['text that is no YAML', 'checks:\n  - name: "A\n', undefined, undefined, ''],
])(
  'a handoff.yaml with %s gives 2 with its line and column, and runs nothing',
  async (_, text, line, column, said) => {
    await using place = makePlace();
    const file = await place.write('handoff.yaml', text);
    const {exitCode, stdout, stderr} = await place.run(['check', '--file', file, '--trust']);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(line === undefined ? `${file}:` : `${file}:${line}:${column}`);
    expect(stderr).toMatch(/handoff\.yaml:\d+:\d+/);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/\n\s+at \S+ \(/);
  },
);

test.concurrent('a checks file that is missing is named, with what to do, and gives 2', async () => {
  await using place = makePlace();
  await place.start();
  const {exitCode, stderr} = await place.run(['check']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${place.workspace}/handoff.yaml`);
});
