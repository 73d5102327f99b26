import {expect, test} from 'vitest';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {appendChanges} from '../../source/store/append-changes.ts';
import {keys} from '../harness/keys.ts';
import {makePlace} from './place.ts';

test.concurrent('planned in one time zone and run in another: the plan keeps its own, on the screen and in the invitation', async () => {
  await using place = makePlace();
  const madrid = {TZ: 'Europe/Madrid'};
  const made = await place.run(['new', '--customer', 'Apex', '--system', 'Pay', '--json'], madrid);
  const {id} = JSON.parse(made.stdout) as {id: string};
  {
    await using wizard = place.open(['resume', id], {env: madrid});
    await wizard.waitFor('Readiness check');
    wizard.write('/');
    await wizard.waitFor('Find');
    wizard.write(`attendees${keys.enter}`);
    await wizard.waitFor('❯ ○ Attendees');
    wizard.write(keys.home);
    await wizard.waitFor(/❯ Date +not set yet/);
    wizard.write(keys.enter);
    await wizard.waitFor('Date:');
    wizard.write('2099-07-01 14:00');
    await wizard.waitFor('Wed 1 Jul 2099, 14:00, Europe/Madrid');
    wizard.write(keys.enter);
    await wizard.waitFor('Planned: Wed 1 Jul 2099, 14:00, Europe/Madrid');
  }
  const tokyo = {TZ: 'Asia/Tokyo'};
  await using wizard = place.open(['resume', id], {env: tokyo});
  await wizard.waitFor(/❯ Date +Wed 1 Jul 2099, 14:00,/);
  wizard.write('i');
  await wizard.waitFor('Wed 1 Jul 2099, 14:00, Europe/Madrid, 80 minutes.');
  expect((await place.stored(id)).journal.at(-1)).toMatchObject({
    type: 'session/planned',
    startsAt: '2099-07-01T12:00:00.000Z',
    timeZone: 'Europe/Madrid',
  });
});

test.concurrent('a session that runs on while the program is away reads right after a start in another zone', async () => {
  await using place = makePlace();
  const id = await place.startWithoutGates();
  const begun: readonly Change[] = [
    {type: 'session/started'},
    {type: 'session/block-entered', block: 'overview'},
  ];
  await appendChanges({home: place.home, id, actor: 'ana', decide: () => begun});
  await using wizard = place.open(['resume', id], {env: {TZ: 'America/St_Johns'}});
  await wizard.waitFor('Readiness check');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`signing${keys.enter}`);
  // The handoff was made in UTC, so the end is told in UTC, whatever this machine's zone is.
  const rows = await wizard.waitFor(/▶ Overview +\S+ +\d+:\d\d left[^]*ends \d\d:\d\d/);
  const ends = /ends (\d\d):(\d\d)/.exec(rows.join('\n'));
  const shown = Number(ends?.[1]) * 60 + Number(ends?.[2]);
  const now = new Date();
  const inUtc = now.getUTCHours() * 60 + now.getUTCMinutes();
  const ahead = (shown - inUtc + 1440) % 1440;
  expect(ahead).toBeGreaterThanOrEqual(75);
  expect(ahead).toBeLessThanOrEqual(85);
});
