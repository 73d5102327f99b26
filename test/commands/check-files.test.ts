import {readFile} from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import {expect, test} from 'vitest';
import {makePlace} from '../e2e/place.ts';

const tidy = `vars: {host: 127.0.0.1}
checks:
  - name: Token works
    description: Others log in with it.
    command: {run: 'login --as admin --with \${env.HANDOFF_TEST_VALUE}', cwd: sub}
    expect: {exit: 0, stdout: {not: /denied/}, duration: {below: 2s}}
    warn: {duration: {below: 500ms}}
    timeout: 90s
    tags: [auth]
    fix: Ask for a new one.
`;

test('explain prints exactly what would run and every assertion, and runs nothing', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', tidy);
  const {exitCode, stdout, stderr} = await place.run(
    ['check', 'explain', 'token', '--file', 'handoff.yaml'],
    {HANDOFF_TEST_VALUE: 'correct-horse-battery'},
  );
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
  expect(stdout).not.toContain('correct-horse');
  const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/, '  '));
  expect(lines).toEqual(
    expect.arrayContaining([
      'check  Token works',
      'why  Others log in with it.',
      'does  login --as admin --with ${env.HANDOFF_TEST_VALUE} (in sub)',
      'timeout  1 min 30 s',
      'expects  exit equals 0',
      'stdout not: matches /denied/',
      'duration below 2 s',
      'warns unless  duration below 500 ms',
      'tags  auth',
      'fix  Ask for a new one.',
    ]),
  );
});

test('explain of a check that is not there names a similar one', async () => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    'checks:\n  - name: Alpha\n    command: a\n    expect: {exit: 0}\n',
  );
  const {exitCode, stderr} = await place.run([
    'check',
    '--file',
    'handoff.yaml',
    'explain',
    'Alhpa',
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Did you mean "Alpha"?');
});

test('lint finds what is doubtful with its place and gives 4, and 0 for a tidy file', async () => {
  await using place = makePlace();
  const secret = ['ghp', 'J7dK2mQx9PvR4sT8wY1zA5bC6eF3gH0nL2kM'].join('_');
  await place.write(
    'handoff.yaml',
    `checks:
  - name: Clean
    command: rm -rf cache
    expect: {exit: 0}
    timeout: 11m
  - name: Posts
    http: {url: http://127.0.0.1/, method: POST}
    expect: {status: 200}
    fix: x
  - name: Same
    command: rm -rf cache
    expect: {exit: 0}
    effect: changes
    severity: recommended
  - name: Token
    http: {url: http://127.0.0.1/, headers: {authorization: "Bearer ${secret}"}}
    expect: {status: 200}
    fix: x
`,
  );
  const {exitCode, stdout} = await place.run(['check', 'lint', '--file', 'handoff.yaml']);
  expect(exitCode).toBe(4);
  expect(stdout).not.toContain(secret);
  const places = stdout.split('\n').filter((line) => line.startsWith('handoff.yaml:'));
  expect(places.map((line) => line.replace(/^handoff\.yaml:/, '').slice(0, 60))).toEqual([
    expect.stringMatching(/^2:5 {2}Clean: A required check/),
    expect.stringMatching(/^3:5 {2}Clean: This looks as if it changes the system \(rm/),
    expect.stringMatching(/^5:5 {2}Clean: It may take 11 min/),
    expect.stringMatching(/^7:5 {2}Posts: This looks as if .*\(POST/),
    expect.stringMatching(/^11:5 {2}Same: "Clean" looks at exactly the same and says the s/),
    expect.stringMatching(/^16:\d+ {2}A secret is written here/),
  ]);
  await place.write('tidy.yaml', tidy.replace('${env.HANDOFF_TEST_VALUE}', 'x'));
  const clean = await place.run(['check', 'lint', '--file', 'tidy.yaml']);
  expect(clean).toEqual({exitCode: 0, stdout: 'tidy.yaml: 1 check, nothing to say.\n', stderr: ''});
});

test('lint tells once what many checks lack, after all else', async () => {
  await using place = makePlace();
  const checks = ['a', 'b', 'c', 'd'].map(
    (name) => `  - {name: ${name}, command: rm ${name}, expect: {exit: 0}}\n`,
  );
  await place.write('handoff.yaml', `checks:\n${checks.join('')}`);
  const {stdout} = await place.run(['check', 'lint', '--file', 'handoff.yaml']);
  const paragraphs = stdout.trimEnd().split('\n\n');
  expect(paragraphs).toHaveLength(5);
  expect(paragraphs[4]).toBe(
    '4 required checks do not say under "fix" what to do when they fail: a, b, c, d.',
  );
});

test('lint looks into included files too, and names them', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', 'include: more.yaml\n');
  await place.write(
    'more.yaml',
    `checks:
  - {name: Base, command: rm x, expect: {exit: 0}, effect: changes, fix: x}
  - {name: Next, command: ls, expect: {exit: 0}, needs: Base, fix: x}
`,
  );
  const {exitCode, stdout} = await place.run(['check', 'lint', '--file', 'handoff.yaml']);
  expect(exitCode).toBe(4);
  expect(stdout).toMatch(/^more\.yaml:3:\d+ {2}Next: It needs "Base", which changes the system/);
});

test('lint gives 2 for a file that is wrong, also as JSON', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', 'checks:\n  - name: A\n    comand: a\n');
  const {exitCode, stderr} = await place.run(['check', 'lint', '--file', 'handoff.yaml']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('handoff.yaml:3:5');
  const json = await place.run(['check', 'lint', '--file', 'handoff.yaml', '--json']);
  expect(json.exitCode).toBe(2);
  expect(JSON.parse(json.stdout)).toMatchObject({
    errors: 1,
    found: [{level: 'error', position: {line: 3, column: 5}, suggestion: 'command'}],
  });
});

test('trust shows what would run, and only with a yes does the file run', async () => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    'checks:\n  - name: A\n    command: touch ran\n    expect: {exit: 0}\n',
  );
  const shown = await place.run(['trust', 'handoff.yaml']);
  expect(shown.exitCode).toBe(2);
  expect(shown.stdout).toContain('A: command touch ran');
  expect((await place.run(['check', '--file', 'handoff.yaml'])).exitCode).toBe(2);
  expect((await place.run(['trust', 'handoff.yaml', '--yes'])).exitCode).toBe(0);
  await expect(readFile(path.join(place.workspace, 'ran'), 'utf8')).rejects.toThrow('ENOENT');
  expect((await place.run(['check', '--file', 'handoff.yaml'])).exitCode).toBe(0);
  expect((await place.run(['trust', 'handoff.yaml'])).stdout).toContain('trusted already');
});

test.each(['handoff.yaml', 'check-run'])('schema %s prints a schema by its draft', async (name) => {
  await using place = makePlace();
  const {exitCode, stdout} = await place.run(['schema', name]);
  expect(exitCode).toBe(0);
  const ajv = new Ajv.default({strict: false, validateFormats: false});
  expect(ajv.validateSchema(JSON.parse(stdout) as object)).toBe(true);
});

test('a schema that is not there is told', async () => {
  await using place = makePlace();
  const {exitCode, stderr} = await place.run(['schema', 'handof.yaml']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Did you mean "handoff.yaml"?');
});

test('an item that is misspelt under proves is named by lint and by check, with or without a handoff', async () => {
  await using place = makePlace();
  const misspelt =
    'checks:\n  - name: a\n    fix: x\n    command: "true"\n    expect: {exit: 0}\n    proves: chek-health\n';
  await place.write('handoff.yaml', misspelt);
  const place6 = /^\S*handoff\.yaml:6:5 {2}a: The (built-in )?playbook has no item "chek-health"/m;
  const lint = await place.run(['check', 'lint']);
  expect(lint.exitCode).toBe(4);
  expect(lint.stdout).toMatch(place6);
  expect(lint.stdout).toMatch(/The built-in playbook .* Did you mean "check-health"\?/);
  const alone = await place.run(['check', '--trust']);
  expect(alone.exitCode).toBe(0);
  expect(alone.stderr).toMatch(/The built-in playbook .* Did you mean "check-health"\?/);
  await place.start();
  const kept = await place.run(['check']);
  expect(kept.exitCode).toBe(0);
  expect(kept.stderr).toMatch(place6);
  expect(kept.stderr).toContain('The playbook has no item');
});

test('explain tells of a kind without a file or a handoff, and of a check of that name first', async () => {
  await using place = makePlace();
  const kind = await place.run(['check', 'explain', 'disk']);
  expect(kind).toMatchObject({exitCode: 0, stderr: ''});
  expect(kind.stdout).toMatch(/^disk: Looks at the room left[^]*free_percent[^]*disk: \$\{data\}/);
  await place.write('handoff.yaml', 'checks:\n  - {name: disk, file: data}\n');
  const check = await place.run(['check', 'explain', 'disk']);
  expect(check.stdout).toMatch(/^check +disk\n/);
});
