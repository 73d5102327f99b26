import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {checkDigest} from '../../../source/checks/check-digest.ts';
import type {ChecksFile} from '../../../source/checks/checks-file.ts';
import {describeContent} from '../../../source/checks/describe-check.ts';
import {explainCheck} from '../../../source/checks/explain/explain-check.ts';
import {lintFile} from '../../../source/checks/lint/lint-file.ts';
import {bareEnvironment, createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {hasGoss, why} from './gossfiles.ts';

let folder: ChecksFolder;

beforeEach(async () => {
  folder = await createChecksFolder();
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const checks = 'checks: [{name: Host, goss: goss.yaml}]\n';

function shown(file: ChecksFile): string {
  const [check] = file.checks;
  if (!check) throw new Error('There is no check.');
  const explained = explainCheck(check, file).map(
    ([label, lines]) => `${label}: ${lines.join('\n')}`,
  );
  const described = describeContent(check).map((line) => line.trim());
  expect(explained.join('\n')).toContain(described.slice(1, 3).join('\n').trim().split('\n')[0]);
  return explained.join('\n');
}

function digests({sha256, trustedSha256, ...file}: ChecksFile) {
  const [check] = file.checks;
  return {sha256, trustedSha256, check: check && checkDigest(check, file)};
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'It was read.',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

describe('the files of a gossfile are trusted content', () => {
  beforeEach(async () => {
    await mkdir(path.join(folder.path, 'parts'));
    await folder.write('goss.yaml', 'gossfile: {parts/*.yaml: {}}\n');
    await folder.write('parts/one.yaml', 'gossfile: {two.json: {}}\n');
    await folder.write('parts/two.json', '{"file": {"/etc": {"exists": true}}}\n');
    await folder.write('vars.yaml', 'a: 1\n');
  });

  const withVars = 'checks: [{name: Host, goss: {file: goss.yaml, vars: vars.yaml}}]\n';

  test.each(['goss.yaml', 'parts/one.yaml', 'parts/two.json', 'vars.yaml'])(
    'a change of %s is a change of what is trusted, of the file and of the check',
    async (name) => {
      const before = digests(await folder.read(withVars, bareEnvironment));
      const again = digests(await folder.read(withVars, bareEnvironment));
      expect(again).toEqual(before);
      await folder.write(name, name.endsWith('json') ? '{"file": {}}' : 'file: {}\n');
      const after = digests(await folder.read(withVars, bareEnvironment));
      for (const key of ['sha256', 'trustedSha256', 'check'] as const)
        expect(after[key]).not.toBe(before[key]);
    },
  );

  test.skipIf(!hasGoss)(`the same on a machine without goss${why}`, async () => {
    const [here, there] = [
      await folder.read(withVars),
      await folder.read(withVars, bareEnvironment),
    ];
    const {trustedSha256: _, ...same} = digests(here);
    expect(digests(there)).toMatchObject(same);
    // What goss made of the files is trusted besides, so there it is asked for once more.
    expect(here.trustedSha256).not.toBe(there.trustedSha256);
  });

  test('without goss the files are shown as they are written', async () => {
    const file = await folder.read(withVars, bareEnvironment);
    expect(shown(file)).toContain('gossfile: {two.json: {}}');
    expect(shown(file)).toContain('{"file": {"/etc": {"exists": true}}}');
  });
});

describe.skipIf(!hasGoss)(`what goss makes of a gossfile is what is trusted${why}`, () => {
  const {PATH} = process.env;

  test('a person reads the text with its values, and the environment stays out of it', async () => {
    await folder.write(
      'goss.yaml',
      'command:\n  ask {{.Vars.host}} {{.Env.ASK_TOKEN}}: {exit-status: 0}\n  "echo {{.Env.ASK_TOKEN}}": {exit-status: 0, stdout: [no]}\n',
    );
    const yaml = `vars: {host: db1}
checks: [{name: Host, goss: {file: goss.yaml, vars_inline: {host: "\${host}"}}}]\n`;
    const environment = {PATH, ASK_TOKEN: 'hunter-of-2-worlds'};
    const file = await folder.read(yaml, {environment});
    expect(shown(file)).toContain('ask db1 ${env.ASK_TOKEN}:');
    expect(shown(file)).not.toContain('hunter');

    const run = await folder.run(yaml, {environment});
    expect(run.results[0]).toMatchObject({outcome: 'fail'});
    expect(JSON.stringify(run)).not.toContain('hunter');

    const other = await folder.read(yaml, {environment: {PATH, ASK_TOKEN: 'another-of-2-worlds'}});
    expect(other.trustedSha256).not.toBe(file.trustedSha256);
    expect({...digests(other), trustedSha256: ''}).toEqual({...digests(file), trustedSha256: ''});
  });

  test('a change after it was read changes nothing of what runs', async () => {
    await folder.write('goss.yaml', 'command: {"exit {{.Vars.code}}": {exit-status: 3}}\n');
    const yaml = 'checks: [{name: Host, goss: {file: goss.yaml, vars_inline: {code: 3}}}]\n';
    const file = await folder.read(yaml);
    await folder.write('goss.yaml', 'command: {"touch never": {exit-status: 3}}\n');
    const {runChecks} = await import('../../../source/checks/run.ts');
    expect((await runChecks(file)).results[0]).toMatchObject({outcome: 'pass'});
  });

  test.each([
    [
      'a variable that is not there',
      'file: {"{{.Vars.none}}": {exists: true}}',
      'no entry for key "none"',
    ],
    ['no YAML', 'file: [', 'did not find expected node content'],
    ['an include that is not there', 'gossfile: {none.yaml: {}}', 'no matched files were found'],
    ['a circle', 'gossfile: {goss.yaml: {}}', 'max depth of 50 reached'],
    [
      'a template that goes on for ever',
      '{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}',
      'it did not end within 5 s',
    ],
  ])('%s is told at the check', async (_name, text, message) => {
    await folder.write('goss.yaml', text);
    const said = await messageOf(folder.read(checks));
    expect(said).toContain('handoff.yaml:1:29');
    expect(said).toContain(message);
  });
});

describe('what cannot be is told at the check', () => {
  test.each([
    ['no gossfile', 'goss: none.yaml', '1:29', 'There is no such file: none.yaml.'],
    [
      'no variables',
      'goss: {file: goss.yaml, vars: none.yaml}',
      '1:29',
      'There is no such file: none.yaml.',
    ],
    ['a folder', 'goss: .', '1:29', 'This is a folder.'],
    ['no text', 'goss: raw.yaml', '1:29', 'raw.yaml is not text in UTF-8.'],
    [
      'a template that asks the network',
      'goss: asks.yaml',
      '1:29',
      'asks the network (getHostByName)',
    ],
    ['an included one that does', 'goss: names.yaml', '1:29', 'The template in asks.yaml asks'],
    [
      'a misspelt key',
      'goss: {file: goss.yaml, var: x}',
      '1:47',
      'Unknown key "var". Did you mean "vars"?',
    ],
    ['nothing', 'goss: ""', '1:29', '"goss" must not be empty.'],
    [
      'an unknown condition',
      'goss: goss.yaml, expect: {properties: good}',
      '',
      '"properties" is one of: met, seen.',
    ],
  ])('%s', async (_name, body, place, message) => {
    await folder.write('goss.yaml', 'file: {/etc: {exists: true}}\n');
    await folder.write('raw.yaml', new Uint8Array([0xff, 0xfe, 0x00]));
    await folder.write(
      'asks.yaml',
      'addr: {"tcp://{{ getHostByName "a.example" }}:1": {reachable: true}}\n',
    );
    await folder.write('names.yaml', 'gossfile: {asks.yaml: {}}\n');
    const said = await messageOf(folder.read(`checks: [{name: Host, ${body}}]\n`));
    expect(said).toContain(message);
    expect(said).toContain(`handoff.yaml:${place}`);
  });

  test('a gossfile under include is told how to be written now, with its place', async () => {
    await folder.write('goss.yaml', 'file: {/etc: {exists: true}}\n');
    const said = await messageOf(folder.read('include:\n  - {goss: goss.yaml, vars: v.yaml}\n'));
    expect(said).toContain('handoff.yaml:2:12');
    expect(said).toContain(
      'checks: [{name: The host is as it should be, goss: {file: goss.yaml, vars: v.yaml}}]',
    );
  });
});

test.skipIf(!hasGoss)(
  `lint doubts a command that looks as if it changes something${why}`,
  async () => {
    await folder.write(
      'goss.yaml',
      'command:\n  up: {exec: systemctl restart pay, exit-status: 0}\n',
    );
    const warnings = await lintFile(await folder.read(checks));
    expect(warnings.find(({rule}) => rule === 'unmarked-change')).toMatchObject({
      check: 'Host',
      message: expect.stringContaining('(systemctl restart)'),
    });
  },
);
