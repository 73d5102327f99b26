import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

it('finds what an application starts by itself: whenever, rake, Sidekiq, Solid Queue', async () => {
  const found = await discoverIn({
    'config/schedule.rb': `set :output, "log/cron.log"
every 1.day, at: '4:30 am' do
  rake "billing:close"
  runner "Cart.expire"
end
every '0 0 27-31 * *' do # month end
  command "/usr/bin/report"
end
# every 1.hour do
#   rake "never:run"
# end
`,
    'config/sidekiq.yml': `:concurrency: 5
:scheduler:
  :schedule:
    mail_digest:
      cron: '0 7 * * 1'
      class: DigestWorker
    off_job:
      every: 10m
      class: OffWorker
      enabled: false
`,
    'config/recurring.yml':
      'production:\n  clear_finished:\n    command: "SolidQueue::Job.clear"\n    schedule: every hour at minute 12\n',
  });
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'clear_finished: SolidQueue::Job.clear', rhythm: 'every hour at minute 12'},
    {name: 'rake billing:close', rhythm: 'every 1.day, at 4:30 am'},
    {name: 'runner Cart.expire', rhythm: 'every 1.day, at 4:30 am'},
    {name: 'command /usr/bin/report', rhythm: 'every 0 0 27-31 * *'},
    {name: 'mail_digest: DigestWorker', rhythm: '0 7 * * 1'},
    {name: 'off_job: OffWorker', rhythm: '10m; off'},
  ]);
  expect(found.problems).toEqual([]);
});
