import {describe, expect, test} from 'vitest';
import {timeAt} from '../../../source/checks/kinds/log/log-time.ts';

const now = new Date('2026-03-01T10:00:00Z');
const utc = Date.parse('2026-03-01T09:12:03Z');
const local = new Date(2026, 2, 1, 9, 12, 3).getTime();

/** Lines as the programs themselves write them; each is of the same second. */
const lines: readonly (readonly [string, string, number])[] = [
  ['RFC 3339', '2026-03-01T09:12:03Z started', utc],
  ['with an offset', '2026-03-01T10:12:03+01:00 started', utc],
  ['Python', '2026-03-01 09:12:03,000 ERROR app: no', local],
  ['PostgreSQL', '2026-03-01 09:12:03.000 UTC [123] LOG:  ready', utc],
  ['nginx error', '2026/03/01 09:12:03 [error] 31#31: *1 open() failed', local],
  ['Spring with its level first', 'ERROR 2026-03-01 09:12:03.000 [main] c.e.App', local],
  ['syslog', 'Mar  1 09:12:03 host app[1]: no', local],
  ['RFC 5424', '<34>1 2026-03-01T09:12:03.000Z host app - ID47 - no', utc],
  ['nginx access', '10.0.0.7 - - [01/Mar/2026:09:12:03 +0000] "GET / HTTP/1.1" 500 1', utc],
  [
    'access with a user',
    '::1 - jo smith [01/Mar/2026:10:12:03 +0100] "GET /" 200 1 "-" "curl"',
    utc,
  ],
  [
    'Apache vhost access',
    'shop.example:443 10.0.0.7 - - [01/Mar/2026:09:12:03 +0000] "GET /"',
    utc,
  ],
  ['Apache error', '[Sun Mar 01 09:12:03.000000 2026] [core:error] [pid 7] no', local],
  ['ctime', 'Sun Mar  1 09:12:03 2026 started', local],
  ['date', 'Sun Mar  1 09:12:03 UTC 2026', local],
  ['RFC 2822', 'Sun, 01 Mar 2026 09:12:03 +0000 - started', utc],
  ['BIND', '01-Mar-2026 09:12:03.000 client @0x7f: no', local],
  ['Redis', '1234:M 01 Mar 2026 09:12:03.000 * Ready to accept connections', local],
  ['java.util.logging', 'Mar 01, 2026 9:12:03 AM com.example.App main', local],
  ['Europe', '01.03.2026 09:12:03 FEHLER', local],
  ['Europe with a comma', '1.3.2026, 09:12:03: FEHLER', local],
  ['klog', 'I0301 09:12:03.000000       1 controller.go:42] synced', local],
  ['JSON time', '{"level":"error","time":"2026-03-01T09:12:03Z","msg":"no"}', utc],
  ['JSON ts', '{"level":"error","ts":1772356323.0,"msg":"no"}', utc],
  ['JSON @timestamp', '{"@timestamp":"2026-03-01T09:12:03.000Z","log.level":"ERROR"}', utc],
  ['JSON milliseconds', '{"level":50,"time":1772356323000,"pid":1}', utc],
  ['JSON nanoseconds', '{"time":1772356323000000000,"msg":"no"}', utc],
  ['logfmt', 'level=error ts=2026-03-01T09:12:03Z caller=main.go:1 msg="no"', utc],
  ['logfmt in quotes', 'time="2026-03-01T09:12:03Z" level=error msg=no', utc],
  ['squid', '1772356323.000    45 10.0.0.7 TCP_MISS/200', utc],
  ['compose', 'web-1  | 2026-03-01T09:12:03Z ERROR no', utc],
  ['compose before JSON', 'web-1  | {"time":"2026-03-01T09:12:03Z"}', utc],
  [
    'compose before an access log',
    'proxy_1 | 10.0.0.7 - - [01/Mar/2026:09:12:03 +0000] "GET /"',
    utc,
  ],
  ['kubectl --prefix', '[pod/web-1/app] 2026-03-01T09:12:03Z ERROR no', utc],
];

describe('clocks of logs', () => {
  test.each(lines)('%s', (_name, line, time) => {
    expect(timeAt(line, 0, now)).toBe(time);
    expect(timeAt(`first line\n${line}\nnext`, 11, now)).toBe(time);
  });

  test.each([
    ['a stack', '    at main (app.js:12:3)'],
    ['a number', '42 things done'],
    ['an id', '1772356323000000000000001 is no time'],
    ['an address', '10.0.0.7 - - no bracket'],
    ['another day of JSON', '{"message":"it was 2026-03-01T09:12:03Z"}'],
    ['which is which', '03/01/2026 09:12:03 month or day first'],
    ['no month', '2026-13-01 09:12:03 no'],
    ['nothing', ''],
  ])('%s has none', (_name, line) => {
    expect(timeAt(line, 0, now)).toBeUndefined();
  });
});
