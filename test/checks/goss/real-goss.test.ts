import {execFile, execFileSync} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createGossFolder, type GossFolder} from './goss-folder.ts';
import {tables} from './verdicts.ts';

const hasGoss = (() => {
  try {
    execFileSync('goss', ['--version'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
})();

let folder: GossFolder;

beforeAll(async () => {
  folder = await createGossFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

interface GossResult {
  readonly 'resource-id': string;
  readonly successful: boolean;
  readonly skipped: boolean;
}

/** Names of the entries of which goss fails something. Its exit code is 1 then. */
async function failedByGoss(path: string): Promise<string[]> {
  const stdout = await new Promise<string>((resolve) => {
    const words = ['-g', path, 'validate', '--format', 'json'];
    execFile('goss', words, {cwd: folder.path}, (_error, said) => {
      resolve(said);
    });
  });
  const {results} = JSON.parse(stdout) as {readonly results: readonly GossResult[]};
  const failed = results.filter(({successful, skipped}) => !successful && !skipped);
  return [...new Set(failed.map((result) => result['resource-id']))].sort();
}

async function failedHere(gossfile: string): Promise<string[]> {
  const results = await folder.goss(gossfile);
  return results
    .filter(({outcome}) => outcome !== 'pass' && outcome !== 'skipped')
    .map(({name}) => name.replace(/^goss \S+ /, ''))
    .sort();
}

async function sameVerdicts(gossfile: string): Promise<void> {
  const path = await folder.write('goss.yaml', gossfile);
  expect(await failedHere(gossfile)).toEqual(await failedByGoss(path));
}

const why = hasGoss ? '' : ' (skipped: there is no goss on the PATH)';

describe.skipIf(!hasGoss)(`the real goss gives the same verdicts${why}`, () => {
  test.each(Object.entries(tables))('%s', async (_name, cases) => {
    const lines = cases.map(
      ([content, matches], at) => `  e${at}:\n    content: ${content}\n    matches: ${matches}\n`,
    );
    expect.hasAssertions();
    await sameVerdicts(`matching:\n${lines.join('')}`);
  });

  test.each([
    'file:\n  /etc/passwd: {exists: true, mode: "0644", owner: root, contents: ["/^root:/", "!/^nobody-else:/"]}\n  /no: {exists: false, mode: "0644"}\n  /none: {exists: true}\n',
    'command:\n  echo a: {exit-status: 0, stdout: [a]}\n  echo b: {exit-status: 0, stdout: b}\n  exit 3: {exit-status: 3}\n  echo c >&2: {exit-status: 0, stderr: ""}\n',
    'user:\n  root: {exists: true, uid: 0, groups: [root], shell: /bin/bash}\n  nobody-else: {exists: false}\n',
    'mount:\n  /proc: {exists: true, filesystem: proc}\n  /nowhere: {exists: false}\nkernel-param:\n  kernel.ostype: {value: Linux}\n',
    'interface:\n  lo: {exists: true, mtu: {gt: 1000}}\n  no0: {exists: false}\nport:\n  tcp:1: {listening: false}\n',
  ])('%j', async (gossfile) => {
    expect.hasAssertions();
    await sameVerdicts(gossfile);
  });
});
