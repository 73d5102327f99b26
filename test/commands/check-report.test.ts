import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {Option} from 'commander';
import {expect, test} from 'vitest';
import {reportFormats} from '../../source/checks/reporters/report-formats.ts';
import {makePlace} from '../e2e/place.ts';

const good = '  - name: Good\n    command: echo well\n    expect: {stdout: well}\n    fix: x\n';
const bad = '  - name: Bad\n    command: exit 3\n    expect: {exit: 0}\n    fix: x\n';
const quick = '  - name: Quick\n    command: echo slow\n    warn: {stdout: quick}\n    fix: x\n';

function checks(...entries: readonly string[]): string {
  return `system: Pay\nchecks:\n${entries.join('')}`;
}

const beginnings = {
  text: /^Pay · handoff\.yaml\n/,
  json: /^\{\n {2}"format": 1,/,
  junit: /^<\?xml version="1\.0"/,
  tap: /^TAP version 14\n1\.\.1\n/,
  nagios: /^HANDOFF OK - Pay; 1 of 1 checks pass \| pass=1;/,
  prometheus: /^# HELP handoff_/,
  markdown: /^## Checks of Pay\n/,
} satisfies Record<(typeof reportFormats)[number], RegExp>;

test('every format can be asked for, and prints the report and nothing else', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(good));
  await place.run(['trust', 'handoff.yaml', '--yes']);
  const endings = await Promise.all(
    reportFormats.map((format) =>
      place.run(['check', '--file', 'handoff.yaml', '--format', format]),
    ),
  );
  for (const [index, {exitCode, stdout, stderr}] of endings.entries()) {
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
    expect(stdout).toMatch(beginnings[reportFormats[index] ?? 'text']);
    expect(stdout).not.toContain('Kept with');
  }
});

test('a format that does not exist is refused with those that do', async () => {
  await using place = makePlace();
  const {exitCode, stderr} = await place.run(['check', '--format', 'xml']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(reportFormats.join(', '));
  expect(new Option('--format <x>').choices([...reportFormats]).argChoices).toEqual(reportFormats);
});

test('--out takes the report whole, and the terminal still gets the text', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks(good));
  const args = ['check', '--file', 'handoff.yaml', '--trust', '--format', 'junit'];
  expect((await place.run([...args, '--out', 'report.xml'])).exitCode).toBe(0);
  const {exitCode, stdout} = await place.run([...args, '--out', 'report.xml']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(beginnings.text);
  expect(await readFile(path.join(place.workspace, 'report.xml'), 'utf8')).toMatch(
    beginnings.junit,
  );
});

test('a report that could not be written is told before anything runs', async () => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    checks('  - name: A\n    command: touch ran\n    expect: {exit: 0}\n'),
  );
  const {exitCode, stderr} = await place.run([
    'check',
    '--file',
    'handoff.yaml',
    '--trust',
    '--out',
    'no/such/report',
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('no/such/report');
  await expect(readFile(path.join(place.workspace, 'ran'), 'utf8')).rejects.toThrow('ENOENT');
});

test.each([
  [[good], 0, 'OK'],
  [[good, quick], 1, 'WARNING'],
  [[good, bad], 2, 'CRITICAL'],
  [[good.replace('echo well', '[no-such-program]')], 3, 'UNKNOWN'],
] as const)(
  'as a Nagios plugin the run %# ends as the contract says',
  async (entries, code, word) => {
    await using place = makePlace();
    await place.write('handoff.yaml', checks(...entries));
    const {exitCode, stdout} = await place.run([
      'check',
      '--file',
      'handoff.yaml',
      '--trust',
      '--format',
      'nagios',
    ]);
    expect(exitCode).toBe(code);
    expect(stdout.startsWith(`HANDOFF ${word} - `)).toBe(true);
  },
);

test('a file that is wrong or not trusted is UNKNOWN to Nagios, in one line', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', 'checks:\n  - name: A\n    comand: a\n');
  const args = ['check', '--file', 'handoff.yaml', '--format', 'nagios'];
  const broken = await place.run([...args]);
  await place.write('handoff.yaml', checks(good));
  const untrusted = await place.run([...args]);
  for (const {exitCode, stdout} of [broken, untrusted]) {
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/^HANDOFF UNKNOWN - [^\n|]+\n$/);
  }
  expect(broken.stdout).toContain('handoff.yaml:3:5');
});
