import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {actionOf, problemsOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {serveDns} from '../servers/dns-server.ts';
import type {RunningServer} from '../servers/http-servers.ts';

let folder: ChecksFolder;
let server: RunningServer;
let silent: RunningServer;

beforeAll(async () => {
  folder = await createChecksFolder();
  silent = await serveDns();
  server = await serveDns({
    'A pay.example': ['10.0.0.2', '10.0.0.1'],
    'A xn--mller-kva.example': ['10.0.0.3'],
    'AAAA pay.example': ['2001:db8:0:0:0:0:0:1'],
    'CNAME www.example': ['Pay.Example'],
    'MX example': ['20 second.example', '10 mail.example'],
    'TXT example': ['v=spf1 |-all', 'Token=AbC'],
    'SRV _sip._tcp.example': ['0 5 5060 sip.example'],
    'NS example': ['ns1.example', 'ns2.example'],
    'PTR 1.0.0.10.in-addr.arpa': ['pay.example'],
    'A broken.example': 2,
    'A secret.example': 5,
  });
});

afterAll(async () => {
  await server.close();
  await silent.close();
  await folder[Symbol.asyncDispose]();
});

const dns = (name: string, type: string, at = server) =>
  `dns: {name: "${name}", type: ${type}, server: "127.0.0.1:${at.port}"}`;

describe('answers are judged', () => {
  test.each([
    ['pay.example', 'A', '[10.0.0.1, 10.0.0.2]'],
    ['pay.example', 'A', '{contains: 10.0.0.2}'],
    ['pay.example', 'A', '{all: /^10\\./}'],
    ['PAY.example.', 'A', '{any: 10.0.0.1}'],
    ['müller.example', 'A', '10.0.0.3'],
    ['pay.example', 'AAAA', '"2001:0DB8::1"'],
    ['www.example', 'CNAME', 'pay.example.'],
    ['www.example', 'CNAME', '{all: /^pay/}'],
    ['example', 'MX', '[10 mail.example, 20 second.example]'],
    ['example', 'MX', '{any: {contains: mail.example}}'],
    ['example', 'TXT', '{contains: v=spf1 -all}'],
    ['_sip._tcp.example', 'SRV', '0 5 5060 sip.example'],
    ['example', 'NS', '[ns2.example, ns1.example]'],
    ['10.0.0.1', 'PTR', 'pay.example'],
    ['1.0.0.10.in-addr.arpa', 'PTR', 'pay.example'],
  ])('%s %s answers %s', async (name, type, answers) => {
    const result = await folder.check(`${dns(name, type)}\nexpect: {answers: ${answers}}`);
    expect(result).toMatchObject({
      outcome: 'pass',
      target: `${type} ${name} at 127.0.0.1:${server.port}`,
    });
  });

  test.each([
    ['pay.example', 'A', '10.0.0.1', 'exactly "10.0.0.1", was "10.0.0.1", "10.0.0.2"'],
    [
      'pay.example',
      'A',
      '{contains: [10.0.0.1, 10.0.0.9]}',
      '"10.0.0.1" in it and "10.0.0.9" in it, was "10.0.0.1", "10.0.0.2"',
    ],
    ['example', 'TXT', '{any: token=abc}', undefined],
    ['www.example', 'CNAME', '{not: {any: /EXAMPLE/}}', undefined],
  ])('%s %s does not answer %s', async (name, type, answers, told) => {
    const result = await folder.check(`${dns(name, type)}\nexpect: {answers: ${answers}}`);
    expect(result.outcome).toBe('fail');
    expect(result.message).toContain(told === undefined ? '' : `answers: expected ${told}`);
  });

  test('by count and latency, with the answers as evidence', async () => {
    const result = await folder.check(
      `${dns('pay.example', 'A')}\nexpect: {count: 2, latency: {below: 1h}}\nwarn: {count: {above: 2}}`,
    );
    expect(result).toMatchObject({
      outcome: 'warn',
      message: 'count: expected above 2, was 2',
      output: {
        text: `A pay.example, asked the name server 127.0.0.1:${server.port}:\n10.0.0.1\n10.0.0.2\n`,
      },
    });
  });
});

describe('nothing found', () => {
  test.each([
    ['none.example', 'A', 'there is no such name (NXDOMAIN)'],
    ['pay.example', 'MX', 'the name has no MX record'],
  ])('%s %s fails with the reason, and passes where it is wanted', async (name, type, reason) => {
    const wanted = await folder.check(`${dns(name, type)}\nexpect: {latency: {below: 1h}}`);
    const unwanted = await folder.check(`${dns(name, type)}\nexpect: {resolves: false}`);
    expect(wanted).toMatchObject({
      outcome: 'fail',
      message: `resolves: expected true, was false (${reason})`,
    });
    expect(unwanted.outcome).toBe('pass');
  });

  test.each([
    ['broken.example', 'it could not find out (SERVFAIL)'],
    ['secret.example', 'it refuses to answer this question (REFUSED)'],
  ])('%s: an error is no proof that there is no such name', async (name, reason) => {
    const result = await folder.check(`${dns(name, 'A')}\nexpect: {resolves: false}`);
    expect(result).toMatchObject({
      outcome: 'fail',
      message: `The name server 127.0.0.1:${server.port} gave an error about ${name}: ${reason}.`,
    });
  });

  test('a given server on which nothing listens fails', async () => {
    const closed = await serveDns({});
    await closed.close();
    const result = await folder.check(
      `${dns('pay.example', 'A', closed)}\nexpect: {resolves: false}`,
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: `The name server 127.0.0.1:${closed.port} did not answer about pay.example: nothing listens there.`,
    });
  });

  test('a server that says nothing fails when time is up', async () => {
    const result = await folder.check(
      `${dns('pay.example', 'A', silent)}\nexpect: {resolves: false}\ntimeout: 200ms`,
    );
    expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 200 ms.'});
  });

  test('a server that cannot be found fails', async () => {
    const result = await folder.check(
      'dns: {name: pay.example, server: a..b}\nexpect: {resolves: true}',
    );
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'The name server a..b cannot be asked: the name was not found (ENOTFOUND).',
    });
  });
});

describe('a mistake is told with its place', () => {
  const good = 'expect: {resolves: true}';

  test.each([
    [
      'a URL',
      'dns: https://pay.example',
      good,
      '3:10 | This is neither a domain name, such as pay.example.com, nor an address.',
    ],
    ['misspelt key', 'dns: {name: h, sever: x}', good, '3:20 | Unknown key "sever". | server'],
    [
      'unknown type',
      'dns: {name: h, type: mx}',
      good,
      '3:26 | "type" is one of: A, AAAA, CNAME, MX, TXT, SRV, NS, PTR. | MX',
    ],
    [
      'type of an address',
      'dns: {name: 10.0.0.1, type: A}',
      good,
      '3:33 | An address has only the name behind it: leave out the type, or write PTR.',
    ],
    [
      'bad server',
      'dns: {name: h, server: "h:0"}',
      good,
      '3:28 | Write a server as host or host:port, such as 10.0.0.2:53.',
    ],
    [
      'misspelt subject',
      'dns: h',
      'expect: {answer: x}',
      '4:14 | A dns check has no "answer" to look at. It has: resolves, answers, count, latency. | answers',
    ],
    [
      'number for a list',
      'dns: h',
      'expect: {answers: {above: 2}}',
      '4:31 | "answers" is a list, so it is not compared with a number.',
    ],
  ])('%s', async (_name, line, claims, problem) => {
    expect(await problemsOf(folder, line, claims)).toEqual([problem]);
  });

  test.each([
    [
      'dns: pay.example',
      "A pay.example | ask this machine's name servers for the A records of pay.example",
    ],
    ['dns: "::1"', "PTR ::1 | ask this machine's name servers for the PTR records of ::1"],
    [
      'dns: {name: h, server: "::1"}',
      'A h at [::1]:53 | ask the name server [::1]:53 for the A records of h',
    ],
  ])('and %s tells what it would do', async (line, action) => {
    expect(await actionOf(folder, line, good)).toBe(action);
  });
});
