import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createGossFolder, type GossFolder} from './goss-folder.ts';
import {type Case, tables} from './verdicts.ts';

let folder: GossFolder;

beforeAll(async () => {
  folder = await createGossFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

async function check(content: string, matches: string, more = ''): Promise<string> {
  const lines = `matching:\n  it:\n    content: ${content}\n    matches: ${matches}\n${more}`;
  return (await folder.verdict(lines)).outcome;
}

test.each(Object.entries(tables))('goss decides of %s', async (_name, cases) => {
  const outcomes: Case[] = [];
  for (const [content, matches] of cases) {
    outcomes.push([content, matches, (await check(content, matches)) === 'pass']);
  }
  expect(outcomes).toEqual(cases);
});

describe('a list at a text looks for each pattern line by line', () => {
  const reader = '    as-reader: true\n';
  test.each([
    ['"foo\\nbar\\n"', '[foo, bar]', true],
    ['"foo\\nbar\\n"', '["/^bar$/"]', true],
    ['"foo\\nbar\\n"', '["/foo.bar/s"]', false],
    ['"foo\\r\\nbar\\r\\n"', '["/^foo$/"]', true],
    ['"FOO\\n"', '["/foo/i"]', true],
    ['"FOO\\n"', '["!/foo/i"]', false],
    ['"a /b/c d\\n"', '["/b/c"]', true],
    ['"!foo\\n"', "['\\!foo']", true],
    ['"foo\\n"', "['\\!foo']", true],
    ['"bar\\n"', "['\\!foo']", false],
    ['"foo\\n"', '[foo, foo]', true],
    ['""', '[""]', true],
    ['""', '["!x"]', true],
    ['""', '[x]', false],
    ['"foo\\n"', '[]', true],
    ['"foo\\n"', 'foo', false],
    ['"foo\\n"', '"foo\\n"', true],
    ['"7\\n"', '7', true],
    ['"foo\\n"', '{not: {contain-element: {have-prefix: x}}}', true],
  ])('%s against %s', async (content, matches, isPass) => {
    expect((await check(content, matches, reader)) === 'pass').toBe(isPass);
  });

  test('tells of each pattern the line that it found', async () => {
    const {outcome, findings} = await folder.verdict(
      'command:\n  printf "one 1\\ntwo 2\\n":\n    exit-status: 0\n    stdout: [two, "!one", three, "!four"]\n',
    );
    expect(outcome).toBe('fail');
    expect(findings.slice(1).map(({expected, actual, isMet}) => [expected, actual, isMet])).toEqual(
      [
        ['a line with "two"', 'two 2', true],
        ['no line with "one"', 'one 1', false],
        ['a line with "three"', 'no such line', false],
        ['no line with "four"', 'no such line', true],
      ],
    );
  });

  test('finds a line in an output of any size, and does not judge one that is too long', async () => {
    const big = `yes filler | head -c 40000000; echo needle`;
    const [found, compared, long] = await folder.goss(
      `command:\n  a: {exec: '${big}', exit-status: 0, stdout: [needle, "!hay"]}\n` +
        `  b: {exec: '${big}', exit-status: 0, stdout: {have-suffix: needle}}\n` +
        `  c: {exec: 'head -c 2000000 /dev/zero', exit-status: 0, stdout: [x]}\n`,
    );
    expect(found?.outcome).toBe('pass');
    expect(compared).toMatchObject({
      outcome: 'unknown',
      message: expect.stringContaining('too much to be compared as a whole'),
    });
    expect(long).toMatchObject({
      outcome: 'fail',
      message: expect.stringContaining('longer than 1 MiB'),
    });
  });
});

test('what this program cannot do is unknown, and says how else', async () => {
  const lines = (matches: string) =>
    `matching:\n  it:\n    content: '<a>1</a>'\n    matches: ${matches}\n`;
  expect(await folder.verdict(lines('{xml: {xpath: "//a", result: "1"}}'))).toMatchObject({
    outcome: 'unknown',
    message: expect.stringContaining('xmllint'),
  });
  expect(
    await folder.verdict(
      `matching:\n  it:\n    content: '{"a": 1}'\n    matches: {not: {gjson: {'{a,b}': 1}}}\n`,
    ),
  ).toMatchObject({outcome: 'unknown', message: expect.stringContaining('gjson path')});
});

test('numbers of a gossfile in JSON are floats', async () => {
  await folder.write('goss.json', '{"matching": {"it": {"content": 5, "matches": {"equal": 5}}}}');
  const {results} = await folder.run('include: [{goss: goss.json}]');
  expect(results.map(({outcome}) => outcome)).toEqual(['pass']);
});
