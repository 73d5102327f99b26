import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, copyFile, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {brotliCompressSync, gzipSync, zstdCompressSync} from 'node:zlib';
import {afterAll, describe, expect, test} from 'vitest';
import type {CheckResult} from '../../source/checks/check-result.ts';
import {hostsAddresses} from '../../source/checks/kinds/dns/hosts-file.ts';
import {createChecksFolder} from './checks-folder.ts';

const folder = await createChecksFolder();

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** How far the next run has read the log of the one check there is. */
const positionsOf = ({logPosition}: CheckResult) => (logPosition ? {it: logPosition} : {});

const place = (name: string) => path.join(folder.path, name);

/** The outcome of a check and what decided it. */
async function verdict(yaml: string) {
  const {outcome, message, findings} = await folder.check(yaml);
  return {outcome, message, actual: findings.findLast(({isMet}) => !isMet)?.actual};
}

describe('a condition over what was not seen is never a pass', () => {
  test('a crash in the middle of megabytes is seen', async () => {
    const crash =
      "command: 'seq 1 700000; echo CrashLoopBackOff; seq 1 700000'\nexpect: {stdout: {not: /CrashLoop/}}";
    expect(await verdict(crash)).toMatchObject({outcome: 'fail', actual: 'CrashLoopBackOff'});
  });

  test.each([
    ['{count: {of: /^7$/, is: 2}}', 'pass'],
    ['{count: {of: /^8$/, is: {below: 2}}}', 'fail'],
    ['/^1\\n2/', 'unknown'],
    ['{not: /1\\s+2/}', 'unknown'],
    ['{any: [/^1\\n2/, {contains: "699999"}]}', 'pass'],
    ['{length: {above: 5}}', 'unknown'],
    [`'/"[^"]*"/'`, 'unknown'],
    ['/^1$/m', 'pass'],
    ['/^1/', 'pass'],
    ['{not: /^2/}', 'pass'],
    ['7', 'fail'],
  ])('of a long output, %s is a %s', async (claim, outcome) => {
    const yaml = `command: seq 1 700000; seq 1 700000\nexpect: {stdout: ${claim}}`;
    expect(await verdict(yaml)).toMatchObject({outcome});
  });

  test.each([
    ['echo 12', '/^\\d+$/', 'pass'],
    ['echo 12', '{not: /2$/}', 'fail'],
    [`printf 'up\\r\\n\\r\\n'`, '/^up$/', 'pass'],
    ['echo 12; echo 13', '/^\\d+$/', 'fail'],
    ['seq 1 700000', '/700000$/', 'pass'],
    ['seq 1 700000', '{not: /0000$/}', 'fail'],
  ])(
    '%s: "$" stands before the last line end, as a person sees it, in %s',
    async (run, claim, outcome) => {
      expect(await verdict(`command: ${run}\nexpect: {stdout: ${claim}}`)).toMatchObject({outcome});
    },
  );

  test('what is packed was not looked at', async () => {
    await writeFile(place('page.gz'), gzipSync('all is well'));
    for (const claim of ['{not: /ERROR/}', '/well/'])
      expect(await verdict(`file: page.gz\nexpect: {content: ${claim}}`)).toMatchObject({
        outcome: 'unknown',
        actual: expect.stringMatching(/^not known: it is compressed \(gzip\)/),
      });
  });
});

describe('a log is read as it is written', () => {
  const text = `${'fine\n'.repeat(9000)}ERROR größer\nfine\n`;
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

  test.each([
    ['gzip', gzipSync(text)],
    ['two gzips', Buffer.concat([gzipSync('fine\n'), gzipSync(text)])],
    ['zstd', zstdCompressSync(text)],
    ['UTF-16', utf16],
    ['UTF-16 without a mark', utf16.subarray(2)],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16()],
    ['gzip of UTF-16', gzipSync(utf16)],
    ['latin 1', Buffer.from(text, 'latin1')],
    ['zeros before it', Buffer.concat([Buffer.alloc(5000), Buffer.from(text)])],
    ['UTF-8', Buffer.from(text)],
  ])('%s', async (_name, bytes) => {
    await writeFile(place('app.log'), bytes);
    expect(await verdict('log: app.log\nexpect: {forbid: /ERROR/}')).toMatchObject({
      outcome: 'fail',
      actual: '1 line, the first: ERROR größer',
    });
    expect(
      await verdict('log: app.log\nexpect: {forbid: /OTHER/, require: /größer/}'),
    ).toMatchObject({outcome: 'pass'});
  });

  test('an encoding that nothing tells is declared', async () => {
    // "エラー" in Shift JIS.
    await writeFile(place('sjis.log'), Buffer.from([0x83, 0x47, 0x83, 0x89, 0x81, 0x5b, 10]));
    const declared = 'log: {path: sjis.log, encoding: shift_jis}\nexpect: {forbid: /エラー/}';
    expect((await verdict(declared)).outcome).toBe('fail');
    const file = 'file: {path: sjis.log, encoding: shift_jis}\nexpect: {content: エラー}';
    expect((await verdict(file)).outcome).toBe('pass');
  });

  test.each([
    ['bzip2', Buffer.from('425a683931415926', 'hex'), /compressed \(bzip2\)/],
    ['xz', Buffer.from('fd377a585a000004', 'hex'), /compressed \(xz\)/],
    ['damaged gzip', gzipSync(text).subarray(0, 60), /cannot be unpacked/],
    [
      'binary',
      Buffer.concat([Buffer.from('\u007fELF\u0002\u0001\u0001'), Buffer.alloc(900, 'a\0b\u0001c')]),
      /is binary/,
    ],
  ])('%s is unknown, and says why', async (_name, bytes, reason) => {
    await writeFile(place('packed.log'), bytes);
    expect(await verdict('log: packed.log\nexpect: {forbid: /ERROR/}')).toMatchObject({
      outcome: 'unknown',
      actual: expect.stringMatching(reason),
    });
  });

  test('brotli has no mark of its own, and is no text', async () => {
    await writeFile(place('app.br'), brotliCompressSync(text));
    expect((await verdict('log: app.br\nexpect: {require: /fine/}')).outcome).not.toBe('pass');
  });

  test('what a log lost since the last run is unknown once', async () => {
    const yaml = 'log: {path: lost.log, since: last-run}\nexpect: {forbid: /ERROR/}';
    await writeFile(place('lost.log'), 'first\n');
    let positions = positionsOf(await folder.check(yaml));
    await writeFile(place('new.log'), 'second, another file\n');
    await rename(place('new.log'), place('lost.log'));
    const lost = await folder.check(yaml, {logPositions: positions});
    expect(lost).toMatchObject({
      outcome: 'unknown',
      message: expect.stringMatching(/is not found/),
    });
    positions = positionsOf(lost);
    expect((await folder.check(yaml, {logPositions: positions})).outcome).toBe('pass');
  });

  test('a part that was rotated and packed since the last run is read on', async () => {
    const yaml = 'log: {path: turned.log, since: last-run}\nexpect: {forbid: /ERROR/}';
    await writeFile(place('turned.log'), 'first\n');
    const positions = positionsOf(await folder.check(yaml));
    await writeFile(place('turned.log.1.gz'), gzipSync('first\nERROR second\n'));
    await writeFile(place('turned.log'), 'third\n');
    const result = await folder.check(yaml, {logPositions: positions});
    expect(result).toMatchObject({outcome: 'fail', message: expect.stringMatching(/ERROR second/)});
  });
});

describe('judged is what a person sees', () => {
  test.each([
    ["printf '\\033[32mOK\\033[0m\\n'", 'stdout: OK'],
    ["printf 'at 10%%\\rat 100%%\\n'", 'stdout: at 100%'],
    ['printf \'\\033]0;title\\007{"a": "\\033[1mb\\033[0m"}\'', 'json: {$.a: b}'],
    ["printf '12G\\n'", 'stdout: {above: 10GiB}'],
    ["printf '1,024\\n'", 'stdout: 1024'],
    ["printf '%s' '\\303\\234ber'", 'stdout: Über'],
    ["printf '\\334ber'", 'stdout: Über'],
  ])('%s: %s', async (command, claim) => {
    const yaml = `command: ${JSON.stringify(command)}\nexpect: {${claim}}`;
    expect(await verdict(yaml.replace("'%s' '", "'"))).toMatchObject({outcome: 'pass'});
  });

  test('as it came, where that is asked for', async () => {
    const run = JSON.stringify("printf '\\033[32mOK\\033[0m\\n'");
    const look = async (claim: string) =>
      verdict(`command: {run: ${run}, raw: true}\nexpect: {stdout: ${claim}}`);
    expect((await look('OK')).outcome).toBe('fail');
    expect((await look('"/\\\\x1b\\\\[32mOK/"')).outcome).toBe('pass');
  });

  test('a log in colours, also in the middle of a word', async () => {
    await writeFile(
      place('colour.log'),
      'a\n\u001B[31mERR\u001B[1mOR\u001B[0m at start\nprogress\rERROR too\n',
    );
    expect(
      await verdict('log: colour.log\nexpect: {matches: {pattern: /ERROR/, count: 2}}'),
    ).toMatchObject({
      outcome: 'pass',
    });
    const raw =
      'log: {path: colour.log, raw: true}\nexpect: {matches: {pattern: /ERROR/, count: 1}}';
    expect((await verdict(raw)).outcome).toBe('pass');
  });
});

describe('programs and names', () => {
  test('a service that the same script started is seen', async () => {
    const service = place('myservice');
    await copyFile('/bin/sleep', service);
    await chmod(service, 0o755);
    // Not detached: it is of the same process group as this program.
    const child = spawn(service, ['60'], {stdio: 'ignore'});
    await once(child, 'spawn');
    try {
      expect((await verdict('process: "myservice "')).outcome).toBe('pass');
      expect((await verdict('process: {pattern: /myservice 60/}')).outcome).toBe('pass');
    } finally {
      child.kill();
      await once(child, 'exit');
    }
    expect((await verdict('process: myservice')).outcome).toBe('fail');
  });

  test('a name of the hosts file is found in it, however it is written', async () => {
    const hosts = await readFile('/etc/hosts', 'utf8').catch(() => '');
    const isThere = /^[^#\n]*\slocalhost\b/m.test(hosts);
    const found = await hostsAddresses('LOCALHOST.');
    expect(found.length > 0).toBe(isThere);
    expect(await hostsAddresses('no.such.name.invalid')).toEqual([]);
  });

  test('a word of bash says what to do, whatever the exit code', async () => {
    const message = expect.stringMatching(/"\[\[" belongs to bash.*Write \[ … \]/);
    const unknown = {outcome: 'unknown', message};
    expect(await verdict('command: "[[ -f x ]]"\nexpect: {exit: 0}')).toMatchObject(unknown);
    expect(
      await verdict('command: "if [[ -f x ]]; then echo bad; fi"\nexpect: {stdout: {not: bad}}'),
    ).toMatchObject(unknown);
  });

  test('a script of Windows, and one without its interpreter', async () => {
    for (const [name, text] of [
      ['windows.sh', '#!/bin/sh\r\necho hello\r\n'],
      ['gone.sh', '#!/opt/none/bin/python9\nprint(1)\n'],
    ] as const) {
      await writeFile(place(name), text);
      await chmod(place(name), 0o755);
    }
    const windows = {
      outcome: 'unknown',
      message: expect.stringMatching(/line ends of Windows.*sed -i/),
    };
    expect(await verdict('command: ./windows.sh\nexpect: {exit: 0}')).toMatchObject(windows);
    expect(await verdict('command: [./windows.sh]\nexpect: {exit: 0}')).toMatchObject(windows);
    expect(await verdict('command: [./gone.sh]\nexpect: {exit: 0}')).toMatchObject({
      outcome: 'unknown',
      message: expect.stringMatching(
        /wants \/opt\/none\/bin\/python9, which is not on this machine/,
      ),
    });
  });

  test('a program with a blank behind its name', async () => {
    expect((await verdict('command: ["echo ", x]\nexpect: {stdout: x}')).outcome).toBe('pass');
  });
});
