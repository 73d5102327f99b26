import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {chmod, mkdir, open, symlink, utimes} from 'node:fs/promises';
import {createServer} from 'node:net';
import {once} from 'node:events';
import {userInfo} from 'node:os';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {actionOf, problemsOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

let folder: ChecksFolder;
const conf = 'listen 443;\nserver_name pay.example;\n# end';
const big = 100 * 1024 * 1024;

async function writeBig(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    // Sparse: a line at the beginning, a hole, and two lines at the end.
    await file.write('first line\n', 0);
    await file.write('\nlisten 443\nlast line\n', big);
  } finally {
    await file.close();
  }
}

beforeAll(async () => {
  folder = await createChecksFolder();
  await folder.write('site.conf', conf);
  await chmod(path.join(folder.path, 'site.conf'), 0o640);
  await folder.write('settings.json', '{"db": {"host": "db1", "ports": [5432]}}');
  await folder.write('settings.yaml', 'db: {host: db1}\nreplicas: 3\n');
  await folder.write('manifests.yaml', 'kind: Service\n---\nkind: Deployment\n');
  await folder.write('empty', '');
  await mkdir(path.join(folder.path, 'sub'), {mode: 0o700});
  await symlink('site.conf', path.join(folder.path, 'link'));
  await symlink('gone', path.join(folder.path, 'dangling'));
  await symlink('circle', path.join(folder.path, 'circle'));
  await writeBig(path.join(folder.path, 'big'));
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

describe('a file is judged', () => {
  test('by everything it has, with the facts as evidence', async () => {
    const sha256 = createHash('sha256').update(conf).digest('hex');
    const {username, gid} = userInfo();
    const result = await folder.check(`
file: site.conf
expect:
  exists: true
  type: file
  mode: "0640"
  owner: ${username}
  group: ${gid}
  size: {at_least: 40B, below: 1KiB}
  age: {below: 1h}
  content: {contains: "listen 443", not: /^\\s*DEBUG/m}
  sha256: ${sha256.toUpperCase()}`);
    expect(result).toMatchObject({outcome: 'pass', target: 'site.conf'});
    expect(result.findings).toHaveLength(9);
    expect(result.output?.text).toContain(`\ntype: file\nmode: 0640\nowner: ${username}\n`);
    expect(result.output?.text).toContain(`\nSHA-256: ${sha256}\n`);
  });

  test.each([
    ['site.conf', 'mode: 0644', 'mode: expected "0644", was "0640"'],
    ['site.conf', 'mode: 600', 'mode: expected "0600", was "0640"'],
    ['site.conf', 'owner: nobody-here', 'owner: expected "nobody-here", was '],
    ['site.conf', 'type: directory', 'type: expected "directory", was "file"'],
    ['site.conf', 'size: 0', 'size: expected 0 B, was 42 B'],
    ['site.conf', 'content: {contains: listen 80}', 'content: expected "listen 80" in it, was '],
    ['site.conf', 'content: {not: /server_name/}', 'was server_name pay.example;'],
    ['site.conf', 'json: {$.a: 1}', 'json $.a: expected 1, was not JSON: listen 443;'],
    ['settings.json', 'json: {$.db.host: db2}', 'json $.db.host: expected "db2", was "db1"'],
    ['settings.yaml', 'yaml: {$.replicas: {at_least: 5}}', 'expected at least 5, was 3'],
    ['empty', 'json: {$.a: 1}', 'was nothing, where JSON was expected'],
    ['empty', `sha256: ${'a'.repeat(64)}`, 'was "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934c'],
    ['dangling', 'exists: true', 'was false (a symbolic link to gone, where nothing is)'],
    ['link', 'type: file', 'was "symlink" (to site.conf)'],
    ['none', 'mode: 0640', 'exists: expected true, was false (there is nothing at this path)'],
    ['site.conf/none', 'exists: true', 'was false (there is nothing at this path)'],
    ['sub', 'content: x', 'sub is a directory, so it has no content to look at.'],
  ])('%s with %s fails', async (path, claim, told) => {
    const result = await folder.check(`file: ${path}\nexpect: {${claim}}`);
    expect(result.outcome).toBe('fail');
    expect(result.message).toContain(told);
  });

  test.each([
    ['none', 'exists: false'],
    ['dangling', 'exists: false, type: symlink, target: gone'],
    ['link', 'type: symlink, target: site.conf, mode: 0640, content: /listen/'],
    ['sub', 'type: directory, mode: "0700"'],
    ['site.conf', 'mode: {at_most: "0644"}'],
    ['site.conf', 'mode: {at_least: 440}'],
    ['site.conf', 'mode: {one_of: [0600, 0640]}'],
    ['site.conf', 'owner: {not: nobody-here}'],
    ['settings.json', 'json: {"$.db.ports": [5432]}'],
    ['settings.yaml', 'yaml: {$.db.host: db1}'],
    ['manifests.yaml', 'yaml: {"$[*].kind": [Service, Deployment]}'],
    ['empty', 'size: 0, content: ""'],
  ])('%s with %s passes', async (path, claim) => {
    expect(await folder.check(`file: ${path}\nexpect: {${claim}}`)).toMatchObject({
      outcome: 'pass',
    });
  });

  test('rights are compared right by right, not as numbers', async () => {
    const below = await folder.check('file: site.conf\nexpect: {mode: {at_most: "0704"}}');
    expect(below).toMatchObject({
      outcome: 'fail',
      message: 'mode: expected at most 704, was "0640"',
    });
  });

  test('a link itself is looked at when it is not to be followed', async () => {
    const result = await folder.check(
      'file: {path: dangling, follow: false}\nexpect: {type: symlink, size: 4}',
    );
    expect(result.outcome).toBe('pass');
  });

  test('by its age at the time of the run', async () => {
    const path = await folder.write('old', 'x');
    await utimes(path, new Date('2026-01-01'), new Date('2026-01-01T00:00:00Z'));
    const result = await folder.check('file: old\nexpect: {age: {below: 1d}}', {
      now: () => new Date('2026-01-02T12:00:00Z'),
    });
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'age: expected below 1 d, was 1 d 12 h',
    });
  });

  test('a socket is told from a file', async () => {
    const server = createServer().listen(path.join(folder.path, 'socket'));
    await once(server, 'listening');
    const result = await folder.check('file: socket\nexpect: {type: socket}');
    server.close();
    await once(server, 'close');
    expect(result.outcome).toBe('pass');
  });

  test.runIf(process.platform === 'linux')(
    'a file of /proc is read although it says 0',
    async () => {
      const result = await folder.check('file: /proc/self/status\nexpect: {content: /^Pid:/m}');
      expect(result.outcome).toBe('pass');
    },
  );
});

describe('a long file', () => {
  test('is judged by its lines', async () => {
    const good = await folder.check(
      'file: big\nexpect: {content: {contains: listen 443, matches: /^last line$/m, not: /listen 80/}}',
    );
    const bad = await folder.check('file: big\nexpect: {content: {not: /listen \\d+/}}');
    const missing = await folder.check('file: big\nexpect: {content: {contains: listen 80}}');
    expect(good.outcome).toBe('pass');
    expect(bad).toMatchObject({
      outcome: 'fail',
      message: String.raw`content: expected no match of /listen \d+/, was listen 443`,
    });
    expect(missing).toMatchObject({
      outcome: 'fail',
      message: 'content: expected "listen 80" in it, was no such line in 100 MiB',
    });
  });

  test('is never held in memory', async () => {
    const check = (name: string, path: string) =>
      `  - {name: ${name}, file: ${path}, expect: {content: {contains: last line}}}`;
    const yaml = ['checks:', check('small', 'empty'), check('big', 'big')].join('\n');
    const path = await folder.write('memory.yaml', yaml);
    const script = fileURLToPath(new URL('../measure-memory.ts', import.meta.url));
    const child = spawn(process.execPath, [script, path], {stdio: ['ignore', 'pipe', 'inherit']});
    const {growth} = JSON.parse(await text(child.stdout)) as {readonly growth: number};
    // The file has 100 MiB; what the collector has not taken back yet depends on the machine.
    expect(growth).toBeLessThan(96 * 1024 * 1024);
  });

  test.each([
    ['content: /first line\\s+x/', /what may go beyond a line cannot be told/],
    ['content: {not: /^x.*y$/}', /write the pattern with the flag m/],
    ['content: {contains: "a\\nb"}', /use a log check/],
    ['json: {$.a: 1}', /it is 100 MiB long, and JSON is read up to 64 MiB/],
  ])('leaves %s unknown', async (claim, reason) => {
    const result = await folder.check(`file: big\nexpect: {${claim}}`);
    expect(result).toMatchObject({outcome: 'unknown', message: expect.stringMatching(reason)});
  });
});

describe('what may not be looked at is unknown', () => {
  /** Runs checks in a process without root's right to read everything. */
  async function runAsNobody(...claims: readonly string[]): Promise<string[]> {
    const source = (file: string) =>
      new URL(`../../../source/checks/${file}`, import.meta.url).href;
    const checks = claims.map((claim, index) => `  - {name: c${index}, ${claim}}`);
    const yaml = await folder.write('nobody.yaml', ['checks:', ...checks].join('\n'));
    const code = `
      import {readChecksFile} from ${JSON.stringify(source('read-checks-file.ts'))};
      import {runChecks} from ${JSON.stringify(source('run.ts'))};
      const {results} = await runChecks(await readChecksFile(${JSON.stringify(yaml)}));
      console.log(JSON.stringify(results.map((one) => one.outcome + ' | ' + one.message)));`;
    const isRoot = process.getuid?.() === 0;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(isRoot ? {uid: 65_534, gid: 65_534} : {}),
    });
    return JSON.parse(await text(child.stdout)) as string[];
  }

  test('without the right to read or to enter, but not what can be seen from outside', async () => {
    await chmod(folder.path, 0o755);
    await chmod(await folder.write('closed', 'x'), 0o000);
    await mkdir(path.join(folder.path, 'locked'), {mode: 0o000});
    const told = await runAsNobody(
      'file: closed, expect: {content: x}',
      'file: closed, expect: {mode: "0000"}',
      'file: locked/x, expect: {exists: false}',
      'disk: locked/x, expect: {free: {above: 0}}',
    );
    expect(told).toEqual([
      'unknown | closed cannot be looked at: permission denied (EACCES).',
      'pass | exists true, mode "0000"',
      'unknown | locked/x cannot be looked at: permission denied (EACCES).',
      'unknown | The file system of locked/x cannot be looked at: permission denied (EACCES).',
    ]);
  });

  test('a link that leads to itself', async () => {
    const result = await folder.check('file: circle\nexpect: {exists: true}');
    expect(result).toMatchObject({
      outcome: 'unknown',
      message: 'circle cannot be looked at: its symbolic links go in a circle (ELOOP).',
    });
  });
});

describe('a mistake is told with its place', () => {
  test.each([
    ['misspelt key', 'file: {pth: x}', 'exists: true', '3:12 | Unknown key "pth". | path'],
    [
      'misspelt subject',
      'file: x',
      'contains: y',
      '4:14 | A file check has no "contains" to look at. It has: exists, type, mode, owner, group, size, age, target, content, json, yaml, sha256. | content',
    ],
    [
      'bad mode',
      'file: x',
      'mode: "0649"',
      '4:20 | "mode" is 3 or 4 digits from 0 to 7, such as "0640".',
    ],
    [
      'compared mode',
      'file: x',
      'mode: {below: "0640"}',
      '4:20 | "mode" is compared with at_most or at_least and 3 or 4 digits from 0 to 7, such as {at_most: "0640"}.',
    ],
    [
      'unknown type',
      'file: x',
      'type: directry',
      '4:20 | "type" is one of: file, directory, symlink, pipe, socket, block-device, character-device. | directory',
    ],
    [
      'bad hash',
      'file: x',
      'sha256: abc',
      '4:22 | "sha256" is 64 hexadecimal digits, as sha256sum prints them.',
    ],
    [
      'age without unit',
      'file: x',
      'age: {below: 5}',
      '4:27 | "age" is a duration: give the number a unit (ms s m h d), such as 500ms.',
    ],
    [
      'bad path into YAML',
      'file: x',
      'yaml: {a: 1}',
      `4:21 | "a" is not a JSON path: expected '$', found 'a'. Write it like $.a.b[0], $['a b'][*] or $.list[?@.name == 'x'] (RFC 9535).`,
    ],
  ])('%s', async (_name, line, claim, problem) => {
    expect(await problemsOf(folder, line, `expect: {${claim}}`)).toContain(problem);
  });

  test('and a good check tells what it would do', async () => {
    expect(
      await actionOf(folder, 'file: {path: /etc/x, follow: false}', 'expect: {exists: true}'),
    ).toBe('/etc/x | look at /etc/x without following a symbolic link');
  });
});
