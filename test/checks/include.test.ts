import {createHash} from 'node:crypto';
import {mkdir, symlink} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {ChecksFileError} from '../../source/checks/spec/checks-file-error.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {checksFile, commandCheck} from './yaml.ts';

let folder: ChecksFolder;

beforeEach(async () => {
  folder = await createChecksFolder();
  await mkdir(path.join(folder.path, 'parts/deep'), {recursive: true});
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function messageOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ChecksFileError);
  return (error as ChecksFileError).message.replaceAll(`${folder.path}/`, '');
}

describe('included files', () => {
  test('add their checks, sorted, with their own folders', async () => {
    await folder.write('parts/b.yaml', checksFile(commandCheck('b', 'true')));
    await folder.write('parts/a.yaml', checksFile(commandCheck('a', 'test -e a.yaml')));
    await folder.write('last.yaml', `system: ignored\n${checksFile(commandCheck('last', 'true'))}`);
    const run = await folder.run(
      `system: Pay\ninclude: [parts/*.yaml, last.yaml]\n${checksFile(commandCheck('own', 'true'))}`,
    );
    expect(run.system).toBe('Pay');
    expect(run.results.map(({name, outcome}) => `${name} ${outcome}`)).toEqual([
      'own pass',
      'a pass',
      'b pass',
      'last pass',
    ]);
  });

  test('may be all that a file has, and are read once however often they are named', async () => {
    await folder.write('parts/a.yaml', checksFile(commandCheck('a', 'true')));
    await symlink(
      path.join(folder.path, 'parts/a.yaml'),
      path.join(folder.path, 'parts/link.yaml'),
    );
    const file = await folder.read('include: ["**/*.yaml", parts/a.yaml]');
    expect(file.checks.map(({name}) => name)).toEqual(['a']);
  });

  test('see the variables of the including file, which win over their own', async () => {
    await folder.write(
      'parts/a.yaml',
      `vars: {host: default, port: 80, url: "http://\${host}:\${port}/"}\nchecks:\n  - {name: a, http: "\${url}", expect: {status: 200}}`,
    );
    const yaml = 'vars: {host: outer}\ninclude: parts/a.yaml';
    const file = await folder.read(yaml);
    expect(file.checks[0]?.target).toBe('http://outer:80/');
    const given = await folder.read(yaml, {vars: {host: 'given'}});
    expect(given.checks[0]?.target).toBe('http://given:80/');
  });

  test('bring their secrets along', async () => {
    await folder.write(
      'a.yaml',
      'checks:\n  - {name: a, command: "echo ${env.TOKEN}", expect: {exit: 0}}',
    );
    const {results} = await folder.run('include: a.yaml', {environment: {TOKEN: 'tok-99887766'}});
    expect(JSON.stringify(results)).not.toContain('tok-99887766');
    expect(results[0]?.target).toBe('echo ${env.TOKEN}');
  });

  test('count in the fingerprint by content and name', async () => {
    const own = 'include: [a.yaml, parts/b.yaml]';
    const a = checksFile(commandCheck('a', 'true'));
    const b = checksFile(commandCheck('b', 'true', 'on: [env, X=1]'));
    await folder.write('a.yaml', a);
    await folder.write('parts/b.yaml', b);
    const file = await folder.read(own);
    expect(file.files).toEqual([
      {path: path.join(folder.path, 'handoff.yaml'), sha256: sha256(own)},
      {path: path.join(folder.path, 'a.yaml'), sha256: sha256(a)},
      {path: path.join(folder.path, 'parts/b.yaml'), sha256: sha256(b)},
    ]);
    expect(file.sha256).toBe(
      sha256(`${sha256(own)}  handoff.yaml\n${sha256(a)}  a.yaml\n${sha256(b)}  parts/b.yaml\n`),
    );
    await folder.write('parts/b.yaml', b.replace('X=1', 'X=2'));
    expect((await readChecksFile(file.path)).trustedSha256).not.toBe(file.sha256);
  });

  test('can need each other, and be waived by the including file', async () => {
    await folder.write('a.yaml', checksFile(commandCheck('a', 'exit 1')));
    const run = await folder.run(
      [
        'include: a.yaml',
        'waivers: [{check: a, reason: r, approver: p, expires: 9999-12-31}]',
        checksFile(commandCheck('own', 'true', 'needs: a')),
      ].join('\n'),
    );
    expect(run.results.map(({outcome}) => outcome)).toEqual(['pass', 'waived']);
  });
});

describe('mistakes across files', () => {
  test('are all told with file, line and column', async () => {
    await folder.write('a.yaml', `checks:\n  - {name: own, comand: x, expect: {exit: 0}}`);
    await folder.write('b.yaml', 'checks: [');
    const message = await messageOf(
      folder.read(`include: [a.yaml, b.yaml]\n${checksFile(commandCheck('own', 'true', 'x: 1'))}`),
    );
    expect(message).toMatch(/has 4 problems/);
    expect(message).toContain('handoff.yaml:6:5  Unknown key "x"');
    expect(message).toContain('a.yaml:2:17  Unknown key "comand". Did you mean "command"?');
    expect(message).toContain(
      'a.yaml:2:12  The check in handoff.yaml:3 has this name already; names are unique.',
    );
    expect(message).toContain('b.yaml:1:10  A { or [ above is not closed.');
    expect(message.indexOf('handoff.yaml:6:5')).toBeLessThan(message.indexOf('a.yaml:2:12'));
  });

  test.each([
    ['a file that is missing', 'include: nope.yaml', 'nope.yaml  There is no such file'],
    ['a glob without a match', 'include: [x/*.yaml]', 'handoff.yaml:1:11  No file matches'],
    ['a folder', 'include: parts', 'parts  This is a folder'],
    ['another make that is not known', 'include: [{chef: x}]', 'handoff.yaml:1:12  Unknown key'],
    ['nothing', 'include: []', 'handoff.yaml:1:10  "include" must not be empty'],
    ['a number', 'include: 7', 'handoff.yaml:1:10  "include" is a number; a list belongs here.'],
  ])('%s', async (_name, yaml, expected) => {
    expect(await messageOf(folder.read(yaml))).toContain(expected);
  });

  test('a circle of includes is told with the way round', async () => {
    await folder.write('a.yaml', 'include: parts/b.yaml');
    await folder.write('parts/b.yaml', 'include: ../a.yaml');
    expect(await messageOf(folder.read('include: a.yaml'))).toContain(
      'parts/b.yaml:1:10  The files include each other: a.yaml → parts/b.yaml → a.yaml.',
    );
    expect(await messageOf(folder.read('include: handoff.yaml'))).toContain(
      'handoff.yaml:1:10  The files include each other: handoff.yaml → handoff.yaml.',
    );
  });

  test('a path as given leads the messages', async () => {
    await folder.write('parts/deep/h.yaml', 'include: ../x.yaml');
    await folder.write('parts/x.yaml', 'checks: 1');
    const file = path.join(folder.path, 'parts/deep/h.yaml');
    expect(await messageOf(readChecksFile(file))).toContain(
      'parts/x.yaml:1:9  "checks" is a number',
    );
  });
});
