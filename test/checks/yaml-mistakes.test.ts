import {afterAll, describe, expect, test} from 'vitest';
import {ChecksFileError} from '../../source/checks/spec/checks-file-error.ts';
import {createChecksFolder} from './checks-folder.ts';

const folder = await createChecksFolder();

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Every problem with its place. */
async function problems(yaml: string): Promise<readonly string[]> {
  try {
    await folder.read(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof ChecksFileError)) throw error;
    return error.problems.map(
      ({position: {line, column}, message}) => `${line}:${column} ${message}`,
    );
  }
}

const check = (lines: string) => `checks:\n  - name: a\n    command: echo a\n    ${lines}\n`;

describe('a slip in YAML is told with what to do', () => {
  test.each([
    [
      check('expect: {stdout: /^[a-z]{1,3}$/}'),
      /^4:\d+ .*put the pattern in single quotes: '\/\^\[a-z\]\{1,3\}\$\/'\.$/,
    ],
    [check('expect: {stdout: {all: [/a/, /[0-9]+/]}}'), /^4:\d+ .*single quotes: '\/\[0-9\]\+\/'/],
    [check('expect: {stdout: /a, b/}'), /part of a pattern, put the pattern in quotes/],
    ['checks: [{name: a: b, command: x}]\n', /^1:\d+ .*needs quotes, such as \{name: "a: b"\}/],
    ['checks:\n  - name: a: b\n    command: x\n', /^2:\d+ .*Put quotes round.*name: "a: b"/],
    [
      'checks:\n  - name: "a\n    command: x\n    expect: {exit: 0}\n',
      /^2:11 This quote is opened and never closed\./,
    ],
    ["checks:\n  - name: 'it's'\n    command: x\n", /^2:\d+ .*Write '' for a '/],
    ['checks:\n  - name: a\n    command: @x\n', /^3:14 A text cannot begin with this sign/],
  ])('%j', async (yaml, message) => {
    expect((await problems(yaml)).join('\n')).toMatch(message);
  });

  test('only once for each line', async () => {
    expect(await problems(check('expect: {stdout: /^[a-z]{1,3}$/}'))).toHaveLength(1);
  });
});

describe('what other readers of YAML take is taken', () => {
  test('a closing bracket that is hardly indented, with places as they are written', async () => {
    const good =
      'checks:\n  - name: a\n    tags: [\n      x\n  ]\n    command: echo a\n    expect: {\n        exit: 0\n}\n';
    const {checks} = await folder.read(good);
    expect(checks.map(({name, tags}) => [name, tags])).toEqual([['a', ['x']]]);
    const bad = good.replace('command', 'comand');
    expect(await problems(bad)).toContain('6:5 Unknown key "comand".');
  });

  test('one that closes nothing is still a mistake', async () => {
    expect(await problems('checks:\n  - name: a\n    tags: [x\n    command: echo a\n')).not.toEqual(
      [],
    );
  });

  test('merge keys', async () => {
    const {checks} = await folder.read(
      'checks:\n  - &first {name: a, command: echo a, expect: {stdout: a}, timeout: 5s}\n  - <<: *first\n    name: b\n',
    );
    expect(checks.map(({name, timeout}) => [name, timeout])).toEqual([
      ['a', 5000],
      ['b', 5000],
    ]);
  });

  test.each(['0644', '0o644', '"644"', '644', '"0644"', '{at_most: 0o644}', '{at_most: 0644}'])(
    'the mode %s',
    async (mode) => {
      await folder.write('moded', '');
      const result = await folder.run(
        `checks:\n  - {name: set, command: chmod 644 moded, expect: {exit: 0}}\n  - {name: it, file: moded, expect: {mode: ${mode}}, needs: set}\n`,
      );
      expect(result.results.map(({outcome}) => outcome)).toEqual(['pass', 'pass']);
    },
  );

  test('whole numbers are read with every digit', async () => {
    const yaml = (number: string) =>
      `command: echo '{"id":9007199254740993}'\nexpect: {json: {$.id: ${number}}}`;
    const outcomes = [];
    for (const number of ['9007199254740993', '9007199254740992', '{at_most: 9007199254740992}'])
      outcomes.push((await folder.check(yaml(number))).outcome);
    expect(outcomes).toEqual(['pass', 'fail', 'fail']);
  });
});

describe('reading is bounded', () => {
  test.each([
    ['brackets', '['.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
    ['lists', `${'- '.repeat(20_000)}x`],
    ['mistakes', 'a: [\n'.repeat(3000)],
  ])('ten thousand %s are refused, not waited for', async (_name, text) => {
    const told = await problems(`checks: ${text}`);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(30);
  });
});

test.each([
  'http: "http://127.0.0.1:9/"',
  'tcp: 127.0.0.1:9',
  'tls: 127.0.0.1:9',
  'file: handoff.yaml',
])('%s says enough alone', async (kind) => {
  const {checks} = await folder.read(`checks:\n  - name: a\n    ${kind}\n`);
  expect(checks[0]?.claims).toHaveLength(1);
});
