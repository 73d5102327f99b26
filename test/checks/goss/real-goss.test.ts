import {execFile} from 'node:child_process';
import {chmod, mkdir} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {stringify} from 'yaml';
import type {Finding} from '../../../source/checks/check-result.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {fakeSsh} from '../servers/fake-ssh.ts';
import {serveHttp} from '../servers/http-servers.ts';
import {beside, gossfiles, hasGoss, why} from './gossfiles.ts';

type Server = Awaited<ReturnType<typeof serveHttp>>;

let folder: ChecksFolder;
let web: Server;

const variables = {name: 'here'};

beforeAll(async () => {
  process.env['STAGE_OF_TEST'] = 'staging';
  folder = await createChecksFolder();
  for (const name of ['parts', 'deep']) await mkdir(path.join(folder.path, name));
  for (const [name, text] of Object.entries(beside)) await folder.write(name, text);
  await chmod(path.join(folder.path, 'app.conf'), 0o640);
  web = await serveHttp((request, response) => {
    const status = request.url === '/moved' ? 302 : request.url === '/broken' ? 503 : 200;
    response.writeHead(status, {location: '/', 'X-A': 'b'}).end(status === 503 ? 'down' : 'fine');
  });
});

afterAll(async () => {
  delete process.env['STAGE_OF_TEST'];
  await web.close();
  await folder[Symbol.asyncDispose]();
});

interface GossResult {
  readonly 'resource-type': string;
  readonly 'resource-id': string;
  readonly property: string;
  readonly title: string;
  readonly successful: boolean;
  readonly skipped: boolean;
}

type Verdicts = Readonly<Record<string, 'met' | 'unmet' | 'skipped'>>;

/** What goss says when a person runs it: of each property, by its name. Its exit code is 1 on a failure. */
async function saidByGoss(): Promise<Verdicts> {
  const inline = ['--vars-inline', JSON.stringify(variables)];
  const words = [
    '-g',
    'goss.yaml',
    '--vars',
    'vars.yaml',
    ...inline,
    'validate',
    '--format',
    'json',
  ];
  const stdout = await new Promise<string>((resolve) => {
    execFile('goss', words, {cwd: folder.path}, (_error, said) => {
      resolve(said);
    });
  });
  const {results} = JSON.parse(stdout) as {readonly results: readonly GossResult[]};
  return Object.fromEntries(
    results.map((one) => {
      const own = `${one['resource-type'].toLowerCase()} ${one['resource-id']} ${one.property}`;
      const state = one.skipped ? 'skipped' : one.successful ? 'met' : 'unmet';
      return [one.title === '' ? own : `${one.title} (${own})`, state];
    }),
  );
}

function verdictOf({isMet, level}: Finding) {
  return isMet ? 'met' : level === 'warn' ? 'skipped' : 'unmet';
}

const check = stringify({
  goss: {file: 'goss.yaml', vars: 'vars.yaml', vars_inline: variables},
});

async function saidHere() {
  const result = await folder.check(check);
  const verdicts: Verdicts = Object.fromEntries(
    result.findings.map((finding) => [finding.subject, verdictOf(finding)]),
  );
  return {...result, verdicts};
}

describe.skipIf(!hasGoss)(`the verdicts of goss itself are those shown${why}`, () => {
  test.each(Object.keys(gossfiles(0)))('%s', async (name) => {
    await folder.write('goss.yaml', gossfiles(web.port)[name] ?? '');
    const [here, there] = [await saidHere(), await saidByGoss()];
    expect(here.verdicts).toEqual(there);
    const states = Object.values(there);
    // Each of the files has both, so that the comparison says something.
    expect(states).toEqual(expect.arrayContaining(['met', 'unmet']));
    expect(here.findings).toHaveLength(states.length);
    expect(here.outcome).toBe('fail');
    expect(here.code).toBe(1);
    const count = (state: string) => states.filter((one) => one === state).length;
    const skipped = count('skipped') === 0 ? '' : `, ${count('skipped')} skipped`;
    expect(here.remarks).toEqual([
      `${states.length} properties: ${count('met')} as wanted, ${count('unmet')} not${skipped}`,
    ]);
    expect(here.output?.text).toContain('"summary-line"');
  });

  test('a gossfile may be JSON', async () => {
    await folder.write(
      'goss.json',
      '{"file": {"{{.Vars.name}}": {"exists": false}}, "command": {"echo {{ "{{" }}": {"exit-status": 0, "stdout": ["{{ "{{" }}"]}}}',
    );
    const result = await folder.check('goss: {file: goss.json, vars_inline: {name: app.conf}}');
    expect(result.findings.map(({subject, isMet}) => [subject, isMet])).toEqual([
      ['command echo {{ exit-status', true],
      ['command echo {{ stdout', true],
      ['file app.conf exists', false],
    ]);
  });

  test('all is well', async () => {
    await folder.write('goss.yaml', 'file: {app.conf: {exists: true, mode: "0640"}}\n');
    const {outcome, message, verdicts} = await saidHere();
    expect([outcome, message]).toEqual([
      'pass',
      'each property is as the gossfile wants it (2 properties: 2 as wanted)',
    ]);
    expect(verdicts).toEqual(await saidByGoss());
  });

  test('a person reads what was wanted and what was found', async () => {
    await folder.write(
      'goss.yaml',
      'file: {app.conf: {exists: true, contents: [gone]}}\ncommand: {exit 3: {title: Ends well, exit-status: 0}}\n',
    );
    const {message, findings} = await saidHere();
    expect(message).toBe(
      'Ends well (command exit 3 exit-status): expected 0, was 3 (and 1 more) (3 properties: 1 as wanted, 2 not)',
    );
    const contents = findings.find(({subject}) => subject === 'file app.conf contents');
    expect(contents?.expected).toBe('to have patterns gone');
    expect(contents?.actual).toBe('without gone');
  });

  test('by ssh it is the same', async () => {
    await folder.write('goss.yaml', gossfiles(web.port)['templates and includes'] ?? '');
    await mkdir(path.join(folder.path, 'bin'), {recursive: true});
    await chmod(await folder.write('bin/ssh', fakeSsh), 0o755);
    const there = await folder.check(`${check}on: ${path.join(folder.path, 'bin/ssh')} me@far\n`);
    expect(there.findings.map(({subject}) => subject)).toContain('command echo hello here stdout');
    const down = await folder.check(`${check}on: ${path.join(folder.path, 'bin/ssh')} down\n`);
    expect(down.outcome).toBe('unknown');
    expect(down.message).toContain('Connection refused');
  });

  test('with `on`, goss runs there and gets what was trusted here', async () => {
    await folder.write('goss.yaml', gossfiles(web.port)['templates and includes'] ?? '');
    const there = await folder.check(`${check}on: [env, -C, /, sh, -c, 'exec "$@"', there]\n`);
    const exists = there.findings.find(({subject}) => subject === 'file app.conf exists');
    // The same gossfile, looked at from another folder.
    expect(exists).toMatchObject({expected: 'false', actual: 'false', isMet: true});
    expect(there.findings.map(({subject}) => subject)).toContain('command echo hello here stdout');
  });
});

describe.skipIf(!hasGoss)(`what goss skipped is not met${why}`, () => {
  const skipping = 'file: {app.conf: {exists: true}, other: {exists: true, skip: true}}\n';

  test.each([
    ['it warns', '', 'warn'],
    ['it fails, where that is wanted', 'expect: {skipped: 0}', 'fail'],
    ['it is accepted, where that is said', 'expect: {properties: met}', 'pass'],
  ])('%s', async (_name, expectation, outcome) => {
    await folder.write('goss.yaml', skipping);
    expect(await folder.check(`goss: goss.yaml\n${expectation}`)).toMatchObject({outcome});
  });

  test('where all was skipped, nothing is known', async () => {
    await folder.write('goss.yaml', 'file: {app.conf: {exists: true, skip: true}}\n');
    expect(await folder.check('goss: goss.yaml')).toMatchObject({
      outcome: 'unknown',
      message: 'goss looked at nothing: all was skipped (1).',
    });
  });

  test('where there is nothing to test, nothing is known', async () => {
    await folder.write('goss.yaml', 'file: {}\n');
    expect(await folder.check('goss: goss.yaml')).toMatchObject({
      outcome: 'unknown',
      message: expect.stringContaining('found 0 tests'),
    });
  });
});
