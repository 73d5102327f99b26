import {execFileSync, spawnSync} from 'node:child_process';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {exportForms} from '../../source/export/export-checks.ts';
import {amount} from '../harness/amount.ts';
import {makePlace} from '../e2e/place.ts';

const file = `system: Payments API
vars: {wanted: up}
checks:
  - name: API is healthy
    command: cat state
    expect: {stdout: "\${wanted}"}
    fix: See the runbook.
  - name: Token works
    command: {run: 'test -n "$T"', env: {T: "\${env.PAY_TOKEN}"}}
    expect: {exit: 0}
  - name: Never good
    command: "false"
    expect: {exit: 0}
  - {name: Seen by a person, manual: Look at it}
`;

const secret = {PAY_TOKEN: 'tok-93jd83hd83'};

test('a script has the passed checks of the last run, and says of the others why not', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  await place.write('state', 'up\n');
  await place.start();
  await place.run(['check', '--trust', '--attest', 'Seen by a person=fine'], secret);

  const {exitCode, stdout, stderr} = await place.run(['check', 'export', '--as', 'sh'], secret);
  expect(exitCode).toBe(0);
  expect(stderr.split('\n').slice(1, 5)).toEqual([
    '2 checks exported.',
    'Left out:',
    '  Never good: it did not pass: fail',
    expect.stringMatching(
      /^ {2}Seen by a person: a person attests it, no program can \(attested by .* on \d{4}-\d\d-\d\d: fine\)$/,
    ),
  ]);
  expect(stdout).not.toContain(secret.PAY_TOKEN);

  await place.run(['check', 'export', '--as', 'sh', '--out', 'checks.sh'], secret);
  const script = path.join(place.workspace, 'checks.sh');
  expect(await readFile(script, 'utf8')).toBe(stdout);
  const run = (env: Readonly<Record<string, string>>) => {
    const {status, stdout: said} = spawnSync(script, {
      encoding: 'utf8',
      env: {...process.env, ...env},
      cwd: '/',
    });
    return {status, said};
  };
  expect(run(secret)).toEqual({
    status: 0,
    said: 'PASS     API is healthy\nPASS     Token works\n\n2 of 2 checks pass\n',
  });
  await place.write('state', 'down');
  expect(run({})).toEqual({
    status: 3,
    said: [
      'FAIL     API is healthy',
      '         stdout: expected "up", was down',
      '         to do: See the runbook.',
      'UNKNOWN  Token works',
      '         The environment has no variable PAY_TOKEN. Set it and try again.',
      '',
      '0 of 2 checks pass',
      '',
    ].join('\n'),
  });
}, 60_000);

test('plugins go to a folder of their own, a gossfile to a file', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  await place.write('state', 'up\n');
  await place.start();
  await place.run(['check', '--trust'], secret);

  expect((await place.run(['check', 'export', '--as', 'nagios'], secret)).exitCode).toBe(2);
  const into = await place.run(['check', 'export', '--as', 'nagios', '--out', 'plugins'], secret);
  expect(into).toMatchObject({exitCode: 0, stdout: ''});
  const folder = path.join(place.workspace, 'plugins');
  const names = ['check_1_api_is_healthy', 'check_2_token_works', 'icinga2.conf', 'nagios.cfg'];
  expect(await readdir(folder)).toEqual(names);
  expect(execFileSync(path.join(folder, 'check_1_api_is_healthy'), {encoding: 'utf8'})).toMatch(
    /^OK - /,
  );
  expect(
    (await place.run(['check', 'export', '--as', 'nagios', '--out', 'plugins'], secret)).exitCode,
  ).toBe(0);

  const foreign = await place.run(['check', 'export', '--as', 'nagios', '--out', '.'], secret);
  expect(foreign.exitCode).toBe(2);
  expect(foreign.stderr).toContain('holds other files than an export');

  const goss = await place.run(['check', 'export', '--as', 'goss', '--out', 'goss.yaml'], secret);
  expect(goss.exitCode).toBe(0);
  expect(goss.stderr).toContain('  API is healthy: goss cannot say what a whole text equals');
  expect(await readFile(path.join(place.workspace, 'goss.yaml'), 'utf8')).toContain(
    '# Not in this file:',
  );
}, 60_000);

test('without a run of exactly this content there is nothing to export', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  await place.write('state', 'up');
  await place.start();
  const never = await place.run(['check', 'export', '--as', 'sh'], secret);
  expect(never.exitCode).toBe(2);
  expect(never.stderr).toContain('have never run');

  await place.run(['check', '--trust'], secret);
  await place.write('handoff.yaml', `${file}\n# changed\n`);
  const changed = await place.run(['check', 'export', '--as', 'sh'], secret);
  expect(changed.exitCode).toBe(2);
  expect(changed.stderr).toContain('is not what run');
  expect(changed.stderr).toContain('Run the checks, then export again.');

  await place.write('handoff.yaml', file);
  const none = await place.run(['check', 'export', '--as', 'sh', '--run', 'last~1'], secret);
  expect(none).toMatchObject({exitCode: 2, stdout: ''});
}, 60_000);

test('the forms that are offered are those there are', async () => {
  await using place = makePlace();
  const {stdout} = await place.run(['check', 'export', '--help']);
  const choices = exportForms.map((form) => JSON.stringify(form)).join(', ');
  expect(stdout.replace(/\s+/g, ' ')).toContain(`(choices: ${choices})`);
});

test('a run of another checks file takes nothing from the export of this one', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', file);
  await place.write('state', 'up\n');
  const other = "checks: [{name: other, command: 'true', expect: {exit: 0}}]\n";
  await place.write('other.yaml', other);
  await place.write('never.yaml', other);
  await place.start();
  await place.run(['check', '--trust'], secret);
  await place.run(['check', '--trust', '--file', 'other.yaml']);

  const own = await place.run(['check', 'export', '--as', 'sh'], secret);
  expect(own.stderr).toMatch(/^2 checks exported\./m);
  const another = await place.run(['check', 'export', '--as', 'sh', '--file', 'other.yaml']);
  expect(another.stderr).toMatch(/^1 check exported\./m);
  const never = await place.run(['check', 'export', '--as', 'sh', '--file', 'never.yaml']);
  expect(never).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/never\.yaml has never run/),
  });
});

test('a thousand checks with equal output are all kept, and their output once', async () => {
  await using place = makePlace();
  const count = amount(1000, 10_000);
  const many = Array.from({length: count}, (_, at) => `  - {name: c${at}, file: same}\n`);
  await place.write('same', 'equal\n');
  await place.write('handoff.yaml', `checks:\n${many.join('')}`);
  await place.start();
  const {exitCode, stdout} = await place.run(['check', '--trust']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(new RegExp(`${count} pass`));
  const {stdout: told} = await place.run(['check', 'history', '--json']);
  expect(told).toContain(String(count));
  expect(await readdir(path.join(place.home, 'evidence'))).toHaveLength(1);
}, 180_000);

test('what --var named a secret is in no exported file, in whatever form', async () => {
  await using place = makePlace();
  const password = 'three-oaks-Lantern7';
  await place.write(
    'handoff.yaml',
    `vars: {db_password: "", host: db1}
checks:
  - {name: In a command, command: 'echo \${db_password} | wc -c', expect: {exit: 0}}
  - {name: In an environment, command: {run: 'test -n "$X"', env: {X: "\${db_password}"}}, expect: {exit: 0}}
  - {name: In what is expected, command: 'printf x\${db_password}y', expect: {stdout: "x\${db_password}y"}}
  - {name: In base64, command: 'printf %s \${db_password} | base64', expect: {stdout: {not: nothing}}}
  - {name: Without it, command: 'echo \${host}', expect: {stdout: {contains: db1}}}
`,
  );
  await place.start();
  const given = ['--var', `db_password=${password}`];
  expect(await place.run(['check', '--trust', ...given])).toMatchObject({exitCode: 0});
  for (const form of exportForms) {
    const ran = await place.run(['check', 'export', '--as', form, '--out', `as-${form}`, ...given]);
    expect(ran).toMatchObject({exitCode: 0});
    expect(ran.stderr).toMatch(/In a command: something in it looks like a secret/);
    expect(ran.stderr).toMatch(/^1 check exported/m);
  }
  const {stdout: found} = spawnSync('grep', ['-rlF', password, place.path], {encoding: 'utf8'});
  expect(found).toBe('');
});
