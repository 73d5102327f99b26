import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

it('says how long logs are kept', async () => {
  const found = await discoverIn({
    'etc/logrotate.d/shop': `# /var/log/old.log {
"/var/log/shop/api.log" /var/log/shop/worker.log {
  daily
  rotate 14
  postrotate
    rotate 99
    systemctl reload shop
  endscript
}
/var/log/shop/audit.log
{
  monthly
  maxage 400
  maxsize 100M
}
`,
    'etc/logrotate.conf': 'weekly\nrotate 4\n/var/log/wtmp { }\n/var/log/open.log {\n  daily\n',
  });
  const rows = Object.values(rowsOf(found, 'data')).map(({place, retention}) => [place, retention]);
  expect(rows).toEqual([
    ['/var/log/wtmp', '4 old ones, a new one each week; logrotate deletes them'],
    ['/var/log/shop/api.log', '14 old ones, a new one each day; logrotate deletes them'],
    ['/var/log/shop/worker.log', '14 old ones, a new one each day; logrotate deletes them'],
    [
      '/var/log/shop/audit.log',
      'a new one each month, a new one from 100M, none older than 400 days; logrotate deletes them',
    ],
  ]);
  expect(found.problems).toEqual([
    {file: 'etc/logrotate.conf', line: 4, message: 'This is not closed.'},
  ]);
});
