import {changeOf} from '../../../source/handoff/changes/catalogue.ts';
import {expect, test} from 'vitest';
import {readSignOfLife} from '../../../source/store/turns/sign-of-life.ts';
import {eventually} from '../../e2e/eventually.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type SessionPlace} from './session-place.tsx';

const timeout = 120_000;

function lastChange(place: SessionPlace) {
  const last = place.journal().at(-1);
  return last && changeOf(last);
}

test('the clock, the pace and the driver; what is logged has its kind and its block', async () => {
  await using place = await makeSessionPlace(running(4));
  await using screen = await place.open('agenda');
  await screen.waitFor(/▶ Overview +\S+ +[56]:\d\d left[^]*5[56]:\d\d left in all · on time/, {
    timeout,
  });
  await screen.press('w');
  await screen.waitFor('Customer drives', {timeout});
  expect(lastChange(place)).toEqual({type: 'session/driver-changed', driver: 'customer'});
  await screen.press('A');
  await screen.waitFor('Action:', {timeout});
  await screen.press('Send the diagram', keys.enter);
  await screen.waitFor('Action kept.', {timeout});
  expect(lastChange(place)).toEqual({
    type: 'session/noted',
    kind: 'action',
    text: 'Send the diagram',
    block: 'overview',
  });
  await screen.press('d');
  await eventually(() => expect(place.step()).toBe('demonstrations'));
});

test('a block over its time says so and takes minutes from another, never below its floor', async () => {
  await using place = await makeSessionPlace(running(12, 66));
  await using screen = await place.open('agenda');
  await screen.waitFor(/Overview is over its time by 2:00\. Press m/, {timeout});
  await screen.press('m');
  await screen.waitFor(/Take minutes for Overview from:[^]*❯ Walkthrough +can give \d min/, {
    timeout,
  });
  await screen.press('5');
  await screen.waitFor(/Walkthrough +can give nothing/, {timeout});
  const {minutes} = lastChange(place) as {minutes: number};
  expect(minutes).toBeGreaterThan(0);
  expect(minutes).toBeLessThanOrEqual(5);
  await screen.press(keys.escape);
  await screen.waitFor(new RegExp(`of ${10 + minutes} min`), {timeout});
});

test('ten minutes before the end it offers a second part, and the topics go there', async () => {
  await using place = await makeSessionPlace(running(52));
  await using screen = await place.open('agenda');
  await screen.waitFor(/8:00 left and 13 topics are uncovered\.\s+Press P/, {timeout});
  await screen.press('P');
  await screen.waitFor('Part 2:', {timeout});
  await screen.press('03/04/2099 14:00');
  await screen.waitFor(/may be 3 April 2099 or 4 March\s+2099/, {timeout});
  await screen.press(keys.enter);
  await screen.waitFor('Part 2: 03/04/2099 14:00', {timeout});
  await screen.press('\x7f'.repeat(16), '2099-03-04 14:00', keys.enter);
  await screen.waitFor(
    /Part 2: Wed 4 Mar 2099, 14:00, Europe\/Madrid,[^]*13\s+uncovered topics go there/,
    {
      timeout,
    },
  );
  expect(lastChange(place)).toEqual({
    type: 'session/planned',
    startsAt: '2099-03-04T13:00:00.000Z',
    timeZone: 'Europe/Madrid',
    minutes: 60,
  });
  await screen.press('Z');
  await screen.waitFor(/Before the session counts as held[^]*e end this part/, {timeout});
  await screen.press('e');
  await screen.waitFor('s start part 2', {timeout});
  await screen.press('s');
  await screen.waitFor('Part 2 of the session started: Overview.', {timeout});
});

test('a machine that slept is noticed, and the time is counted as a break by one key', async () => {
  await using place = await makeSessionPlace(running(4));
  await using screen = await place.open('agenda');
  await screen.waitFor(/4:\d\d of 60 min/, {timeout});
  place.pass(20);
  await screen.waitFor(
    /This machine slept from \d\d:\d\d to \d\d:\d\d; the clock went on\. Press B/,
    {
      timeout,
    },
  );
  await screen.waitFor(/24:\d\d of 60 min/, {timeout});
  await screen.press('B');
  await screen.waitFor(/Counted as a break[^]*/, {timeout});
  await screen.waitFor(/ 4:\d\d of 60 min/, {timeout});
  expect(screen.screenText().join('\n')).not.toContain('slept');
});

test('after a crash the time without the program can be counted as a break too', async () => {
  await using place = await makeSessionPlace(running(4));
  {
    await using screen = await place.open('agenda');
    await screen.waitFor(/Overview is|▶ Overview/, {timeout});
    // Four minutes without a sign of life lie behind this start; nobody has to count them.
    await screen.waitFor(/This program was not open from/, {timeout});
    const {id} = place;
    await eventually(() => expect(readSignOfLife(place.home, id)).toBeDefined());
  }
  place.pass(30);
  await using screen = await place.open('agenda');
  await screen.waitFor(/This program was not open from \d\d:\d\d to \d\d:\d\d/, {timeout});
  await screen.press('B');
  await screen.waitFor(/ 4:\d\d of 60 min/, {timeout});
  expect(lastChange(place)).toMatchObject({type: 'session/break-counted'});
});

test.each([
  [80, 24],
  [200, 60],
  [60, 16],
])('the large clock fills %i×%i, and the keys of the session go on working', async (cols, rows) => {
  await using place = await makeSessionPlace(running(4));
  await using screen = await place.open('agenda', {cols, rows});
  await screen.waitFor(/▶ Overview/, {timeout});
  await screen.press('L');
  const shown = await screen.waitFor(/Overview +left[^]*Next: Walkthrough, 30 min/, {timeout});
  const widest = Math.max(...shown.filter((row) => row.includes('█')).map((row) => row.length));
  expect(widest).toBeGreaterThan(cols * 0.6);
  expect(shown.every((row) => row.length <= cols)).toBe(true);
  await screen.press('q');
  await screen.waitFor(/█[^]*Question:/, {timeout});
  await screen.press('Who restarts it?', keys.enter);
  await screen.waitFor(/█[^]*Question kept/, {timeout});
  await screen.press(keys.escape);
  await screen.waitFor(/▶ Overview/, {timeout});
});
