import {chmod} from 'node:fs/promises';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {bareEnvironment, createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

// A program in the place of goss shows what becomes of answers that goss rarely gives.

let folder: ChecksFolder;

beforeEach(async () => {
  folder = await createChecksFolder();
  await folder.write('goss.yaml', 'file: {/etc: {exists: true}}\n');
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

async function answering(script: string, more = '') {
  await chmod(await folder.write('stand-in', `#!/bin/sh\n${script}\n`), 0o755);
  return folder.check(`goss: {file: goss.yaml, path: ./stand-in}\n${more}`, bareEnvironment);
}

const met =
  '{"resource-type": "File", "resource-id": "/etc", "property": "exists", "successful": true, "skipped": false, "expected": ["true"], "found": ["true"]}';
const unmet = met
  .replace('"successful": true', '"successful": false')
  .replace('"found": ["true"]', '"found": ["false"]');

test.each([
  ['no JSON', 'echo hello; exit 0', 'goss gave no results (exit code 0): hello'],
  ['nothing', 'exit 0', 'goss gave no results (exit code 0): it said nothing'],
  ['JSON of something else', `echo '{"a": 1}'`, 'goss gave no results (exit code 0): {"a": 1}'],
  [
    'a complaint with its time',
    'echo "2026/03/01 09:12:00 file error: gone" >&2; exit 1',
    'goss gave no results (exit code 1): file error: gone',
  ],
  [
    'its own error',
    'echo "Error: found 0 tests, source: -"; exit 78',
    'goss gave no results (exit code 78): found 0 tests, source: -',
  ],
  ['no results', `echo '{"results": null}'`, 'goss looked at nothing'],
  [
    'results that are good and a bad end',
    `echo '{"results": [${met}]}'; echo worse >&2; exit 2`,
    'goss ended with exit code 2 although nothing failed: worse',
  ],
])('%s is unknown, with the reason', async (_name, script, message) => {
  expect(await answering(script)).toMatchObject({
    outcome: 'unknown',
    message: expect.stringContaining(message),
  });
});

test('goss 0.3 tells what it wanted and found in another way', async () => {
  const result = await answering(`echo '{"results": [${met}, ${unmet}]}'; exit 1`);
  expect(result).toMatchObject({outcome: 'fail', code: 1});
  expect(result.message).toBe(
    'file /etc exists: expected true, was false (2 properties: 1 as wanted, 1 not)',
  );
  expect(result.findings.map(({isMet}) => isMet)).toEqual([true, false]);
});

test('it gets the gossfile on its standard input, as it was read', async () => {
  const result = await answering(
    `[ "$*" = "-g - validate --format json" ] && grep -q /etc && echo '{"results": [${met}]}'`,
  );
  expect(result).toMatchObject({
    outcome: 'pass',
    message: 'each property is as the gossfile wants it (1 property: 1 as wanted)',
  });
});

test('where it does not read all of it, its answer counts all the same', async () => {
  await folder.write('goss.yaml', `file: {/etc: {exists: true}}\n# ${'x'.repeat(1_000_000)}\n`);
  expect(await answering(`echo '{"results": [${met}]}'`)).toMatchObject({outcome: 'pass'});
});

test('a gossfile that somebody has to fill in is given to the program with its variables', async () => {
  await folder.write('goss.yaml', 'file: {"{{.Vars.a}}": {exists: true}}\n');
  await chmod(
    await folder.write(
      'stand-in',
      `#!/bin/sh\n[ "$2 $GOSS_VARS $GOSS_VARS_INLINE" = 'goss.yaml vars.yaml {"a":1}' ] && echo '{"results": [${met}]}'\n`,
    ),
    0o755,
  );
  await folder.write('vars.yaml', 'b: 1\n');
  const spec = '{file: goss.yaml, path: ./stand-in, vars: vars.yaml, vars_inline: {a: 1}}';
  expect(await folder.check(`goss: ${spec}`, bareEnvironment)).toMatchObject({outcome: 'pass'});
});

test('it has the time that a check has', async () => {
  expect(await answering('sleep 60', 'timeout: 200ms')).toMatchObject({
    outcome: 'fail',
    message: 'It did not end within 200 ms.',
  });
});

test('a secret in what it says is in no result', async () => {
  const token = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
  const result = await answering(
    `echo '{"results": [${unmet.replace('["false"]', `"${token}"`)}]}'`,
  );
  expect(result.findings).toHaveLength(1);
  expect(JSON.stringify(result)).not.toContain(token);
});

test('without goss it is unknown, with how to get it in one line', async () => {
  const result = await folder.check(
    'goss: {file: goss.yaml, path: /nowhere/goss}',
    bareEnvironment,
  );
  expect(result).toMatchObject({
    outcome: 'unknown',
    message:
      'The program /nowhere/goss does not exist on this machine. Install it (https://goss.rocks/install/) or correct the path.',
  });
});

test.each([
  ['a template', 'file: {"{{.Env.HOME}}": {exists: true}}\n', 'filled in on this machine'],
  ['nothing to fill in', 'file: {/etc: {exists: true}}\n', 'is not where the check runs'],
])('with `on` and no goss anywhere: %s', async (_name, text, message) => {
  await folder.write('goss.yaml', text);
  const on = 'on: [sh, -c, \'echo "sh: 1: goss: not found" >&2; exit 127\', there]';
  expect(await folder.check(`goss: goss.yaml\n${on}`, bareEnvironment)).toMatchObject({
    outcome: 'unknown',
    message: expect.stringContaining(message),
  });
});
