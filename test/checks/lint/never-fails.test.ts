import {afterAll, describe, expect, test} from 'vitest';
import {parse, stringify} from 'yaml';
import {kinds} from '../../../source/checks/kinds/check-kinds.ts';
import {lintChecks} from '../../../source/checks/lint/lint-checks.ts';
import {kindReference} from '../../../source/checks/reference/kind-reference.ts';
import {createChecksFolder} from '../checks-folder.ts';

const folder = await createChecksFolder();
// The example of goss names it.
await folder.write('goss.yaml', 'file:\n  a: {exists: true}\n');

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
    'disk: x\nexpect: {used_percent: {at_most: 100%}}',
    'tcp: 127.0.0.1:9\nexpect: {connect: {one_of: [true, false]}}',
    'nagios: x\nexpect: {status: {any: [OK, WARNING, CRITICAL, UNKNOWN]}}',
    'command: x || echo failed\nexpect: {exit: 0}',
    'command: x | tee out\nexpect: {exit: 0}',
    'command: x &\nexpect: {exit: 0}',
    'nagios: check_x || true',
    'tls: a:443\nexpect: {valid: true, names: {all: /.*/}}',
  ])('%s', async (lines) => {
    expect(await told(lines)).toMatch(/can never fail/);
  });

  test.each([
    'command: x\nexpect: {stdout: {not: /.*/}}',
    'command: x\nexpect: {stdout: {length: {below: 0}}}',
    'disk: x\nexpect: {free_percent: {above: 100}}',
    'command: x\nexpect: {exit: -1}',
    'service: x\nexpect: {running: {not: {one_of: [true, false]}}}',
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
    // It takes back that the exit code has to be 0.
    'command: x\nexpect: {exit: {at_least: 0}, stdout: ok}',
    'tls: a:443\nexpect: {days_left: {at_least: 0}}',
    'command: set -e; x; echo done\nexpect: {exit: 0}',
    'command: set -o pipefail; x | cat\nexpect: {exit: 0}',
    'command: x && echo good\nexpect: {exit: 0}',
    'command: x > /dev/null 2>&1\nexpect: {exit: 0}',
    'disk: x\nexpect: {used_percent: {below: 100}}',
    'dns: a.example\nexpect: {count: {above: 0}}',
  ])('but not %s', async (lines) => {
    expect(await told(lines)).toBeUndefined();
  });
});

test('what can never warn is named apart', async () => {
  expect(await told('tcp: 127.0.0.1:9\nwarn: {latency: {at_least: 0s}}')).toBe(
    'What it says of "latency" is true of everything, so it can never warn.',
  );
});

/** A value for each variable of the environment that an example asks for. */
function environmentOf(example: string): Readonly<Record<string, string>> {
  const names = [...example.matchAll(/\$\{env\.(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, 'of-the-test']));
}

/** A statement that is true of every value, by what a subject takes. */
const empty: Readonly<Record<string, unknown>> = {
  number: {at_least: 0},
  duration: {at_least: '0s'},
  size: {at_least: '0 B'},
  'true or false': {one_of: [true, false]},
  text: '/.*/',
  list: {length: {at_least: 0}},
  'map or list': {pattern: '/x/', count: {at_least: 0}},
};

/** What may be absent, so that every statement about it can fail, or may be below 0. */
const mayFail = new Set(
  ['map of JSON paths', 'map of headers', 'map of labels', 'pattern or list', 'met, seen'].concat(
    'tls days_left',
  ),
);

const conditions = [...kinds.values()].flatMap((kind) =>
  kindReference(kind).subjects.map(({name, takes}) => ({kind, subject: name, takes})),
);

describe('of each kind and each of its subjects', () => {
  const all = conditions.filter(
    ({kind, subject, takes}) => !mayFail.has(takes) && !mayFail.has(`${kind.word} ${subject}`),
  );

  test.each(all)('$kind.word: $subject', async ({kind, subject, takes}) => {
    const {vars, checks} = parse(kind.about.example);
    const [{expect: _expect, warn: _warn, ...check}] = checks;
    const file = {vars, checks: [{...check, expect: {[subject]: empty[takes]}}]};
    const read = await folder.read(stringify(file), {
      environment: environmentOf(kind.about.example),
    });
    const found = lintChecks(read.checks).filter(({rule}) => rule === 'never-fails');
    expect(found.map(({message}) => message).join()).toMatch(/can never fail/);
  });

  test.each([...kinds.values()])('the example of $word says something', async ({about}) => {
    const {checks} = await folder.read(about.example, {environment: environmentOf(about.example)});
    expect(lintChecks(checks).filter(({rule}) => rule === 'never-fails')).toEqual([]);
  });
});
