import {gzipSync} from 'node:zlib';
import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {
  appendFile,
  copyFile,
  mkdir,
  rename,
  rm,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {timeAt} from '../../../source/checks/kinds/log/log-time.ts';
import type {CheckResult, LogPositions} from '../../../source/checks/check-result.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

const folder: ChecksFolder = await createChecksFolder();
let file = '';
let count = 0;

beforeEach(async () => {
  count += 1;
  file = path.join(folder.path, `logs-${count}`, 'app.log');
  await mkdir(path.join(file, '..'));
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const now = new Date('2026-03-01T10:00:00Z');

/** A time so many minutes ago. */
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const pad = (number: number) => String(number).padStart(2, '0');

/** As a program writes it that knows only the local time. */
function local(date: Date, dash = '-'): string {
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join(dash);
  return `${day} ${clock(date)}`;
}

function clock(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(':');
}

function syslog(date: Date): string {
  const month = date.toLocaleString('en', {month: 'short'});
  return `${month} ${String(date.getDate()).padStart(2)} ${clock(date)}`;
}

/** The lines with "hit" that a check since an hour ago saw. */
async function hits(text: string, since = '1h'): Promise<readonly [string, CheckResult]> {
  await writeFile(file, text);
  const result = await folder.check(
    `log: {path: ${file}, since: ${since}}\nexpect: {matches: {pattern: /hit/, count: {at_least: 0}}}`,
    {now: () => now},
  );
  return [[...(result.output?.text ?? '').matchAll(/hit\d/g)].join(' '), result];
}

describe('the time of a line is read', () => {
  test.each([
    ['2026-03-01T09:12:00Z x', '2026-03-01T09:12:00.000Z'],
    ['2026-03-01T09:12:00.123456Z', '2026-03-01T09:12:00.123Z'],
    ['2026-03-01T11:12:00+02:00', '2026-03-01T09:12:00.000Z'],
    ['2026-03-01 04:12:00,5 -0500 x', '2026-03-01T09:12:00.500Z'],
    ['2026-03-01 09:12:00 UTC [1] LOG:', '2026-03-01T09:12:00.000Z'],
    ['[2026-03-01T09:12:00Z] x', '2026-03-01T09:12:00.000Z'],
    ['<165>1 2026-03-01T09:12:00Z host', '2026-03-01T09:12:00.000Z'],
    ['2026-03-01T09:12Z', '2026-03-01T09:12:00.000Z'],
    [`${local(ago(48))} x`, ago(48).toISOString()],
    [`${local(ago(48), '/')} [error]`, ago(48).toISOString()],
    [`${syslog(ago(48))} host app[1]: x`, ago(48).toISOString()],
    [`<13>${syslog(ago(48))} host`, ago(48).toISOString()],
    [`${syslog(ago(-60 * 24 * 200))} of last year`, ago(60 * 24 * 165).toISOString()],
  ])('%s', (line, time) => {
    const read = timeAt(`before\n${line}\n2025-01-01T00:00:00Z`, 'before\n'.length, now);
    expect(new Date(read ?? 0).toISOString()).toBe(time);
  });

  test.each([
    '',
    'x 2026-03-01T09:12:00Z',
    '2026-13-01T09:12:00Z',
    '2026-03-01',
    'Mai  1 09:12:00',
    '12:00:00',
  ])('%j has none', (line) => {
    expect(timeAt(line, 0, now)).toBeUndefined();
  });
});

describe('since a time', () => {
  test('only newer lines count, and those without a time belong to the line before', async () => {
    const [seen, result] = await hits(
      [
        `${ago(90).toISOString()} hit1`,
        '  at hit2',
        `${ago(60).toISOString()} hit3 exactly`,
        '  at hit4',
        `${ago(61).toISOString()} hit5, written late`,
        '  at hit6',
        `${ago(1).toISOString()} nothing`,
        '  at hit7',
        '',
      ].join('\n'),
    );
    expect(seen).toBe('hit3 hit4 hit7');
    expect(result.findings[0]?.actual).toMatch(/^3 lines.*\(of the last 1 h\)$/);
  });

  test('lines before the first time belong to it', async () => {
    const [recent] = await hits(`hit1\n${ago(1).toISOString()} hit2\n`);
    const [old] = await hits(`hit1\n${ago(100).toISOString()} hit2\n`);
    expect([recent, old]).toEqual(['hit1 hit2', '']);
  });

  test('a long stack is followed back over many lines, whatever is in between', async () => {
    const filler = '  at nowhere\n'.repeat(20_000);
    const [seen] = await hits(
      `${ago(100).toISOString()} a\n${filler}  hit1\n${ago(1).toISOString()} b\n${filler}  hit2\n`,
    );
    expect(seen).toBe('hit2');
  });

  test('a line of megabytes has the time with which it begins', async () => {
    const long = 'x'.repeat(2_500_000);
    const [seen] = await hits(
      `${ago(100).toISOString()} ${long} hit1\n${ago(1).toISOString()} ${long} hit2\n  hit3\n`,
    );
    // Of a long line the evidence shows the beginning of the piece with the match.
    expect(seen).toContain('hit3');
    expect(seen).not.toContain('hit1');
  });

  test('a log without times is unknown, an empty one is not', async () => {
    const [, without] = await hits('hit1\nhit2\n');
    expect(without).toMatchObject({
      outcome: 'unknown',
      message: expect.stringMatching(/^No line begins with a time/),
    });
    const [, empty] = await hits('');
    expect(empty.outcome).toBe('pass');
  });

  test('a log rotated since then is read with its older part', async () => {
    await writeFile(`${file}.1`, `${ago(80).toISOString()} hit1\n${ago(40).toISOString()} hit2\n`);
    await writeFile(
      `${file}.2`,
      `${ago(50).toISOString()} hit3, though the file says it is older\n`,
    );
    await utimes(`${file}.1`, ago(40), ago(40));
    await utimes(`${file}.2`, ago(90), ago(90));
    await writeFile(`${file}.bak`, `${ago(1).toISOString()} hit4\n`);
    const [seen] = await hits(`${ago(30).toISOString()} hit5\n`);
    expect(seen).toBe('hit2 hit5');
  });

  test('an older part that was compressed is read too', async () => {
    const older = `${ago(80).toISOString()} hit1\n${ago(40).toISOString()} hit2\n`;
    await writeFile(`${file}.1.gz`, gzipSync(older));
    await utimes(`${file}.1.gz`, ago(40), ago(40));
    const [seen] = await hits(`${ago(30).toISOString()} hit3\n`);
    expect(seen).toBe('hit2 hit3');
  });

  test('what a command prints is judged alike', async () => {
    await writeFile(file, `${ago(90).toISOString()} hit1\n${ago(30).toISOString()} hit2\n`);
    const result = await folder.check(
      `log: {command: [cat, ${file}], since: 1h}\nexpect: {forbid: /hit1/, require: /hit2/}`,
      {now: () => now},
    );
    expect(result.outcome).toBe('pass');
  });
});

describe('since the last run', () => {
  let positions: LogPositions = {};

  /** The hits that the next run sees; the run after it goes on from there. */
  async function next(): Promise<string> {
    const result = await look();
    const {name, logPosition} = result;
    if (logPosition) positions = {...positions, [name]: logPosition};
    return [...(result.output?.text ?? '').matchAll(/hit\d/g)].join(' ');
  }

  async function look(): Promise<CheckResult> {
    return folder.check(
      `log: {path: ${file}, since: last-run}\nexpect: {matches: {pattern: /hit/, count: {at_least: 0}}}`,
      {logPositions: positions},
    );
  }

  beforeEach(() => {
    positions = {};
  });

  test('the first run sees everything, the next only what came', async () => {
    await writeFile(file, 'hit1\nhit2\n');
    expect(await next()).toBe('hit1 hit2');
    expect(await next()).toBe('');
    await appendFile(file, 'hit3\n');
    expect(await next()).toBe('hit3');
    expect((await look()).findings[0]?.actual).toMatch(/\(since the last run\)$/);
  });

  test('a line that was not finished is seen whole', async () => {
    await writeFile(file, 'hit1\nhi');
    expect(await next()).toBe('hit1');
    await appendFile(file, 't2\n');
    expect(await next()).toBe('hit2');
  });

  test('nothing is lost by a rotation, nor by two', async () => {
    await writeFile(file, 'first hit1\n');
    await next();
    await appendFile(file, 'hit2\n');
    await rename(file, `${file}.1`);
    await writeFile(file, 'second hit3\n');
    expect(await next()).toBe('hit2 hit3');
    await appendFile(file, 'hit4\n');
    await rename(file, `${file}.2`);
    await utimes(`${file}.2`, 1, 1);
    await writeFile(`${file}.1`, 'third hit5\n');
    await writeFile(file, 'fourth hit6\n');
    expect(await next()).toBe('hit4 hit5 hit6');
    expect(await next()).toBe('');
  });

  test('nothing is lost by copying and emptying', async () => {
    await writeFile(file, 'first hit1\n');
    await next();
    await appendFile(file, 'hit2\n');
    await copyFile(file, `${file}-20260301`);
    await truncate(file);
    await appendFile(file, 'second hit3\n');
    expect(await next()).toBe('hit2 hit3');
  });

  test('an emptied log is read from its beginning, also when it has grown longer since', async () => {
    await writeFile(file, 'first hit1\n');
    await next();
    await truncate(file);
    await appendFile(file, 'second hit2\nand more than before\n');
    const result = await look();
    expect(result.findings[0]?.actual).toMatch(/1 line.*hit2.*rotated or emptied/);
    expect(await next()).toBe('hit2');
  });

  test('a check that could not read it goes on from where it was', async () => {
    await writeFile(file, 'hit1\n');
    await next();
    await rename(file, `${file}.away`);
    expect((await look()).outcome).toBe('unknown');
    await next();
    await rename(`${file}.away`, file);
    await appendFile(file, 'hit2\n');
    expect(await next()).toBe('hit2');
  });

  test('the position of another log is not taken', async () => {
    await writeFile(file, 'hit1\n');
    await next();
    await rm(file);
    file = path.join(file, '..', 'other.log');
    await writeFile(file, 'hit2\n');
    expect(await next()).toBe('hit2');
  });
});

test('a long log is hashed as a whole', async () => {
  const bytes = Buffer.alloc(70 * 1024 * 1024, 'a line of a log that is long\n');
  bytes.write('hit1', bytes.length - 4);
  await writeFile(file, bytes);
  const result = await folder.check(`log: ${file}\nexpect: {require: /hit1$/}`);
  expect(result).toMatchObject({
    outcome: 'pass',
    output: {bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex')},
  });
});

test.each([
  ['{path: a, since: yesterday}', /"since" is a length of time, such as 1h, or last-run/],
  ['{path: a, since: 5}', /"since" is a length of time/],
  ['{command: a, since: last-run}', /last-run is for files/],
])('log: %s is refused', async (spec, message) => {
  await expect(folder.check(`log: ${spec}\nexpect: {forbid: /x/}`)).rejects.toThrow(message);
});
