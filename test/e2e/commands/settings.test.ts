import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

test.concurrent('settings keeps holidays in order, and handoffs started from then on know them', async () => {
  await using place = makePlace();
  const added = await place.run(['settings', 'holidays', '--add', '2026-12-25', '2026-12-24']);
  expect(added.exitCode).toBe(0);
  expect(added.stdout).toContain('2026-12-24  Thu 24 Dec 2026\n  2026-12-25  Fri 25 Dec 2026');
  await place.run(['settings', 'holidays', '--remove', '2026-12-24']);
  const shown = JSON.parse((await place.run(['settings', 'show', '--json'])).stdout) as object;
  expect(shown).toMatchObject({holidays: ['2026-12-25'], trusted: []});

  const {stdout} = await place.run(['new', '--customer', 'A', '--system', 'B', '--json']);
  const {id} = JSON.parse(stdout) as {id: string};
  const {journal} = await place.stored(id);
  expect(journal.map(({type}) => type)).toEqual(['handoff/created', 'calendar/set']);
  expect(JSON.parse((await place.run(['status', '--json'])).stdout)).toMatchObject({
    holidays: ['2026-12-25'],
  });
});

test.concurrent('settings take the weekend of the place and days that are worked, and a handoff begins with them', async () => {
  await using place = makePlace();
  expect((await place.run(['settings', 'weekend'])).stdout).toContain(
    'Weekend: Saturday and Sunday. Business days are Monday to Friday.',
  );
  const set = await place.run(['settings', 'weekend', 'Fri', 'sat']);
  expect(set.stdout).toContain(
    'Weekend: Friday and Saturday. Business days are Sunday to Thursday.',
  );
  const worked = await place.run(['settings', 'worked', '--add', '2026-12-26', '2026-12-27']);
  expect(worked.stdout).toContain('Sun 27 Dec 2026');
  expect(worked.stdout).toContain('is a business day anyway');
  const none = await place.run(['settings', 'holidays', '--add', '2026-12-26']);
  expect(none.stdout).toContain('is worked all the same');
  await place.run(['settings', 'holidays', '--remove', '2026-12-26']);
  expect(JSON.parse((await place.run(['settings', '--json'])).stdout)).toMatchObject({
    weekend: ['friday', 'saturday'],
    worked: ['2026-12-26', '2026-12-27'],
  });

  await place.start();
  const status = await place.run(['status']);
  expect(status.stdout).toContain('Business days are Sunday to Thursday');
  expect((await place.run(['settings', 'weekend', 'none'])).stdout).toContain(
    'Weekend: none. Business days are every day.',
  );
  expect((await place.run(['status'])).stdout).toContain('Business days are Sunday to Thursday');
});

test.concurrent('a handoff has business days of its own, whatever the settings say', async () => {
  await using place = makePlace();
  const id = await place.start();
  const own = await place.run(['settings', 'weekend', 'sun', '--handoff', id]);
  expect(own.stdout).toContain(
    `Weekend: Sunday. Business days are Monday to Saturday.\nHolidays: none.\nThey count for ${id}`,
  );
  await place.run(['settings', 'holidays', '--add', '2026-12-25', '--handoff', id]);
  expect(JSON.parse((await place.run(['status', '--json'])).stdout)).toMatchObject({
    weekend: ['sunday'],
    holidays: ['2026-12-25'],
    worked: [],
    hasOwnCalendar: true,
  });
  expect((await place.run(['settings'])).stdout).toContain('Weekend: Saturday and Sunday.');
  const {exitCode, stderr} = await place.run(['settings', 'worked', '--handoff', 'nobody']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('nobody');
});

test.concurrent('settings name changes who acts', async () => {
  await using place = makePlace();
  expect((await place.run(['settings', 'name', '  Jordan   Ruiz '])).stdout).toContain(
    'You act as Jordan Ruiz',
  );
  const {stdout} = await place.run(['new', '--customer', 'A', '--system', 'B', '--json']);
  const {id} = JSON.parse(stdout) as {id: string};
  expect((await place.stored(id)).journal[0]).toMatchObject({actor: 'Jordan Ruiz'});
});

test.concurrent.each([
  ['a day nobody can read', ['holidays', '--add', '03/04/2026'], '2026-04-03 or 2026-03-04'],
  ['a day that is not', ['holidays', '--add', '2026-02-30'], 'February 2026 has 28 days'],
  ['a day that is not there', ['holidays', '--remove', '2026-01-01'], 'not among the holidays'],
  ['no day of the week', ['weekend', 'fri', 'sab'], '"sab" is no day of the week'],
  ['two days in one', ['weekend', 't'], '"t" is no day of the week'],
  [
    'a week of nothing but days off',
    ['weekend', 'mon,tue,wed,thu,fri,sat,sun'],
    'no day left on which anybody works',
  ],
  ['a day that is not worked', ['worked', '--remove', '2026-01-01'], 'not among the days that'],
  ['an empty name', ['name', ' '], 'The name is empty'],
])('settings refuses %s and changes nothing', async (_, args, words) => {
  await using place = makePlace();
  const {exitCode, stderr} = await place.run(['settings', ...args]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(words);
  expect(await place.files(place.path)).not.toContain('store/settings.json');
});

test.concurrent('settings with holidays that are no list of days are told and left as they are', async () => {
  await using place = makePlace();
  await place.run(['settings', 'holidays', '--add', '2026-12-25']);
  const {writeFile, readFile} = await import('node:fs/promises');
  const file = `${place.home}/settings.json`;
  const broken = '{"schema": 1, "trusted": [], "holidays": "Christmas"}';
  await writeFile(file, '{"schema": 1, "trusted": [], "weekend": ["never"]}');
  expect((await place.run(['settings', 'weekend', 'fri'])).stderr).toContain('"weekend"');
  await writeFile(file, broken);
  const {exitCode, stderr} = await place.run(['settings', 'holidays', '--add', '2026-12-26']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('"holidays"');
  expect(await readFile(file, 'utf8')).toBe(broken);
});

test.concurrent('theme and plain signs are set, shown, refused in words, and drawn', async () => {
  await using place = makePlace();
  await place.start();
  expect((await place.run(['settings', 'theme', 'light'])).stdout).toContain('Theme: light');
  expect((await place.run(['settings', 'plain-signs', 'on'])).stdout).toContain('Plain signs: on');
  expect(await place.run(['settings', 'theme', 'mauve'])).toMatchObject({
    exitCode: 2,
    stderr: '"mauve" is no theme.\nThere are dark, light, plain and auto.\n',
  });
  await place.run(['settings', 'name', 'Jordan Ruiz']);
  await using wizard = place.open(['resume']);
  const rows = await wizard.waitFor('> . Validate every success criterion');
  expect(rows.join('\n')).not.toMatch(/[✔○❯─]/);
  await place.run(['settings', 'plain-signs', 'auto']);
  expect((await place.run(['settings'])).stdout).toContain('Plain signs: as the locale says');
});
