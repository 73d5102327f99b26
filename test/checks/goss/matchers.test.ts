import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createGossFolder, type GossFolder} from './goss-folder.ts';

let folder: GossFolder;

beforeAll(async () => {
  folder = await createGossFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Content, matcher, whether goss passes it. An error of goss is no pass, with `not` or without. */
type Case = readonly [content: string, matches: string, isPass: boolean];

async function check(content: string, matches: string, more = ''): Promise<string> {
  const lines = `matching:\n  it:\n    content: ${content}\n    matches: ${matches}\n${more}`;
  return (await folder.verdict(lines)).outcome;
}

const json = `'{"a": {"b": [1, 2, {"c": "x"}]}, "d.e": true, "n": "15", "list": [{"k": "one", "v": 1}, {"k": "two", "v": 2}]}'`;

const tables: Readonly<Record<string, readonly Case[]>> = {
  'bare texts, numbers and flags': [
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', 'A', false],
    ['"a "', 'a', false],
    ['42', '42', true],
    ['42', '"42"', true],
    ['"42"', '42', true],
    ['" 42 "', '42', true],
    ['"42.0"', '42', true],
    ['42', '43', false],
    ['"x"', '42', false],
    ['true', 'true', true],
    ['"true"', 'true', false],
    ['true', '"true"', true],
    ['false', 'true', false],
    ['1.5', '"1.5"', true],
    ['1e21', '"1e+21"', true],
    ['0.00001', '"1e-05"', true],
    ['0644', '420', true],
    ['"0644"', '0644', false],
    ['"0644"', '"0644"', true],
    ['yes', '"yes"', true],
    ['1_000', '1000', true],
  ],
  'equal minds the type': [
    ['a', '{equal: a}', true],
    ['42', '{equal: 42}', true],
    ['42', '{equal: "42"}', false],
    ['42', '{equal: 42.0}', false],
    ['42.0', '{equal: 42.0}', true],
    ['[a, b]', '{equal: [a, b]}', true],
    ['[a, b]', '{equal: [b, a]}', false],
    ['{a: 1, b: [x]}', '{equal: {b: [x], a: 1}}', true],
    ['{a: 1}', '{equal: {a: 2}}', false],
    ['~', '{equal: ~}', false],
    ['~', '{not: {equal: ~}}', false],
    ['a', '{not: {equal: b}}', true],
  ],
  texts: [
    ['goss', '{have-prefix: go}', true],
    ['goss', '{have-prefix: os}', false],
    ['goss', '{have-suffix: ss}', true],
    ['goss', '{contain-substring: os}', true],
    ['goss', '{contain-substring: OS}', false],
    ['4321', '{have-prefix: "43"}', true],
    ['goss', "{match-regexp: '^g.+s$'}", true],
    ['GOSS', "{match-regexp: '(?i)^g.+s$'}", true],
    ['goss', "{match-regexp: '[[:digit:]]'}", false],
    ['"a\\nb"', "{match-regexp: '^b'}", false],
    ['"a\\nb"', "{match-regexp: '(?m)^b'}", true],
    ['ab12', "{match-regexp: '(?P<number>\\d+)\\z'}", true],
    ['[x, y]', '{have-prefix: "x\\ny"}', true],
    ['goss', '{not: {have-prefix: x}}', true],
  ],
  numbers: [
    ['5', '{gt: 4}', true],
    ['5', '{gt: 5}', false],
    ['5', '{ge: 5}', true],
    ['5', '{lt: 5}', false],
    ['5', '{le: 5.5}', true],
    ['"5.5"', '{and: [{gt: 5}, {lt: 6}]}', true],
    ['abc', '{gt: 1}', false],
    ['abc', '{not: {gt: 1}}', false],
    ['true', '{gt: 0}', false],
    ['[5]', '{gt: 4}', false],
    ['[5]', '{not: {gt: 4}}', false],
  ],
  lists: [
    ['[a, b, c]', '[a, c]', true],
    ['[a, b, c]', '[a, a]', false],
    ['[a, a]', '[a, a]', true],
    ['[a, b]', '[]', true],
    ['a', '[a]', false],
    ['a', '{not: [b]}', false],
    ['a', '{contain-elements: [a]}', true],
    ['"a\\nb"', '{contain-elements: [b, a]}', true],
    ['[foo, bar]', '{contain-elements: [{have-prefix: f}]}', true],
    ['[1, 2]', '{contain-element: 2}', true],
    ['[1, 2]', '{contain-element: {gt: 2}}', false],
    ['[a, 3]', '{contain-element: {gt: 2}}', true],
    ['[a, 1]', '{contain-element: {gt: 2}}', false],
    ['[a, 1]', '{not: {contain-element: {gt: 2}}}', false],
    ['[a, 1]', '{not: {contain-elements: [{gt: 2}]}}', true],
    ['[a, b]', '{consist-of: [b, a]}', true],
    ['[a, b]', '{consist-of: [a]}', false],
    ['[a, b, b]', '{consist-of: [a, b]}', false],
    // A wide matcher must not take the entry that a narrow one needs.
    ['[foo, fob]', '{consist-of: [{have-prefix: fo}, foo]}', true],
    ['[]', '{consist-of: []}', true],
    ['a', '{consist-of: [a]}', false],
    ['{x: a, y: b}', '[b]', true],
  ],
  'lengths and keys': [
    ['abc', '{have-len: 3}', true],
    // Go counts bytes.
    ['é', '{have-len: 2}', true],
    ['é', '{have-len: 1}', false],
    ['[a, b]', '{have-len: 2}', true],
    ['{a: 1}', '{have-len: 1}', true],
    ['12', '{have-len: 2}', false],
    ['12', '{not: {have-len: 3}}', false],
    ['{foo: 1}', '{have-key: foo}', true],
    ['{foo: 1}', '{have-key: {have-prefix: f}}', true],
    ['{foo: 1}', '{have-key: bar}', false],
    ['[foo]', '{not: {have-key: foo}}', false],
  ],
  'and, or, not': [
    ['a', '{and: [a, {have-len: 1}]}', true],
    ['a', '{and: [a, b]}', false],
    ['a', '{or: [b, a]}', true],
    ['a', '{or: [b, c]}', false],
    ['a', '{or: [{gt: 1}, a]}', false],
    ['a', '{or: [a, {gt: 1}]}', true],
    ['a', '{and: []}', true],
    ['a', '{or: []}', false],
    ['a', '{not: {not: a}}', true],
    ['a', '{not: {and: [a, b]}}', true],
  ],
  versions: [
    ['1.2.3', '{semver-constraint: ">=1.2.0"}', true],
    ['1.2.3', '{semver-constraint: ">1.0.0 <2.0.0 !=1.2.3"}', false],
    ['1.2.3', '{semver-constraint: ">5.0.0 || <1.5.0"}', true],
    ['1.2.3', '{semver-constraint: "> 1.0.0"}', true],
    ['1.2.3', '{semver-constraint: 1.2.x}', true],
    ['1.3.0', '{semver-constraint: 1.2.x}', false],
    ['1.2.3-rc.1', '{semver-constraint: <1.2.3}', true],
    ['1.0.0-alpha.9', '{semver-constraint: ">1.0.0-alpha.10"}', false],
    ['[1.0.1, 1.9.9]', '{semver-constraint: ">1.0.0 <2.0.0"}', true],
    ['[1.0.1, 2.0.0]', '{semver-constraint: ">1.0.0 <2.0.0"}', false],
    ['[1.0.1, 2.0.0]', '{not: {semver-constraint: ">1.0.0 <2.0.0"}}', true],
    ['v1.2.3', '{semver-constraint: ">=1.2.0"}', false],
    ['"1.2"', '{not: {semver-constraint: ">=1.2.0"}}', false],
    ['1.2.3', '{semver-constraint: nonsense}', false],
    ['[]', '{semver-constraint: ">1.0.0"}', false],
  ],
  'paths of gjson': [
    [json, '{gjson: {a.b.0: 1}}', true],
    [json, '{gjson: {a.b.2.c: x, n: {le: 20}}}', true],
    [json, '{gjson: {a.b.2.c: y}}', false],
    [json, "{gjson: {'a.b.#': 3}}", true],
    [json, "{gjson: {'d\\.e': true}}", true],
    [json, "{gjson: {'list.#.k': [two]}}", true],
    [json, `{gjson: {'list.#(k=="two").v': 2}}`, true],
    [json, `{gjson: {'list.#(v>0)#.k': {have-len: 2}}}`, true],
    [json, "{gjson: {'li*.1.k': two}}", true],
    [json, "{gjson: {'@this': {have-key: n}}}", true],
    [json, "{gjson: {'a|@keys': [b]}}", true],
    [json, '{gjson: {missing: x}}', false],
    [json, '{not: {gjson: {missing: x}}}', false],
    [json, '{gjson: {a.b.0: {equal: 1}}}', false],
    [json, '{gjson: {a.b.0: {equal: 1.0}}}', true],
    ['not json', '{gjson: {a: x}}', false],
  ],
  'have-patterns': [
    ['"foo bar\\nmoo cow\\n"', "{have-patterns: [foo, '/^m.*w$/', '!ftw', '!/^ERROR/']}", true],
    ['"foo bar"', '{have-patterns: [foo, "!bar"]}', false],
    ['12', '{have-patterns: ["/^1/"]}', true],
  ],
};

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
