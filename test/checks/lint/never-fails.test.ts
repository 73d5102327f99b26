import {afterAll, describe, expect, test} from 'vitest';
import {lintChecks} from '../../../source/checks/lint/lint-checks.ts';
import {createChecksFolder} from '../checks-folder.ts';

const folder = await createChecksFolder();

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

async function told(lines: string): Promise<string | undefined> {
  const {checks} = await folder.read(
    `checks:\n  - name: a\n    fix: x\n    ${lines.replaceAll('\n', '\n    ')}\n`,
  );
  return lintChecks(checks).find(({rule}) => rule === 'never-fails')?.message;
}

describe('lint names what can never fail', () => {
  test.each([
    'command: x\nexpect: {exit: {at_least: 0}}',
    'command: x\nexpect: {exit: {not: {below: 0}}, stdout: /.*/}',
    'command: x || true\nexpect: {exit: 0}',
    'command: x; exit 0\nexpect: {exit: 0}',
    'command: x\nexpect: {exit: {at_least: 0}, stdout: {length: {at_least: 0}}}',
    'log: x\nexpect: {matches: {pattern: /x/, count: {at_least: 0}}}',
  ])('%s', async (lines) => {
    expect(await told(lines)).toMatch(/can never fail/);
  });

  test.each([
    'command: x\nexpect: {stdout: {not: /.*/}}',
    'command: x\nexpect: {stdout: {length: {below: 0}}}',
  ])('and what can never pass: %s', async (lines) => {
    expect(await told(lines)).toMatch(/it always fails/);
  });

  test.each([
    'command: x\nexpect: {exit: 0}',
    'command: x || true\nexpect: {stdout: ok}',
    'command: x\nexpect: {stdout: /^$/}',
    'command: x\nexpect: {json: {$.a: /.*/}}',
    'http: http://127.0.0.1/\nexpect: {header: {x: /.*/}}',
    'tcp: 127.0.0.1:9',
    'log: x\nexpect: {forbid: /x/}',
  ])('but not %s', async (lines) => {
    expect(await told(lines)).toBeUndefined();
  });
});
