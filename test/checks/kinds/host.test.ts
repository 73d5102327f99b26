import {availableParallelism, loadavg, totalmem, uptime} from 'node:os';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {actionOf, problemsOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

let folder: ChecksFolder;
let count = 0;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const actual = (result: Awaited<ReturnType<ChecksFolder['check']>>) =>
  Object.fromEntries(result.findings.map((one) => [one.subject, one.actual]));

/** Stands before the command as `on` does, and prints what another host would: a text by program. */
async function elsewhere(programs: Readonly<Record<string, string>>): Promise<string> {
  count += 1;
  const cases = await Promise.all(
    Object.entries(programs).map(async ([name, said]) => {
      const file = await folder.write(`said-${count}-${name.replaceAll(/\W/g, '-')}`, said);
      return `  *' ${name} '*) cat ${file} ;;`;
    }),
  );
  const lines = ['case " $* " in', ...cases, '  *) exit 127 ;;', 'esac', ''];
  return `sh ${await folder.write(`on-${count}`, lines.join('\n'))}`;
}

function part(name: string, text: string): string {
  return `==> ${name}\n${text}\n`;
}

const GiB = 1024 * 1024;

const linux = [
  part(
    '/proc/meminfo',
    `MemTotal: ${16 * GiB} kB\nMemFree: 1 kB\nMemAvailable: ${4 * GiB} kB\nSwapTotal: ${2 * GiB} kB\nSwapFree: ${GiB} kB`,
  ),
  part('/proc/loadavg', '6.00 3.00 1.50 2/300 4711'),
  part('/proc/uptime', '90000.50 1.00'),
  part('/sys/devices/system/cpu/online', '0-2,5'),
];

const mac = [
  part(
    'sysctl',
    'hw.memsize: 17179869184\nhw.ncpu: 8\nvm.loadavg: { 2,00 1,00 0,50 }\nvm.swapusage: total = 2048.00M  used = 512.00M  free = 1536.00M  (encrypted)\nkern.boottime: { sec = 1700000000, usec = 5 } Tue Nov 14 22:13:20 2023',
  ),
  part(
    'vm_stat',
    'Mach Virtual Memory Statistics: (page size of 16384 bytes)\nPages free:                               65536.\nPages active: 1.\nPages inactive:                          131072.\nPages speculative:                        65536.',
  ),
  part('date', '1700003600'),
];

const every = [
  'memory_total',
  'memory_available',
  'memory_used',
  'memory_used_percent',
  'swap_total',
  'swap_available',
  'swap_used',
  'swap_used_percent',
  'load_1',
  'load_5_per_processor',
  'load_15',
  'processors',
  'uptime',
];

/** A statement that everything fulfils that was measured. */
const anything = `{${every.map((one) => `${one}: {not: {below: ${one === 'uptime' ? '0s' : -1}}}`).join(', ')}}`;

describe('this host', () => {
  test('tells what the system itself tells', async () => {
    const result = await folder.check(`
host: this
expect:
  memory_total: ${totalmem()}
  memory_available: {above: 1MiB}
  memory_used_percent: {below: 100.1%}
  load_1: {at_most: ${(loadavg()[0] ?? 0) + 20}}
  processors: {at_least: ${availableParallelism()}}
  uptime: {at_least: ${Math.floor(uptime()) - 1}s, below: ${Math.floor(uptime()) + 600}s}`);
    expect(result).toMatchObject({outcome: 'pass', target: 'this host'});
    expect(result.output?.text).toMatch(/^memory: .* available of .*\nswap: .*\nload: .*\nproc/);
  });

  test('fails where it has less than is wanted', async () => {
    const result = await folder.check('host: {}\nexpect: {memory_total: {at_least: 900TiB}}');
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/^memory_total: expected at least .*, was .*iB$/),
    });
  });
});

describe('another host', () => {
  test('of Linux is read from its own files', async () => {
    const on = await elsewhere({sh: linux.join('')});
    const result = await folder.check(`host: this\non: ${on}\nexpect: ${anything}`);
    expect(result.outcome).toBe('pass');
    expect(actual(result)).toEqual({
      memory_total: '16 GiB',
      memory_available: '4 GiB',
      memory_used: '12 GiB',
      memory_used_percent: '75%',
      swap_total: '2 GiB',
      swap_available: '1 GiB',
      swap_used: '1 GiB',
      swap_used_percent: '50%',
      load_1: '6',
      load_5_per_processor: '0.75',
      load_15: '1.5',
      processors: '4',
      uptime: '1 d 1 h',
    });
  });

  test('of macOS is asked by sysctl and vm_stat', async () => {
    const on = await elsewhere({sh: mac.join('')});
    const result = await folder.check(`host: this\non: ${on}\nexpect: ${anything}`);
    expect(result.outcome).toBe('pass');
    expect(actual(result)).toMatchObject({
      memory_total: '16 GiB',
      memory_available: '4 GiB',
      swap_used: '512 MiB',
      swap_used_percent: '25%',
      load_1: '2',
      load_5_per_processor: '0.13',
      load_15: '0.5',
      processors: '8',
      uptime: '1 h',
    });
  });

  test('in a container tells the limit where it is what binds', async () => {
    const limits = [
      part('/sys/fs/cgroup/memory.max', String(2 * GiB * 1024)),
      part('/sys/fs/cgroup/memory.current', String(1.75 * GiB * 1024)),
      part('/sys/fs/cgroup/memory.stat', `anon 1\ninactive_file ${0.25 * GiB * 1024}`),
      part('/sys/fs/cgroup/memory.swap.max', '0'),
      part('/sys/fs/cgroup/memory.swap.current', '0'),
      part('/sys/fs/cgroup/cpu.max', '150000 100000'),
    ];
    const on = await elsewhere({sh: [...linux, ...limits].join('')});
    const result = await folder.check(
      `host: this\non: ${on}\nexpect: {memory_total: 2GiB, memory_available: 512MiB, memory_used_percent: 75, swap_total: 0, processors: 1.5, load_1_per_processor: 1.5}`,
    );
    expect(result.outcome).toBe('pass');
    expect(actual(result)).toMatchObject({
      memory_total: '2 GiB (the limit of the container; the host has 16 GiB)',
      processors: '1.5 (the limit of the container; the host has 4)',
    });
    expect(result.output?.text).toContain('(the limit of the container; the host has 16 GiB)');
  });

  test('without a limit is the host itself', async () => {
    const max = [
      part('/sys/fs/cgroup/memory.max', 'max'),
      part('/sys/fs/cgroup/cpu.max', 'max 100000'),
    ];
    const on = await elsewhere({sh: [...linux, ...max].join('')});
    const result = await folder.check(
      `host: this\non: ${on}\nexpect: {memory_total: 16GiB, processors: 4}`,
    );
    expect(actual(result)).toEqual({memory_total: '16 GiB', processors: '4'});
  });

  test.each(['swap_used_percent: {below: 50}', 'swap_used_percent: {not: {above: 50}}'])(
    'without swap has no per cents of it: %s',
    async (claim) => {
      const none = linux.join('').replace(`SwapTotal: ${2 * GiB}`, 'SwapTotal: 0');
      const on = await elsewhere({sh: none});
      const result = await folder.check(`host: this\non: ${on}\nexpect: {${claim}}`);
      expect(result).toMatchObject({
        outcome: 'unknown',
        message: expect.stringContaining('not known: there is no swap'),
      });
    },
  );

  test('that does not tell something leaves that unknown', async () => {
    const on = await elsewhere({sh: part('/proc/meminfo', 'MemTotal: 1024 kB')});
    for (const one of [
      'memory_available: {not: {below: 1B}}',
      'load_1: {below: 99}',
      'uptime: {above: 1s}',
    ]) {
      const result = await folder.check(`host: this\non: ${on}\nexpect: {${one}}`);
      expect(result).toMatchObject({
        outcome: 'unknown',
        message: expect.stringContaining('was not known: this host does not tell'),
      });
    }
  });

  test('that has nothing to ask is unknown', async () => {
    const on = await elsewhere({});
    const result = await folder.check(`host: this\non: ${on}\nexpect: {load_1: {below: 99}}`);
    expect(result).toMatchObject({
      outcome: 'unknown',
      message: 'This host does not tell of itself: there is no shell to ask with (ENOENT).',
    });
  });
});

describe("the clock, as the host's own time service reports it", () => {
  const chrony = (leap: string) =>
    `Reference ID    : C0A80001 (192.168.0.1)\nStratum         : 3\nRef time (UTC)  : Thu Nov 26 18:00:00 2026\nSystem time     : 0.001500000 seconds slow of NTP time\nLast offset     : -0.9 seconds\nLeap status     : ${leap}\n`;
  const base = {sh: linux.join('')};

  test.each<
    [name: string, programs: Readonly<Record<string, string>>, state: string, offset: string]
  >([
    ['chrony', {chronyc: chrony('Normal')}, 'true (says chrony)', '1.5 ms (says chrony)'],
    [
      'ntpd',
      {
        ntpq: 'associd=0 status=0615 leap_none, sync_ntp, 1 event,\nleap=00, stratum=2, offset=-2.250\n',
      },
      'true (says ntpd)',
      '2.25 ms (says ntpd)',
    ],
    [
      'systemd-timesyncd',
      {
        'timedatectl show': 'NTP=yes\nNTPSynchronized=yes\n',
        'timedatectl timesync-status':
          '       Server: 10.0.0.1 (ntp)\n         Leap: normal\n       Offset: -1min 2.500s\n        Delay: 9ms\n',
      },
      'true (says systemd-timesyncd)',
      '1 min 3 s (says systemd-timesyncd)',
    ],
    [
      'systemd-timesyncd, near',
      {
        'timedatectl show': 'NTPSynchronized=yes\n',
        'timedatectl timesync-status': '       Offset: +512us\n',
      },
      'true (says systemd-timesyncd)',
      '0.512 ms (says systemd-timesyncd)',
    ],
  ])('%s', async (_name, programs, state, offset) => {
    const on = await elsewhere({...programs, ...base});
    const result = await folder.check(
      `host: this\non: ${on}\nexpect: {clock_synchronized: true, clock_offset: {below: 5m}}`,
    );
    expect(result.outcome).toBe('pass');
    expect(actual(result)).toEqual({clock_synchronized: state, clock_offset: offset});
  });

  test.each<[name: string, programs: Readonly<Record<string, string>>, reason: RegExp]>([
    [
      'one that follows nothing yet',
      {chronyc: chrony('Not synchronised')},
      /chrony says that the clock is not synchronised$/,
    ],
    [
      'ntpd that follows nothing yet',
      {ntpq: 'leap=11, stratum=16, offset=0.000\n'},
      /ntpd says that the clock is not synchronised$/,
    ],
    [
      'one that tells no offset',
      {'timedatectl show': 'NTPSynchronized=yes\n'},
      /systemd says that the clock is synchronised, and not how far it is off$/,
    ],
    [
      'none',
      {},
      /no time service answers: chronyc is not there; ntpq is not there; timedatectl is not there$/,
    ],
  ])('%s leaves the offset unknown', async (_name, programs, reason) => {
    const on = await elsewhere({...programs, ...base});
    for (const wanted of ['{below: 100ms}', '{not: {above: 100ms}}']) {
      const result = await folder.check(`host: this\non: ${on}\nexpect: {clock_offset: ${wanted}}`);
      expect(result).toMatchObject({outcome: 'unknown', message: expect.stringMatching(reason)});
    }
  });

  test('one that follows nothing fails where it has to', async () => {
    const on = await elsewhere({chronyc: chrony('Not synchronised'), ...base});
    const result = await folder.check(
      `host: this\non: ${on}\nexpect: {clock_synchronized: true, clock_offset: {below: 1s}}`,
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'clock_synchronized: expected true, was false (says chrony)',
    });
  });

  test('is that of the service that is named', async () => {
    const ntpq = 'leap=00, stratum=2, offset=40.0\n';
    const on = await elsewhere({chronyc: chrony('Normal'), ntpq, ...base});
    const result = await folder.check(
      `host: {clock: ntpd}\non: ${on}\nexpect: {clock_offset: {above: 30ms}}`,
    );
    expect(result.outcome).toBe('pass');
  });

  test('is not asked for unless something is expected of it', async () => {
    const on = await elsewhere({chronyc: chrony('Normal'), ...base});
    const result = await folder.check(`host: this\non: ${on}\nexpect: {load_1: 6}`);
    expect(result.output?.text).not.toContain('clock');
  });
});

describe('a mistake is told with its place', () => {
  test.each([
    [
      'nothing expected',
      ['host: this'],
      /^3:5 \| This check asserts nothing\. Add "expect" or "warn" with one of: memory_total,/,
    ],
    ['another word', ['host: db1', 'expect: {load_1: 1}'], /^3:11 \| "host" is one of: this\./],
    [
      'another service',
      ['host: {clock: ntp}', 'expect: {load_1: 1}'],
      /^3:19 \| "clock" is one of: auto, chrony, ntpd, timesyncd\. \| ntpd/,
    ],
    [
      'a unit',
      ['host: this', 'expect: {memory_available: {above: 2s}}'],
      /^4:40 \| "memory_available" is a size: its units are/,
    ],
    [
      'no unit',
      ['host: this', 'expect: {clock_offset: {below: 100}}'],
      /^4:36 \| "clock_offset" is a duration: give the number a unit/,
    ],
  ])('%s', async (_name, lines, problem) => {
    const [first = '', ...more] = await problemsOf(folder, ...lines);
    expect(more).toEqual([]);
    expect(first).toMatch(problem);
  });

  test('and a good check tells what it would do', async () => {
    expect(await actionOf(folder, 'host:', 'on: ssh db1', 'expect: {load_1: 1}')).toMatch(
      /^this host \(on: ssh db1\) \| look at memory, load/,
    );
  });
});
