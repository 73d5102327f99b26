import {createHash} from 'node:crypto';
import {mkdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {describeCheck} from '../../source/checks/describe-check.ts';
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {ChecksFileError} from '../../source/checks/spec/checks-file-error.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

async function problemsOf(reading: Promise<unknown>): Promise<ChecksFileError> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ChecksFileError))
    throw new Error('The file was read without a problem.', {cause: error});
  return error;
}

/** A file with one good check whose lines can be replaced. */
function withCheck(...lines: readonly string[]): string {
  return ['checks:', '  - name: a', ...lines.map((line) => `    ${line}`)].join('\n');
}

const command = 'command: ls';
const good = 'expect: {exit: 0}';

describe('a good file', () => {
  test('gives its checks with defaults and the hash of its exact bytes', async () => {
    const yaml = `system: Pay\nchecks:\n  - name: a\n    command: ls\n    expect: {exit: 0}\n`;
    const file = await folder.read(yaml);
    expect(file).toMatchObject({
      path: path.join(folder.path, 'handoff.yaml'),
      folder: folder.path,
      sha256: createHash('sha256').update(yaml).digest('hex'),
      system: 'Pay',
      checks: [
        {
          name: 'a',
          kind: 'command',
          severity: 'required',
          effect: 'safe',
          timeout: 30_000,
          tags: [],
        },
      ],
    });
    expect((await readChecksFile(file.path)).trustedSha256).toBe(file.sha256);
  });

  test('keeps everything a check says', async () => {
    const file = await folder.read(
      withCheck(
        command,
        'warn: {duration: {below: 1m}}',
        'severity: recommended',
        'tags: [x, y]',
        'timeout: 1.5s',
        'fix: do it',
        'proves: check-health',
        'effect: changes',
        'description: why',
      ),
    );
    expect(file.checks[0]).toMatchObject({
      severity: 'recommended',
      tags: ['x', 'y'],
      timeout: 1500,
      fix: 'do it',
      proves: 'check-health',
      effect: 'changes',
      description: 'why',
    });
  });

  test('the example of the design is understood', async () => {
    const yaml = await readFile(
      new URL('../fixtures/checks/payments.yaml', import.meta.url),
      'utf8',
    );
    const file = await folder.read(yaml);
    expect(file.checks.map(describeCheck)).toEqual([
      'API is healthy: http GET https://pay.example.com/healthz',
      'Pods run: command kubectl -n pay get pods',
      'No errors in the last hour: log read the output of: journalctl -u pay --since -1h',
    ]);
  });
});

describe('variables', () => {
  test('come from the file, from outside, from each other and from the environment', async () => {
    const file = await folder.read(
      [
        'vars: {host: inside, port: 80, url: "http://${host}:${port}"}',
        withCheck('http: ${url}/${env.PLACE}', 'expect: {status: "${code}"}'),
      ].join('\n'),
      {vars: {host: 'outside', code: '204'}, environment: {PLACE: 'x'}},
    );
    expect(file.checks[0]?.target).toBe('http://outside:80/x');
    expect(file.secretValues).toEqual([]);
  });

  test('what belongs to the shell is left to it', async () => {
    const file = await folder.read(
      withCheck(
        'command: echo $HOME $(date) `id` $${HOME:-x} $1 $$ ${#}'.replace(' ${#}', ''),
        good,
      ),
    );
    expect(file.checks[0]?.target).toBe('echo $HOME $(date) `id` ${HOME:-x} $1 $$');
  });

  test('values of the environment are known as secret and shown by their name', async () => {
    const file = await folder.read(
      withCheck(
        'http: {url: "http://h/${env.TOKEN}", headers: {authorization: "Bearer ${env.TOKEN}"}}',
        'expect: {status: 200}',
      ),
      {environment: {TOKEN: 'tok-123456'}},
    );
    expect(file.secretValues).toEqual([{name: 'TOKEN', value: 'tok-123456'}]);
    expect(file.checks.map(describeCheck)).toEqual([
      'a: http GET http://h/${env.TOKEN} with authorization: Bearer ${env.TOKEN}',
    ]);
  });
});

describe('a description shows what would run', () => {
  test.each([
    [
      'hidden characters',
      String.raw`command: "rm -rf x\rtrue \e[8m\u202e"`,
      String.raw`a: command rm -rf x\u000dtrue \u001b[8m\u202e`,
    ],
    ['several lines', 'command: "one\\ntwo"', 'a: command one ⏎ two'],
    [
      'a list',
      `command: [echo, "a b", "it's"]`,
      `a: command echo 'a b' 'it'\\''s' (without a shell)`,
    ],
    [
      'folder and environment',
      'command: {run: ls, cwd: sub, env: {A: "1 2"}}',
      "a: command A='1 2' ls (in sub)",
    ],
  ])('%s', async (_name, line, shown) => {
    const file = await folder.read(withCheck(line, good));
    expect(file.checks.map(describeCheck)).toEqual([shown]);
  });

  test('requests with their bodies', async () => {
    const file = await folder.read(
      withCheck(
        'http: {url: http://h/, method: put, body: {a: 1}, redirects: manual}',
        'expect: {status: 200}',
      ),
    );
    expect(file.checks.map(describeCheck)).toEqual([
      'a: http PUT http://h/ with content-type: application/json sending {"a":1} without following redirects',
    ]);
  });
});

describe('each mistake is told with its place', () => {
  test.each<[name: string, yaml: string, place: string, message: RegExp, suggestion?: string]>([
    [
      'unknown key of the file',
      `sytem: x\n${withCheck(command, good)}`,
      '1:1',
      /Unknown key "sytem"/,
      'system',
    ],
    [
      'unknown key of a check',
      withCheck(command, good, 'timout: 3s'),
      '5:5',
      /Unknown key "timout"/,
      'timeout',
    ],
    ['misspelt kind', withCheck('htpp: http://x', good), '3:5', /Unknown key "htpp"/, 'http'],
    [
      'unknown key of a kind',
      withCheck('http: {url: http://x, methd: GET}', 'expect: {status: 200}'),
      '3:27',
      /Unknown key "methd"/,
      'method',
    ],
    ['duplicate key', withCheck(command, good, 'command: pwd'), '5:5', /in the map already/],
    ['misspelt expect', withCheck(command, `expct: ${good.slice(8)}`), '4:5', /"expct"/, 'expect'],
    [
      'duplicate name',
      `${withCheck(command, good)}\n  - name: a\n    command: ls\n    expect: {exit: 0}`,
      '5:11',
      /line 2 has this name/,
    ],
    ['no assertion', withCheck(command), '3:5', /asserts nothing/],
    ['empty expect', withCheck(command, 'expect: {}'), '4:13', /"expect" says nothing/],
    ['expect without value', withCheck(command, 'expect:'), '4:5', /takes a map/],
    [
      'empty assertion',
      withCheck(command, 'expect: {stdout: {}}'),
      '4:22',
      /Nothing is said about "stdout"/,
    ],
    ['empty all', withCheck(command, 'expect: {stdout: {all: []}}'), '4:28', /at least one entry/],
    ['empty json', withCheck(command, 'expect: {json: {}}'), '4:20', /map of JSON paths/],
    ['empty pattern', withCheck(command, 'expect: {stdout: "//"}'), '4:22', /match everything/],
    [
      'bad pattern',
      withCheck(command, 'expect: {stdout: /(/}'),
      '4:22',
      /not a valid regular expression: Unterminated group/,
    ],
    [
      'bad pattern flag',
      withCheck(command, 'expect: {stdout: /x/g}'),
      '4:22',
      /flags i, m, s, u and v/,
    ],
    [
      'bad pattern of a log',
      withCheck('log: x', 'expect: {forbid: [a, /[/]}'.replace('/[/', '"/[/"')),
      '4:26',
      /not a valid regular/,
    ],
    [
      'unknown subject',
      withCheck(command, 'expect: {exitt: 0}'),
      '4:14',
      /no "exitt" to look at/,
      'exit',
    ],
    [
      'unknown word',
      withCheck(command, 'expect: {duration: {belw: 5s}}'),
      '4:25',
      /Unknown word "belw"/,
      'below',
    ],
    [
      'unknown unit',
      withCheck(command, 'expect: {duration: {below: 5xs}}'),
      '4:32',
      /"xs" is not a unit/,
      'ms',
    ],
    [
      'missing unit',
      withCheck(command, 'expect: {duration: {below: 500}}'),
      '4:32',
      /give the number a unit/,
    ],
    ['unit on a number', withCheck(command, 'expect: {exit: 5s}'), '4:20', /leave out the unit/],
    [
      'text for a number',
      withCheck(command, 'expect: {exit: ok}'),
      '4:20',
      /compared with a number/,
    ],
    ['list for one value', withCheck(command, 'expect: {exit: [0, 1]}'), '4:20', /one_of/],
    [
      'bad JSON path',
      withCheck(command, 'expect: {json: {status: ok}}'),
      '4:21',
      /not a JSON path/,
    ],
    [
      'bad boolean',
      withCheck('tcp: h:1', 'expect: {connect: maybe}'),
      '4:23',
      /either true or false/,
    ],
    ['timeout without unit', withCheck(command, good, 'timeout: 30'), '5:14', /number with a unit/],
    ['endless timeout', withCheck(command, good, 'timeout: 30d'), '5:14', /at most a day/],
    [
      'unknown severity',
      withCheck(command, good, 'severity: requird'),
      '5:15',
      /one of: required, recommended/,
      'required',
    ],
    ['no kind', withCheck(good), '2:5', /has no kind/],
    [
      'two kinds',
      withCheck(command, 'http: http://x', good),
      '4:5',
      /one kind; this one has command and http/,
    ],
    ['no name', 'checks:\n  - command: ls\n    expect: {exit: 0}', '2:5', /"name" is missing/],
    [
      'empty name',
      'checks:\n  - name:\n    command: ls\n    expect: {exit: 0}',
      '2:5',
      /"name" is empty/,
    ],
    ['empty command', withCheck('command: []', good), '3:14', /must not be empty/],
    [
      'no URL',
      withCheck('http: pay.example.com', 'expect: {status: 200}'),
      '3:11',
      /begins with http/,
    ],
    [
      'bad header',
      withCheck('http: {url: http://x, headers: {"a b": c}}', 'expect: {status: 200}'),
      '3:36',
      /header name or value/,
    ],
    [
      'body on GET',
      withCheck('http: {url: http://x, method: GET, body: x}', 'expect: {status: 200}'),
      '3:46',
      /carries no body/,
    ],
    [
      'no port',
      withCheck('tcp: example.com', 'expect: {connect: true}'),
      '3:10',
      /Write host:port/,
    ],
    [
      'bad port',
      withCheck('tcp: {host: h, port: 70000}', 'expect: {connect: true}'),
      '3:26',
      /1 to 65535/,
    ],
    [
      'log without source',
      withCheck('log: {}', 'expect: {forbid: x}'),
      '3:10',
      /either where the log is/,
    ],
    [
      'log with two sources',
      withCheck('log: {path: x, command: y}', 'expect: {forbid: x}'),
      '3:10',
      /either where the log is/,
    ],
    [
      'matches without count',
      withCheck('log: x', 'expect: {matches: {pattern: x}}'),
      '4:23',
      /count/,
    ],
    [
      'missing variable',
      withCheck('http: http://${hots}/', 'expect: {status: 200}').replace(
        'checks:',
        'vars: {host: x}\nchecks:',
      ),
      '4:18',
      /no variable "hots"/,
      'host',
    ],
    [
      'missing environment variable',
      withCheck('http: "http://${env.NOPE}/"', 'expect: {status: 200}'),
      '3:19',
      /no variable "NOPE"/,
    ],
    [
      'shell variable',
      withCheck('command: echo ${HOME}', good),
      '3:19',
      /For a variable of the shell write \$\$\{HOME\}/,
    ],
    [
      'shell expansion',
      withCheck('command: echo a ${HOME:-x}', good),
      '3:21',
      /write \$\$\{HOME:-x\}/,
    ],
    ['open variable', withCheck('command: echo ${HOME', good), '3:19', /no closing brace/],
    [
      'variables in a circle',
      `vars: {a: "\${b}", b: "\${a}"}\n${withCheck(command, good)}`,
      '1:12',
      /made from itself/,
    ],
    [
      'bad variable name',
      `vars: {1a: x}\n${withCheck(command, good)}`,
      '1:8',
      /no name for a variable/,
    ],
    ['a check that is text', 'checks:\n  - ls', '2:5', /this is text/],
    ['no checks', 'checks: []', '1:9', /must not be empty/],
    ['checks missing', 'system: x', '1:1', /"checks" is missing/],
    ['a list', '- a', '1:1', /The file is a list; a map/],
    ['only text', 'hello', '1:1', /The file is text; a map/],
    ['only a comment', '# nothing', '1:1', /says nothing/],
    ['tabs', 'checks:\n\t- name: a', '2:1', /spaces, not with tabs/],
    ['not YAML', 'checks: [a', '1:11', /is not closed/],
    ['two documents', `${withCheck(command, good)}\n---\nx: 1`, '5:1', /one YAML document/],
    [
      'variable unquoted in braces',
      withCheck('http: {url: ${base}/x}', 'expect: {status: 200}'),
      '3:18',
      /put quotes round/,
    ],
  ])('%s', async (_name, yaml, place, message, suggestion) => {
    const {problems, message: all} = await problemsOf(folder.read(yaml, {environment: {}}));
    const found = problems.map(
      (one) => `${one.position.line}:${one.position.column} ${one.message}`,
    );
    const problem = problems.find((one) => message.test(one.message));
    expect(found.join('\n')).toMatch(message);
    expect(`${problem?.position.line}:${problem?.position.column}`).toBe(place);
    expect(problem?.suggestion).toBe(suggestion);
    expect(all).toContain(`handoff.yaml:${place}  `);
  });

  test('the frame shows the line with a caret below the place', async () => {
    const {problems} = await problemsOf(folder.read(withCheck(command, 'expect: {exitt: 0}')));
    expect(problems[0]?.frame).toBe('  4 |     expect: {exitt: 0}\n    |              ^');
  });

  test('the frame of a very long line shows the part that matters', async () => {
    const line = `command: ${'x'.repeat(5000)} \${nope}`;
    const {problems} = await problemsOf(folder.read(withCheck(line, good)));
    expect(problems[0]?.frame.split('\n').every((part) => part.length < 120)).toBe(true);
    expect(problems[0]?.frame).toContain('${nope}');
  });

  test('control characters of the file do not reach the terminal', async () => {
    const {message} = await problemsOf(
      folder.read(`"\\e[31mx": 1\n${withCheck(command, good, '"\u0007y": 2')}`),
    );
    // oxlint-disable-next-line no-control-regex
    expect(message).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    expect(message).toContain(String.raw`Unknown key "\u001b[31mx"`);
  });

  test('all mistakes of a file are told at once, in the order of the file', async () => {
    const yaml = [
      'sytem: x',
      'checks:',
      '  - name: a',
      '    command: echo ${no}',
      '    expect: {exitt: 0}',
      '  - name: a',
      '    tcp: x',
      '    expect: {connect: true}',
    ].join('\n');
    const {problems, message} = await problemsOf(folder.read(yaml));
    expect(problems.map(({position}) => position.line)).toEqual([1, 4, 5, 6, 7]);
    expect(message).toMatch(/^The checks file has 5 problems, so nothing was run\.\n/);
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['missing', 'none.yaml', /no such file/],
    ['a folder', 'folder', /is a folder/],
    ['empty', 'empty.yaml', /is empty/],
    ['not text', 'bytes.yaml', /not text in UTF-8/],
    ['endless', '/dev/zero', /not a regular file/],
    ['an alias bomb', 'bomb.yaml', /aliases/],
  ])('%s', async (_name, name, message) => {
    await mkdir(path.join(folder.path, 'folder'), {recursive: true});
    await folder.write('empty.yaml', ' \n');
    await folder.write('bytes.yaml', new Uint8Array([0xff, 0xfe, 0x00]));
    const levels = Array.from(
      {length: 12},
      (_, level) =>
        `l${level + 1}: &l${level + 1} [${Array.from({length: 9}, () => `*l${level}`).join(', ')}]`,
    );
    await folder.write('bomb.yaml', ['l0: &l0 x', ...levels].join('\n'));
    const file = name.startsWith('/') ? name : path.join(folder.path, name);
    const error = await problemsOf(readChecksFile(file));
    expect(error.message).toMatch(message);
    expect(error.message).toContain(file);
  });
});
