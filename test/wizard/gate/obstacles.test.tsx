import {expect, test} from 'vitest';
import {makeWorld, type World} from '../../fixtures/world/world.ts';
import {customer, engineer} from '../../fixtures/world/story.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import type {Part} from '../../harness/part.tsx';
import {bodyOf} from '../in-frame.tsx';
import {openStep} from '../open-step.tsx';

const {enter, escape, down} = keys;

const body = (part: Part) => bodyOf(part.screenText()).join('\n');
const flat = (part: Part) => part.screenText().join(' ').replaceAll(/\s+/g, ' ');
const selected = (part: Part) => part.screenText().find((row) => row.includes('❯'));
const waivers = (world: World) => world.snapshot().handoff.gateWaivers;

/** Goes down to the obstacle that begins with a text. */
async function goTo(part: Part, text: string): Promise<void> {
  await part.press('g');
  for (let row = 0; row < 60; row += 1) {
    if (selected(part)?.includes(text)) break;
    await part.press(down);
  }
  expect(selected(part)).toContain(text);
}

test('what is missing stands with the time it takes, the quickest on top, and every line can be reached', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'readiness-checklist', {cols: 60, rows: 16});
  await part.press('b');
  expect(body(part)).toMatch(
    /^Before the session starts +\d+ missing\nAbout \d h \d+ min in all, the quickest on\s+top/,
  );
  expect(part.screenText().at(-1)).toContain('⏎ go there · f fill in · w waive');
  const seen = new Set(part.screenText());
  const first = selected(part);
  let last = '';
  while (last !== selected(part)) {
    last = selected(part) ?? '';
    await part.press(down);
    for (const row of part.screenText()) seen.add(row);
  }
  const text = [...seen].join('\n');
  expect(text).toMatch(/No session is planned\. +2 min/u);
  const minutes = [...seen].flatMap((row) => /(\d+) min *$/u.exec(row)?.slice(1).map(Number) ?? []);
  expect(minutes.length).toBeGreaterThan(20);
  await part.press('g');
  expect(selected(part)).toBe(first);
});

test('what lacks a row is filled in from the list, asking what is needed alone, and the next one follows', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'readiness-checklist');
  await part.press('b');
  await goTo(part, 'Nothing is named as out of scope.');
  const before = part.screenText();
  const next = before[before.findIndex((row) => row.includes('❯')) + 1]?.slice(5, 40) ?? '';
  await part.press('f');
  expect(flat(part)).toContain('Add an exclusion');
  await part.press(`Devices${enter}`);
  expect(selected(part)).toContain('Ask instead');
  await part.press(`Nobody${enter}`);
  await part.waitFor('Before the session starts');
  expect(flat(part)).toContain('Added the exclusion.');
  expect(flat(part)).not.toContain('Nothing is named as out of scope');
  expect(selected(part)).toContain(next);
  expect(world.snapshot().handoff.records.at(-1)?.fields).toEqual({
    name: 'Devices',
    instead: 'Nobody',
  });
  // Leaving a form changes nothing, and the line stays selected.
  const now = selected(part);
  await goTo(part, 'No severity has');
  const severity = selected(part);
  await part.press('f');
  await part.press(escape);
  await part.waitFor('Before the session starts');
  expect(selected(part)).toBe(severity);
  expect(now).not.toBe(severity);
  // What a form alone does not settle has no such key.
  await goTo(part, 'The checks have never been run.');
  expect(part.screenText().at(-1)).not.toContain('fill in');
  await part.press('f');
  expect(flat(part)).toContain('f does nothing here');
});

test('Enter goes to where it is settled, and Esc from there comes back', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'readiness-checklist');
  await part.press('b');
  await goTo(part, 'No session is planned.');
  await part.press(enter);
  expect(body(part)).toMatch(/Session plan +\d/);
  await part.press(escape);
  expect(body(part)).toMatch(/Readiness checklist +\d/);
});

test('Esc closes the list and changes nothing', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'readiness-checklist');
  const before = world.snapshot().journal.length;
  await part.press('b', escape);
  expect(body(part)).toMatch(/Readiness checklist +\d/);
  expect(world.snapshot().journal).toHaveLength(before);
});

test('a waiver asks for reason, approver and end; what is refused stays, and it is then listed as waived', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'agenda');
  await part.press('b');
  const obstacle = selected(part) ?? '';
  expect(obstacle).toContain('▲');
  await part.press('w');
  await part.waitFor('Why waived:');
  await part.press('no', enter);
  expect(flat(part)).toMatch(/Why waived: no .*reason/);
  await part.press(ctrl('u'), 'The contract settles what is out of scope', enter);
  await part.waitFor('Approved by:');
  await part.press(engineer, enter);
  expect(flat(part)).toContain(`Approved by: ${engineer}`);
  expect(flat(part)).toMatch(/hands the system over/);
  await part.press(ctrl('u'), customer, enter);
  await part.waitFor(/Until: \d{4}-\d\d-\d\d/);
  await part.press(ctrl('u'), 'yesterday', enter);
  expect(flat(part)).toMatch(/Until: yesterday .*past/);
  expect(waivers(world)).toEqual([]);
  await part.press(ctrl('u'), '+5', enter);
  await part.waitFor(/Waived until \w{3} \d+ \w{3}, approved by Mina Okafor\./);
  await part.press('G', keys.pageDown, keys.pageDown);
  expect(flat(part)).toMatch(/ Waived .* Waived by Mina Okafor until \w{3} \d+/);
  expect(waivers(world)).toMatchObject([
    {approver: customer, reason: 'The contract settles what is out of scope'},
  ]);
});

test('a waiver that is left with Esc is none, whatever was answered before', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'agenda');
  await part.press('b');
  await part.press('w');
  await part.waitFor('Why waived:');
  await part.press('The customer runs two others of these', enter);
  await part.waitFor('Approved by:');
  await part.press(escape);
  await part.waitFor('Before the session starts');
  expect(waivers(world)).toEqual([]);
});

test('where nothing shuts the gate it says so, and what no gate needs cannot be waived', async () => {
  await using world = await makeWorld('planned');
  await using part = await openStep(world, 'agenda');
  await part.press('b');
  expect(body(part)).toMatch(/^Before the session starts +the gate is open\n/);
  expect(part.screenText().at(-1)).not.toContain('waive');
  await part.press('w');
  expect(flat(part)).toContain('Only what a gate needs can be waived.');
});
