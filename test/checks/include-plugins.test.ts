import {chmod, mkdir} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {ChecksFileError} from '../../source/checks/spec/checks-file-error.ts';
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {lintFile} from '../../source/checks/lint/lint-file.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';

let folder: ChecksFolder;

beforeEach(async () => {
  folder = await createChecksFolder();
  await mkdir(path.join(folder.path, 'plugins/deeper'), {recursive: true});
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const include = 'include: [{nagios: plugins}]';

async function plugin(name: string, body: string): Promise<void> {
  await chmod(await folder.write(`plugins/${name}`, `#!/bin/sh\n${body}\n`), 0o755);
}

test('every program of a folder is run as a plugin, in its folder, with its four outcomes', async () => {
  await plugin('check_ok', 'echo "OK - here $(basename "$PWD") | load=1;2;3"');
  await plugin('check_warning', 'echo "WARNING - much"; exit 1');
  await plugin('check_critical', 'echo "CRITICAL - too much"; exit 2');
  await plugin('check_unknown', 'echo "UNKNOWN - no idea"; exit 3');
  await plugin('utils.sh', 'exit 2');
  await plugin('deeper/check_deeper', 'exit 2');
  await folder.write('plugins/README', 'not a program');
  const {results} = await folder.run(include);
  expect(results.map(({name, outcome, message}) => [name, outcome, message])).toEqual([
    ['plugin check_critical', 'fail', 'CRITICAL - too much'],
    ['plugin check_ok', 'pass', 'OK - here plugins'],
    ['plugin check_unknown', 'unknown', 'UNKNOWN - no idea'],
    ['plugin check_warning', 'warn', 'WARNING - much'],
  ]);
  expect(results[1]?.metrics).toMatchObject([{label: 'load', value: 1}]);
});

test('two folders may have a plugin of the same name', async () => {
  await plugin('check_a', 'exit 0');
  await plugin('deeper/check_a', 'exit 2');
  const {checks} = await folder.read('include: [{nagios: plugins}, {nagios: plugins/deeper}]');
  expect(checks.map(({name}) => name.replace(`${folder.path}/`, ''))).toEqual([
    'plugin check_a',
    'plugin check_a (plugins/deeper/check_a)',
  ]);
});

test('what a plugin does is trusted, not only its name', async () => {
  await plugin('check_a', 'exit 0');
  const file = await folder.read(include);
  const before = (await readChecksFile(file.path)).trustedSha256;
  expect(file.checks[0]?.action).toBe(
    `${path.join(folder.path, 'plugins/check_a')} (without a shell)`,
  );
  await plugin('check_a', 'rm -rf /srv');
  expect((await readChecksFile(file.path)).trustedSha256).not.toBe(before);
});

test('lint reads past plugins that are no text', async () => {
  await chmod(
    await folder.write('plugins/check_binary', new Uint8Array([0x7f, 0xff, 0xfe, 0])),
    0o755,
  );
  expect(await lintFile(await folder.read(include))).toEqual([]);
});

test.each([
  ['include: [{nagios: none}]', 'There is no such folder'],
  ['include: [{nagios: handoff.yaml}]', 'This is not a folder'],
  ['include: [{nagios: plugins}]', 'There is no plugin in this folder'],
  ['include: [{nagios: plugins, vars: x}]', 'Plugins have no variables.'],
])('%s is told', async (yaml, message) => {
  const error = await folder.read(yaml).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ChecksFileError);
  expect((error as ChecksFileError).message).toContain(message);
});

const debian = '/usr/lib/nagios/plugins';

test.skipIf(!existsSync(`${debian}/check_dummy`))(
  "the folder of Debian's plugins can be included as it is",
  async () => {
    const yaml = `include: [{nagios: ${debian}}]`;
    const names = (await folder.read(yaml)).checks.map(({name}) => name);
    expect(names).toContain('plugin check_dummy');
    expect(names).not.toContain('plugin utils.sh');
    // Only this one is run: others would ask the network.
    const {results} = await folder.run(yaml, {only: ['plugin check_dummy']});
    expect(results.map(({outcome, message}) => [outcome, message])).toEqual([
      ['unknown', 'check_dummy: Could not parse arguments'],
    ]);
  },
);
