import {changeOf} from '../../../source/handoff/changes/catalogue.ts';
import {expect, test} from 'vitest';
import {openFollowUps} from '../../../source/handoff/afterwards/follow-ups.ts';
import {playbookWithoutGates} from '../../fixtures/built-in-playbook.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {readSignOfLife} from '../../../source/store/turns/sign-of-life.ts';
import {eventually} from '../../e2e/eventually.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type SessionPlace} from './session-place.tsx';

function lastChange(place: SessionPlace) {
  const last = place.journal().at(-1);
  return last && changeOf(last);
}

test('the clock, the pace and the driver; what is logged has its kind and its block', async () => {
  await using place = await makeSessionPlace(running(4));
  await using screen = await place.open('agenda');
  await screen.waitFor(/▶ Overview +\S+ +[56]:\d\d left[^]*5[56]:\d\d left in all · on time/);
  await screen.press('W');
  await screen.waitFor('Customer drives');
  expect(lastChange(place)).toEqual({type: 'session/driver-changed', driver: 'customer'});
  await screen.press('A');
  await screen.waitFor('Action:');
  await screen.press('Send the diagram', keys.enter);
  await screen.waitFor(/Send the diagram[^]*Who sees to it:/);
  expect(lastChange(place)).toEqual({
    type: 'session/noted',
    kind: 'action',
    text: 'Send the diagram',
    block: 'overview',
  });
  await screen.press(keys.escape);
  await screen.waitFor('Action kept. Its owner and its day are set on the open points.');
  await screen.press('H');
  await eventually(() => expect(place.step()).toBe('demonstrations'));
});

test('a block over its time says so and takes minutes from another, never below its floor', async () => {
  await using place = await makeSessionPlace(running(12, 66));
  await using screen = await place.open('agenda');
  await screen.waitFor(/Overview is over its time by 2:00\. Press m/);
  await screen.press('m');
  await screen.waitFor(/Take minutes for Overview from:[^]*❯ Walkthrough +can give \d min/);
  await screen.press('5');
  await screen.waitFor(/Walkthrough +can give nothing/);
  const {minutes} = lastChange(place) as {minutes: number};
  expect(minutes).toBeGreaterThan(0);
  expect(minutes).toBeLessThanOrEqual(5);
  await screen.press(keys.escape);
  await screen.waitFor(new RegExp(`of ${10 + minutes} min`));
});

test('a step is as it was once what was open over it is closed', async () => {
  await using place = await makeSessionPlace(running(12, 66));
  await using screen = await place.open('agenda');
  await screen.press('L');
  await screen.waitFor('Esc small clock');
  for (const [key, shown] of [
    ['m', 'Take minutes for Overview from:'],
    ['b', 'go there'],
  ] as const) {
    await screen.press(key);
    await screen.waitFor(shown);
    await screen.press(keys.escape);
    await screen.waitFor('Esc small clock');
  }
  await screen.press(keys.escape, 'z');
  await screen.waitFor('Esc to the list');
  const filled = screen.screenText().join('\n');
  expect(filled).not.toContain('go there');
  await screen.press('b');
  await screen.waitFor('go there');
  await screen.press(keys.escape);
  await screen.waitFor('Esc to the list');
});

test('ten minutes before the end it offers a second part, and the topics go there', async () => {
  await using place = await makeSessionPlace(running(52));
  await using screen = await place.open('agenda');
  await screen.waitFor(/8:00 left and 13 topics are uncovered\.\s+Press P/);
  await screen.press('P');
  await screen.waitFor('Part 2:');
  await screen.press('03/04/2099 14:00');
  await screen.waitFor(/may be 3 April 2099 or 4 March\s+2099/);
  await screen.press(keys.enter);
  await screen.waitFor('Part 2: 03/04/2099 14:00');
  await screen.press('\x7f'.repeat(16), '2099-03-04 14:00', keys.enter);
  await screen.waitFor(
    /Part 2: Wed 4 Mar 2099, 14:00, Europe\/Madrid,[^]*13\s+uncovered topics go there/,
  );
  expect(lastChange(place)).toEqual({
    type: 'session/planned',
    startsAt: '2099-03-04T13:00:00.000Z',
    timeZone: 'Europe/Madrid',
    minutes: 60,
  });
  await screen.press('Z');
  await screen.waitFor(/Before the session counts as held[^]*e end this part/);
  await screen.press('e');
  await screen.waitFor(/End this part:[^]*Type yes/);
  await screen.press('yes', keys.enter);
  await screen.waitFor('s start part 2');
  await screen.press('s');
  await screen.waitFor('Part 2 of the session started: Overview.');
});

test('a machine that slept is noticed, and the time is counted as a break by one key', async () => {
  await using place = await makeSessionPlace(running(4));
  await using screen = await place.open('agenda');
  await screen.waitFor(/4:\d\d of 60 min/);
  place.pass(20);
  await screen.waitFor(
    /This machine slept from \d\d:\d\d to \d\d:\d\d; the clock went on\. Press B/,
  );
  await screen.waitFor(/24:\d\d of 60 min/);
  await screen.press('B');
  await screen.waitFor(/Counted as a break[^]*/);
  await screen.waitFor(/ 4:\d\d of 60 min/);
  expect(screen.screenText().join('\n')).not.toContain('slept');
});

test('after a crash the time without the program can be counted as a break too', async () => {
  await using place = await makeSessionPlace(running(4));
  {
    await using screen = await place.open('agenda');
    await screen.waitFor(/Overview is|▶ Overview/);
    // Four minutes without a sign of life lie behind this start; nobody has to count them.
    await screen.waitFor(/This program was not open from/);
    const {id} = place;
    await eventually(() => expect(readSignOfLife(place.home, id)).toBeDefined());
  }
  place.pass(30);
  await using screen = await place.open('agenda');
  await screen.waitFor(/This program was not open from \d\d:\d\d to \d\d:\d\d/);
  await screen.press('B');
  await screen.waitFor(/ 4:\d\d of 60 min/);
  expect(lastChange(place)).toMatchObject({type: 'session/break-counted'});
});

test.each([
  [80, 24],
  [200, 60],
  [60, 16],
])('the large clock fills %i×%i, and the keys of the session go on working', async (cols, rows) => {
  await using place = await makeSessionPlace(running(4));
  await using screen = await place.open('agenda', {cols, rows});
  await screen.waitFor(/▶ Overview/);
  await screen.press('L');
  const shown = await screen.waitFor(/Overview +left[^]*Next: Walkthrough, 30 min/);
  const widest = Math.max(...shown.filter((row) => row.includes('█')).map((row) => row.length));
  expect(widest).toBeGreaterThan(cols * 0.6);
  expect(shown.every((row) => row.length <= cols)).toBe(true);
  await screen.press('Q');
  await screen.waitFor(/█[^]*Question:/);
  await screen.press('Who restarts it?', keys.enter);
  await screen.waitFor(/█[^]*Question kept/);
  await screen.press(keys.escape);
  await screen.waitFor(/▶ Overview/);
});

test('an action asks who and by when, and is a whole open point then', async () => {
  await using place = await makeSessionPlace([
    [
      80,
      {
        type: 'record/added',
        register: 'attendees',
        item: 'attendees',
        fields: {name: 'Mina Okafor', side: 'customer', role: 'operations'},
      },
    ],
    ...running(4),
  ]);
  await using screen = await place.open('agenda');
  await screen.waitFor(/▶ Overview/);
  await screen.press('A');
  await screen.waitFor('Action:');
  await screen.press('Add the alert', keys.enter);
  await screen.waitFor(/Add the alert[^]*Who sees to it:[^]*Mina Okafor  operations/);
  for (let at = 0; at < 5 && !screen.screenText().join('\n').includes('❯ Mina'); at += 1)
    await screen.press(keys.down);
  await screen.press(keys.enter);
  await screen.waitFor('By when:');
  await screen.press('yesterday', keys.enter);
  await screen.waitFor('By when: yesterday');
  await screen.press('\u0015', '+3', keys.enter);
  await screen.waitFor(/Action kept: Mina Okafor, by /);
  await screen.waitFor(/action: Add the alert[^]*Mina Okafor, due/);
  const [point] = openFollowUps(readSnapshot(place.home, place.id).handoff);
  expect(point).toMatchObject({kind: 'action', text: 'Add the alert', owner: 'Mina Okafor'});
  expect(point?.due?.date).toMatch(/^\d{4}-\d\d-\d\d$/u);
});

test('letters mean what they mean elsewhere, and log nothing', async () => {
  await using place = await makeSessionPlace(running(4));
  await using screen = await place.open('agenda');
  await screen.waitFor(/▶ Overview/);
  const before = place.journal().length;
  await screen.press('b');
  await screen.waitFor('Before the session counts as held');
  await screen.press(keys.escape);
  await screen.waitFor(/❯ +○ What runs where/);
  await screen.press('d');
  await screen.waitFor('Due:');
  await screen.press(keys.escape);
  await screen.press('n');
  await screen.waitFor('Why not applicable:');
  await screen.press(keys.escape);
  expect(place.journal()).toHaveLength(before);
});

test('the cursor begins in the block that runs, wherever it was, and Enter is in the footer', async () => {
  await using place = await makeSessionPlace([
    ...running(12),
    [2, {type: 'session/block-entered', block: 'walkthrough'}],
    [1, {type: 'session/noted', kind: 'question', text: 'Who pays?'}],
  ]);
  const before = place.journal().length;
  await using screen = await place.open('agenda');
  await screen.waitFor(/▶ Walkthrough[^]*❯ +○ Signing in[^]*⏎ covered/);
  await screen.press('g');
  await screen.waitFor(/❯ . Overview[^]*⏎ go to block/);
  await screen.press('G');
  await screen.waitFor(/❯ \? \d\d:\d\d question: Who pays\?[^]*⏎ answer/);
  await screen.press('H');
  await screen.waitFor('Demonstrations');
  await screen.press(keys.escape);
  await screen.waitFor(/❯ +○ Signing in/);
  expect(place.journal()).toHaveLength(before);
});

test('the planned end rings once, and the title says by how much it is over until the session ends', async () => {
  await using place = await makeSessionPlace(running(59));
  await using screen = await place.openOnTerminal('demonstrations');
  let bells = 0;
  const titles: string[] = [];
  screen.terminal.onBell(() => {
    bells += 1;
  });
  screen.terminal.onTitleChange((title) => titles.push(title));
  await screen.waitFor('Demonstrations');
  place.pass(3);
  await eventually(() => expect(titles).toEqual(['Session 2 min over']));
  expect(bells).toBe(1);
  place.pass(2);
  await eventually(() => expect(titles).toEqual(['Session 2 min over', 'Session 4 min over']));
  expect(bells).toBe(1);
  await screen.close();
  await eventually(() => expect(titles.at(-1)).toBe(''));
});

test('a session that was over when it was opened does not ring', async () => {
  await using place = await makeSessionPlace(running(70));
  await using screen = await place.openOnTerminal('agenda');
  let bells = 0;
  const titles: string[] = [];
  screen.terminal.onBell(() => {
    bells += 1;
  });
  screen.terminal.onTitleChange((title) => titles.push(title));
  place.pass(1);
  await eventually(() => expect(titles).toContain('Session 11 min over'));
  expect(bells).toBe(0);
});

test('the end is asked for, and nothing but yes ends it', async () => {
  await using place = await makeSessionPlace(running(4), 'Europe/Madrid', playbookWithoutGates);
  await using screen = await place.open('agenda');
  await screen.waitFor(/▶ Overview/);
  await screen.press('Z');
  await screen.waitFor(/End the session:[^]*Due dates count/);
  await screen.press(keys.enter);
  await screen.waitFor('End the session:');
  await screen.press(keys.escape);
  expect(place.journal().some(({type}) => type === 'session/ended')).toBe(false);
  await screen.press('Z');
  await screen.waitFor('End the session:');
  await screen.press('yes', keys.enter);
  await screen.waitFor('The session has ended.');
});
