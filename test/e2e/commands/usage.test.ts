import {afterAll, beforeAll, expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

let empty: Place;
let place: Place;
let id: string;

beforeAll(async () => {
  empty = makePlace();
  place = makePlace();
  id = await place.start();
});
afterAll(async () => {
  await empty[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

test.concurrent.each([
  ['an unknown command', ['frob'], /^Unknown command 'frob'$/m],
  ['a command almost right', ['lits'], /Did you mean list\?/],
  ['an unknown option', ['--frob'], /^Unknown option '--frob'$/m],
  ['an unknown option of a command', ['list', '--frob'], /^Unknown option '--frob'$/m],
  ['one argument too many', ['list', 'all'], /^Too many arguments/m],
  ['a number that is none', ['check', '--jobs', 'many'], /whole number from 1 to 64/],
  ['a variable without a value', ['check', '--var', 'host'], /name=value/],
  ['docs without a folder', ['docs'], /--out <folder>/],
])('%s gives 2, says what is wrong in one line, and where help is', async (_, args, said) => {
  const {exitCode, stdout, stderr} = await empty.run(args);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toMatch(said);
  expect(stderr).toMatch(/Run "handoff-wizard (?:[a-z]+ )?--help" for/u);
});

test.concurrent.each([
  ['status', ['status']],
  ['resume', ['resume']],
  ['item', ['item', 'network', 'done']],
  ['docs', ['docs', '--out', 'documents']],
  ['check', ['check']],
])('%s without any handoff says how to start one and gives 2', async (_, args) => {
  const {exitCode, stdout, stderr} = await empty.run(args);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toBe(
    'There is no handoff yet.\nStart one with "handoff-wizard new --customer NAME --system NAME".\n',
  );
});

test.concurrent.each([
  ['status', ['status', 'nope']],
  ['resume', ['resume', 'nope']],
  ['docs', ['docs', 'nope', '--out', 'documents']],
  ['check', ['check', '--handoff', 'nope']],
  ['a path out of the store', ['status', '../../etc/passwd']],
])('%s of an unknown handoff names those that there are and gives 2', async (_, args) => {
  const {exitCode, stdout, stderr} = await place.run(args);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toMatch(/^There is no handoff "/);
  expect(stderr).toContain(id);
});

test.concurrent('help has the commands in groups', async () => {
  const {stdout} = await place.run(['--help']);
  const groups = stdout.match(/^[A-Z][^\n]+:$/gmu);
  expect(groups).toEqual([
    'Options:',
    'Global options, before or after a command:',
    'To begin and to look:',
    'Preparation:',
    'Session and what follows:',
    'To take back, and for scripts:',
    'Documents:',
    'Together:',
    'For the receiver:',
    'Playbooks and this machine:',
    'Topics of "help":',
  ]);
});

test.concurrent('help lists every command, and each command has its own', async () => {
  const {exitCode, stdout} = await place.run(['--help']);
  expect(exitCode).toBe(0);
  for (const name of [
    'new',
    'resume',
    'list',
    'status',
    'item',
    'check',
    'docs',
    'archive',
    'verify',
    'playbook',
    'demo',
  ])
    expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  expect((await place.run(['item', '--help'])).stdout).toContain('--reason <text>');
});
