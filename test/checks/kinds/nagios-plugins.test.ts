import {existsSync} from 'node:fs';
import {utimes} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {CheckResult, Outcome} from '../../../source/checks/check-result.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {closedPort, serveHttp, serveTcp, type RunningServer} from '../servers/http-servers.ts';

const plugins = '/usr/lib/nagios/plugins';
const isInstalled = existsSync(plugins);
const why = isInstalled
  ? ''
  : ` (skipped: ${plugins} is missing, package monitoring-plugins-basic)`;

let folder: ChecksFolder;
let web: RunningServer;
let greeter: RunningServer;
let closed: number;

beforeAll(async () => {
  folder = await createChecksFolder();
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const old = await folder.write('old.txt', 'x'.repeat(1221));
  await utimes(old, anHourAgo, anHourAgo);
  web = await serveHttp((request, response) => {
    response.statusCode = Number(request.url?.slice(1)) || 200;
    response.end('hello');
  });
  greeter = await serveTcp((socket) => {
    socket.end('220 hello\r\n');
  });
  closed = await closedPort();
});

afterAll(async () => {
  await Promise.all([web.close(), greeter.close()]);
  await folder[Symbol.asyncDispose]();
});

/** The numbers as Nagios writes them, without the values, which differ from run to run. */
function shape({metrics = []}: CheckResult): string[] {
  return metrics.map(({label, unit, warn, crit, min, max}) =>
    [label, unit, warn?.text, crit?.text, min, max].map((part) => part ?? '').join(';'),
  );
}

type Case = readonly [line: string, outcome: Outcome, message: RegExp, metrics: readonly string[]];

const dummy = path.join(plugins, 'check_dummy');

const cases: readonly Case[] = [
  ['check_dummy 0 fine', 'pass', /^OK: fine$/, []],
  ['check_dummy 1', 'warn', /^WARNING$/, []],
  ['check_dummy 2 down', 'fail', /^CRITICAL: down$/, []],
  ['check_dummy 3', 'unknown', /^UNKNOWN$/, []],
  ['check_dummy 7', 'unknown', /Status 7 is not a supported/, []],

  [
    'check_load -w 9000 -c 9999',
    'pass',
    /^LOAD OK/,
    ['load1;;9000.000;9999.000;0;', 'load5;;9000.000;9999.000;0;', 'load15;;9000.000;9999.000;0;'],
  ],
  ['check_load -w x', 'unknown', /^Warning threshold must be float/, []],

  [
    'check_procs -w 1:99999 -c 0:99999',
    'pass',
    /^PROCS OK: \d+ proc/,
    ['procs;;1:99999;0:99999;0;'],
  ],
  ['check_procs -w :0', 'warn', /^PROCS WARNING/, ['procs;;:0;;0;']],
  ['check_procs -c @1:99999', 'fail', /^PROCS CRITICAL/, ['procs;;;@1:99999;0;']],
  ['check_procs -w nonsense', 'warn', /not understood.*"warn nonsense"/, ['procs;;;;0;']],
  ['check_procs -Q', 'unknown', /^Usage:/, []],

  [
    'check_file_age -w 9999 -c 99999 -f old.txt',
    'pass',
    /^FILE_AGE OK/,
    ['age;s;9999;99999;;', 'size;B;0;0;0;'],
  ],
  [
    'check_file_age -w 60 -c 99999 -f old.txt',
    'warn',
    /^FILE_AGE WARNING/,
    ['age;s;60;99999;;', 'size;B;0;0;0;'],
  ],
  [
    'check_file_age -w 60 -c 120 -f old.txt',
    'fail',
    /^FILE_AGE CRITICAL/,
    ['age;s;60;120;;', 'size;B;0;0;0;'],
  ],
  ['check_file_age -f none.txt', 'fail', /^FILE_AGE CRITICAL: File not found/, []],
  ['check_file_age', 'unknown', /^FILE_AGE UNKNOWN/, []],

  ['check_tcp -H 127.0.0.1 -p GREETER', 'pass', /^TCP OK/, ['time;s;;;0;10']],
  ['check_tcp -H 127.0.0.1 -p GREETER -e 500 -M warn', 'warn', /^TCP WARNING/, ['time;s;;;0;10']],
  ['check_tcp -H 127.0.0.1 -p CLOSED', 'fail', /^connect to address 127.0.0.1 and port/, []],
  ['check_tcp', 'unknown', /^check_tcp: No arguments found$/, []],

  [
    'check_http -H 127.0.0.1 -p WEB',
    'pass',
    /^HTTP OK: HTTP\/1.1 200/,
    ['time;s;;;0;10', 'size;B;;;0;'],
  ],
  [
    'check_http -H 127.0.0.1 -p WEB -u /404',
    'warn',
    /^HTTP WARNING: HTTP\/1.1 404/,
    ['time;s;;;0;10', 'size;B;;;0;'],
  ],
  [
    'check_http -H 127.0.0.1 -p WEB -u /503',
    'fail',
    /^HTTP CRITICAL: HTTP\/1.1 503/,
    ['time;s;;;0;10', 'size;B;;;0;'],
  ],
  ['check_http -H 127.0.0.1 -p CLOSED', 'fail', /Connection refused$/, []],
  ['check_http', 'unknown', /^check_http: Could not parse arguments$/, []],

  ['check_cluster -s -d 0,0 -l boxes', 'pass', /^CLUSTER OK: boxes: 2 ok, 0 warning/, []],
  ['check_cluster -s -d 0,1 -w 0 -c 5', 'warn', /^CLUSTER WARNING/, []],
  ['check_cluster -h -d 0,2 -c 0', 'fail', /^CLUSTER CRITICAL/, []],
  ['check_cluster -s', 'unknown', /^Could not parse arguments$/, []],

  // Negated, the word and the exit code contradict each other: the exit code counts.
  [`negate ${dummy} 2 down`, 'pass', /^CRITICAL: down$/, []],
  [`negate ${dummy} 1`, 'warn', /^WARNING$/, []],
  [`negate ${dummy} 0`, 'fail', /^OK$/, []],
  [`negate ${dummy} 3`, 'unknown', /^UNKNOWN$/, []],
  [`negate -s -o WARNING ${dummy} 0 fine`, 'warn', /^WARNING: fine$/, []],

  ['check_users -w 999 -c 9999', 'pass', /^USERS OK/, ['users;;999;9999;0;']],
  ['check_users', 'unknown', /^Usage:/, []],
];

describe.skipIf(!isInstalled)(`Debian's plugins are understood${why}`, () => {
  test.each(cases)('%s is a %s', async (line, outcome, message, metrics) => {
    const ports = {WEB: web.port, GREETER: greeter.port, CLOSED: closed};
    const filled = line.replace(/\b(?:WEB|GREETER|CLOSED)\b/, (word) =>
      String(ports[word as keyof typeof ports]),
    );
    const result = await folder.check(`nagios: ${filled}`);
    expect(result.outcome).toBe(outcome);
    expect(result.message).toMatch(message);
    expect(shape(result)).toEqual(metrics);
  });

  test.each([
    ['-w 0% -c 0%', 'pass', /^DISK OK - free space: /],
    ['-w 100% -c 0%', 'warn', /^DISK WARNING/],
    ['-w 100% -c 100%', 'fail', /^DISK CRITICAL/],
  ])(
    'check_disk %s is a %s with used space, its limits and the size of the disk',
    async (limits, outcome, message) => {
      const result = await folder.check(
        `nagios: [check_disk, ${limits.replaceAll(' ', ', ')}, -p, /]`,
      );
      expect(result).toMatchObject({outcome, message: expect.stringMatching(message)});
      const [disk] = result.metrics ?? [];
      expect(disk).toMatchObject({label: '/', unit: 'B', min: 0});
      expect(disk?.value).toBeGreaterThan(0);
      expect(disk?.value).toBeLessThan(disk?.max ?? 0);
      expect(disk?.warn?.end).toBe(limits.includes('-w 100%') ? 0 : disk?.max);
    },
  );

  test('check_disk without limits is unknown', async () => {
    const result = await folder.check('nagios: check_disk');
    expect(result).toMatchObject({
      outcome: 'unknown',
      message: 'check_disk: Could not parse arguments',
    });
  });

  test('check_load warns and fails by its own limits', async () => {
    // The load of an idle machine is 0, which no range from 0 on can find too high.
    const own = (limit: string, other: string) => `nagios: check_load -w ${limit} -c ${other}`;
    const loads = await folder.check(own('0,0,0', '9999,9999,9999'));
    const isIdle = loads.metrics?.every(({value}) => value === 0) === true;
    expect(loads.outcome).toBe(isIdle ? 'pass' : 'warn');
    const critical = await folder.check(own('0,0,0', '0,0,0'));
    expect(critical.outcome).toBe(isIdle ? 'pass' : 'fail');
  });

  test('what a plugin measured can be judged again', async () => {
    const result = await folder.check(
      'nagios: check_file_age -w 9999 -c 99999 -f old.txt\nexpect: {metrics: {age: {at_least: 1h}, size: {at_most: 1KiB}}}',
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'metrics size: expected at most 1 KiB, was 1.19 KiB',
    });
  });
});
