import {mkdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {ChecksFileError} from '../../../source/checks/spec/checks-file-error.ts';
import {explainCheck} from '../../../source/checks/explain/explain-check.ts';
import {lintFile} from '../../../source/checks/lint/lint-file.ts';
import {contentFingerprint} from '../../../source/checks/trust.ts';
import {createGossFolder, type GossFolder} from './goss-folder.ts';

let folder: GossFolder;

beforeEach(async () => {
  folder = await createGossFolder();
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const include = 'include: [{goss: goss.yaml}]';

async function readGoss(gossfile: string, options?: Parameters<GossFolder['read']>[1]) {
  await folder.write('goss.yaml', gossfile);
  return folder.read(include, options);
}

/** Each problem as `file:line:column  message`, without the path of the folder. */
async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ChecksFileError);
  return (error as ChecksFileError).problems.map(
    ({file = '', position: {line, column}, message, suggestion}) =>
      `${file.replace(`${folder.path}/`, '')}:${line}:${column}  ${message}${suggestion === undefined ? '' : ` [${suggestion}]`}`,
  );
}

describe('a gossfile that is wrong runs nothing and is told its places', () => {
  test.each([
    [
      'file:\n  /x:\n    exist: true\n',
      /^goss\.yaml:3:5 {2}A file of goss has no "exist".* \[exists\]$/,
    ],
    ['file:\n  /x:\n', /^goss\.yaml:2:3 {2}An entry of "file" is a map of what to expect/],
    ['file: [x]\n', /^goss\.yaml:1:7 {2}"file" takes a map of entries/],
    ['file:\n  /x: {exists: true, skip: 5}\n', /^goss\.yaml:2:28 {2}"skip" is true or false/],
    [
      'command:\n  x: {exit-status: 0, timeout: "5"}\n',
      /^goss\.yaml:2:32 {2}"timeout" is a whole number of milliseconds/,
    ],
    [
      'file:\n  /x:\n    exists: true\n    size: {gtt: 5}\n',
      /^goss\.yaml:4:12 {2}goss has no matcher "gtt".* \[gt\]$/,
    ],
    [
      'file:\n  /x:\n    exists: true\n    size: {gt: 5, lt: 9}\n',
      /^goss\.yaml:4:11 {2}One matcher is allowed here, and there are "gt", "lt"/,
    ],
    [
      'file:\n  /x: {exists: true, contents: ["/a(/"]}\n',
      /^goss\.yaml:2:33 {2}This regular expression cannot be read: missing closing \): `a\(`\.$/,
    ],
    [
      'file:\n  /x: {exists: true, contents: [5]}\n',
      /^goss\.yaml:2:33 {2}A pattern is text, and this is a number/,
    ],
    [
      'matching:\n  x: {content: a, matches: {match-regexp: "(?=a)"}}\n',
      /^goss\.yaml:2:43 {2}This regular expression cannot be read/,
    ],
    [
      'file:\n  /x: {exists: true}\nfile:\n  /y: {exists: true}\n',
      /^goss\.yaml:3:1 {2}This key is in the map already/,
    ],
    ['{a: b\n', /^goss\.yaml:\d+:\d+ {2}/],
    ['[]\n', /^goss\.yaml:1:1 {2}A gossfile is a map of types/],
    ['comand:\n  x: {exit-status: 0}\n', /^goss\.yaml:1:1 {2}goss has no type.* \[command\]$/],
    ['gossfile:\n  other.yaml: {}\n', /^goss\.yaml:2:3 {2}There is no such file: .*other\.yaml\.$/],
    ['gossfile:\n  goss.yaml: {}\n', /^goss\.yaml:2:3 {2}The gossfiles name each other/],
    ['gossfile:\n  "x*.yaml": {}\n', /^goss\.yaml:2:3 {2}No file matches "x\*\.yaml"/],
  ])('%j', async (gossfile, problem) => {
    const [first, ...others] = await problemsOf(readGoss(gossfile));
    expect(first).toMatch(problem);
    expect(others).toEqual([]);
  });

  test('what is skipped may be wrong in what it expects', async () => {
    const file = await readGoss('file:\n  /x: {exists: true, size: {gtt: 5}, skip: yes}\n');
    expect(file.checks).toHaveLength(1);
  });
});

test('a gossfile or file of variables that is not there is told where it is included', async () => {
  await folder.write('goss.yaml', 'file:\n  /x: {exists: true}\n');
  expect(await problemsOf(folder.read('include:\n  - {goss: none.yaml}\n'))).toEqual([
    expect.stringMatching(/^:2:12 {2}There is no such file: .*none\.yaml\.$/),
  ]);
  expect(await problemsOf(folder.read('include: {goss: goss.yaml, vars: no.yaml}\n'))).toEqual([
    expect.stringMatching(/^:1:34 {2}There is no such file: .*no\.yaml\.$/),
  ]);
});

describe('checks of a gossfile', () => {
  const gossfile = `file:
  /etc/passwd:
    title: The accounts
    meta: {owner: platform, severity: recommended, fix: Ask them., tags: [base]}
    exists: true
    mode: "0644"
  /nothing: {exists: false}
command:
  greet: {exec: "echo hello", exit-status: 0, stdout: [hello], timeout: 7000}
  rm -rf /srv/x: {exit-status: 0, skip: true}
`;

  test('have names, places, texts, and stay unrun where the gossfile skips them', async () => {
    const file = await readGoss(gossfile);
    expect(file.checks.map(({name, place: {line, column}}) => `${line}:${column} ${name}`)).toEqual(
      [
        '2:3 goss file /etc/passwd',
        '7:3 goss file /nothing',
        '9:3 goss command greet',
        '10:3 goss command rm -rf /srv/x',
      ],
    );
    const [first, , third] = file.checks;
    expect(first).toMatchObject({
      description: 'The accounts\nowner: platform',
      severity: 'recommended',
      fix: 'Ask them.',
      tags: ['base'],
      action: 'look at the file /etc/passwd',
    });
    expect(third).toMatchObject({action: 'run echo hello', timeout: 7000});
    const results = await folder.goss(gossfile);
    expect(results.at(-1)).toMatchObject({
      outcome: 'skipped',
      message: expect.stringContaining('"skip" is taken out of the gossfile'),
    });
    expect(results[1]?.findings).toEqual([
      {subject: 'exists', expected: 'equals false', actual: 'false', isMet: true, level: 'expect'},
    ]);
  });

  test('can be explained, and lint tells what says nothing', async () => {
    const file = await readGoss(
      `${gossfile}  curl -X POST http://x/: {exit-status: 0, stdout: []}\nextra: {a: 1}\n`,
    );
    const explained = new Map(file.checks[0] && explainCheck(file.checks[0], file));
    expect(explained.get('expects')).toEqual(['exists equals true', 'mode equals "0644"']);
    const warnings = (await lintFile(file)).map(
      ({rule, position: {line, column}, message}) => `${line}:${column} ${rule} ${message}`,
    );
    expect(warnings).toEqual([
      expect.stringMatching(/^10:3 unmarked-change .*meta: \{effect: changes\}/),
      expect.stringMatching(/^11:3 unmarked-change /),
      expect.stringMatching(/^11:44 says-nothing An empty list says nothing about "stdout"/),
      expect.stringMatching(/^12:1 says-nothing goss has no type of resource "extra"/),
    ]);
  });

  test('a change runs only when it is asked for', async () => {
    const marked = 'command:\n  touch made: {exit-status: 0, meta: {effect: changes}}\n';
    expect(await folder.verdict(marked)).toMatchObject({outcome: 'skipped'});
    await expect(readFile(join(folder.path, 'made'))).rejects.toThrow('ENOENT');
  });

  test('keep their names apart from those of another gossfile', async () => {
    await folder.write('a.yaml', 'file:\n  /x: {exists: false}\n');
    await folder.write('b.yaml', 'file:\n  /x: {exists: true}\n');
    const {results} = await folder.run('include: [{goss: a.yaml}, {goss: b.yaml}]');
    expect(
      results.map(({name, outcome}) => `${outcome} ${name.replace(`${folder.path}/`, '')}`),
    ).toEqual(['pass goss file /x', 'fail goss file /x (b.yaml)']);
  });

  test('can be needed by other checks, and waived', async () => {
    await folder.write('goss.yaml', 'file:\n  /nothing: {exists: true}\n');
    const {results} = await folder.run(
      `${include}\nchecks:\n  - {name: own, command: "true", expect: {exit: 0}, needs: goss file /nothing}\n`,
    );
    const waived = await folder.run(
      `${include}\nwaivers: [{check: goss file /nothing, reason: Later., approver: Lead, expires: 2999-01-01}]\n`,
    );
    expect(waived.results.map(({outcome}) => outcome)).toEqual(['waived']);
    expect(results.map(({name, outcome}) => `${name}: ${outcome}`)).toEqual([
      'own: skipped',
      'goss file /nothing: fail',
    ]);
  });

  test('every file of them is content to be trusted', async () => {
    await folder.write('parts.yaml', 'file:\n  /x: {exists: false}\n');
    const file = await readGoss('gossfile:\n  parts.yaml: {}\n');
    const before = await contentFingerprint(file.path);
    expect(file.files.map(({path}) => path.replace(`${folder.path}/`, ''))).toEqual([
      'handoff.yaml',
      'goss.yaml',
      'parts.yaml',
    ]);
    await folder.write('parts.yaml', 'command:\n  evil: {exit-status: 0}\n');
    expect(await contentFingerprint(file.path)).not.toBe(before);
  });
});

describe('gossfiles in a gossfile', () => {
  test('are found beside it, by glob too, and what comes later replaces', async () => {
    await mkdir(join(folder.path, 'parts'));
    await folder.write(
      'parts/a.yaml',
      'file:\n  /x: {exists: false}\n  here.txt: {exists: true}\n',
    );
    await folder.write('parts/b.yaml', 'gossfile:\n  more/c.yaml: {}\n');
    await mkdir(join(folder.path, 'parts/more'));
    await folder.write('parts/more/c.yaml', 'command:\n  c: {exec: "true", exit-status: 0}\n');
    await folder.write('here.txt', '');
    const results = await folder.goss(
      'file:\n  /x: {exists: true}\ngossfile:\n  all: {file: "parts/*.yaml"}\n  parts/never.yaml: {skip: true}\n',
    );
    // Paths of files start where goss is started: beside the first gossfile.
    expect(results.map(({name, outcome}) => `${name}: ${outcome}`)).toEqual([
      'goss file /x: pass',
      'goss file here.txt: pass',
      'goss command c: pass',
    ]);
    const file = await folder.read(include);
    expect(file.notes?.map(({message}) => message)).toEqual([
      expect.stringMatching(/^This replaces the "\/x" in .*goss\.yaml:2/),
    ]);
  });
});

test('aliases and merged maps', async () => {
  const results = await folder.goss(
    'base: &base {exists: false}\nfile:\n  /a: *base\n  /b: {<<: *base, exists: true}\n',
  );
  expect(results.map(({outcome}) => outcome)).toEqual(['pass', 'fail']);
});
