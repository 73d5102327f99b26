import {expect, it} from 'vitest';
import {discoverIn, rowsOf} from '../discover-in.ts';

it('finds each process type, and names a line that is none', async () => {
  const found = await discoverIn({
    Procfile:
      '# comment\nweb: bundle exec puma -p $PORT\nworker: sidekiq -C config/sidekiq.yml\nrelease: rake db:migrate\nwhat\n',
  });
  expect(Object.values(rowsOf(found, 'components'))).toEqual([
    {name: 'web', place: 'process bundle exec puma -p $PORT'},
    {name: 'worker', place: 'process sidekiq -C config/sidekiq.yml'},
    {
      name: 'release',
      place: 'process rake db:migrate',
      purpose: 'runs once and ends, at each release',
    },
  ]);
  expect(found.problems).toEqual([
    {file: 'Procfile', line: 5, message: 'This is no process type with its command.'},
  ]);
});
