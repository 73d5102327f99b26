import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

it('finds each job of users and of the system, and none that is commented', async () => {
  const found = await discoverIn({
    crontab:
      'MAILTO=ops@example.com\n#0 1 * * * old.sh\n*/5 * * * * /opt/poll.sh --fast\n@daily PGPASSWORD=hunter2horse pg_dump shop\nnonsense\n',
    'etc/cron.d/backup':
      'SHELL=/bin/sh\n30 2 * * 1-5 postgres /usr/local/bin/backup.sh > /dev/null\n',
    'docs/crontab': '0 0 * * * example\n',
  });
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: '/opt/poll.sh --fast', rhythm: '*/5 * * * *'},
    {name: 'PGPASSWORD=[redacted: password]', rhythm: '@daily'},
    {name: '/usr/local/bin/backup.sh > /dev/null, as postgres', rhythm: '30 2 * * 1-5'},
  ]);
  expect(found.problems).toEqual([
    {file: 'crontab', line: 5, message: 'This is no line of a crontab.'},
  ]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});
