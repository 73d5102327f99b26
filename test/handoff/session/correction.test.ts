import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {sessionTimeMissing} from '../../../source/handoff/gates/session-time.ts';
import {readAgenda} from '../../../source/handoff/session/agenda-state.ts';
import {driverTimes, plannedShare} from '../../../source/handoff/session/driver-share.ts';
import {hasCome, recordingConsents} from '../../../source/handoff/session/held.ts';
import {sessionData} from '../../../source/documents/data/session/session-data.ts';
import {readClock, timeInBlock} from '../../../source/handoff/session/session-clock.ts';
import {stepWith} from '../../../source/handoff/model/place.ts';
import type {DocumentName} from '../../../source/documents/document-names.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {receivers} from '../../../source/documents/mail/receivers.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

const hour = 3_600_000;
const begun = Date.now();
const ago = (hours: number) => new Date(begun - hours * hour).toISOString();

type Corrected = Extract<Change, {type: 'session/corrected'}>;
const corrects = (said: Omit<Corrected, 'type' | 'reason'>): Corrected => ({
  type: 'session/corrected',
  reason: 'Nobody started the clock in time',
  ...said,
});
const attendee = (name: string, consent: string): Change => ({
  type: 'record/added',
  register: 'attendees',
  item: 'attendees',
  fields: {name, side: 'customer', consent, email: `${name.toLowerCase()}@apex.example`},
});
const row = ({records}: Handoff, name: string) =>
  records.find(({fields}) => fields['name'] === name)?.id ?? '';
const minutesIn = (world: World, block: string) =>
  timeInBlock(world.handoff().session, block, new Date().toISOString()) / 60_000;

const render = (name: DocumentName, world: World) =>
  renderDocument(name, world.handoff(), {now: new Date().toISOString(), audience: 'customer'});

const held: readonly Change[] = [
  {type: 'session/started'},
  {type: 'session/block-entered', block: 'walkthrough'},
  {type: 'session/driver-changed', driver: 'customer'},
  {type: 'session/ended'},
];
const whole = corrects({startedAt: ago(3), endedAt: ago(1)});

describe('the record of a session', () => {
  it('is set right with a reason, and its figures follow, in the gate as well', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...held);
    const block = ({id}: {id: string}) => id.includes('walkthrough');
    const now = new Date().toISOString();
    expect(sessionTimeMissing(world.handoff(), now).filter(block)).not.toEqual([]);
    await world.append(
      whole,
      corrects({minutes: {walkthrough: 40}, customerMinutes: {walkthrough: 30}}),
    );
    expect(minutesIn(world, 'walkthrough')).toBe(40);
    expect(sessionTimeMissing(world.handoff(), now).filter(block)).toEqual([]);
    expect(driverTimes(world.handoff().session, now, 'walkthrough')).toEqual({
      customer: 30 * 60_000,
      engineer: 10 * 60_000,
    });
    expect(readClock(world.handoff().session, now).elapsed).toBe(2 * hour);
    const step = stepWith(world.handoff().playbook, 'agenda');
    if (!step) throw new Error('The playbook has no agenda.');
    const shown = readAgenda(world.handoff(), step, now).blocks;
    expect(shown.find(({item}) => item.id === 'walkthrough')?.spent).toBe(40 * 60_000);
    expect(world.handoff().history).toMatchObject([
      {text: expect.stringContaining('it began on'), reason: 'Nobody started the clock in time'},
      {text: expect.stringMatching(/had 40 min; the customer drove 30 min of/)},
    ]);
    const summary = await render('session-summary', world);
    expect(summary).toMatch(/Corrected afterwards:[^]*by Jordan Ruiz: .*had 40 min/);
    expect(await render('handoff-document', world)).toMatch(
      /by Jordan Ruiz: the record of the session was corrected: .*had 40 min/,
    );
  });

  it.each<readonly [string, Corrected, RegExp]>([
    ['nothing', corrects({}), /Nothing is corrected/],
    ['a block that is none', corrects({minutes: {nowhere: 1}}), /"nowhere" is no block/],
    ['somebody unknown', corrects({attendance: {nobody: 'came'}}), /nobody who was invited/],
    ['more than there was', corrects({minutes: {walkthrough: 500}}), /would have 500 min/],
    ['what is ahead', corrects({endedAt: ago(-2)}), /still ahead/],
    ['an end before the start', corrects({startedAt: ago(1), endedAt: ago(2)}), /ends? before/],
    ['a part that is none', corrects({part: 7, endedAt: ago(1)}), /no part 7/],
    [
      'more driving than the block had',
      corrects({customerMinutes: {walkthrough: 90}}),
      /cannot have driven 90 min/,
    ],
  ])('is not corrected to %s', async (_, lie, told) => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...held);
    await expect(world.append(lie)).rejects.toThrow(told);
  });

  it('is not corrected while it goes on', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...held.slice(0, -1));
    await expect(world.append(corrects({minutes: {walkthrough: 0}}))).rejects.toThrow(/goes on/);
  });

  it('is entered whole afterwards, and says so', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await expect(world.append(corrects({endedAt: ago(1)}))).rejects.toThrow(
      /No session is on record/,
    );
    await world.append(corrects({startedAt: ago(3), endedAt: ago(1), minutes: {walkthrough: 60}}));
    expect(world.handoff().session).toMatchObject({
      parts: [{isEnteredAfterwards: true}],
      endedAt: expect.any(String),
    });
    for (const name of ['handoff-document', 'session-summary'] as const)
      expect(await render(name, world), name).toContain('entered afterwards');
    await world.append({type: 'session/started'}, {type: 'session/ended'});
    expect(await render('handoff-document', world)).toContain(
      'of which the first part was entered afterwards',
    );
  });

  it('has no end without its start', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(...held);
    const action = world.journal().find(({type}) => type === 'session/started')?.id ?? '';
    await expect(world.append({type: 'undone', action})).rejects.toThrow(/rests on it/);
    await world.append({type: 'undone', action, reason: 'It was a rehearsal'});
    expect(world.handoff().session).toMatchObject({parts: [], blocks: []});
    expect(world.handoff().session.endedAt).toBeUndefined();
  });

  it('keeps who agreed to a recording as it was when it ended', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(attendee('Lee', 'no'), attendee('Mina', 'yes'), ...held);
    const record = row(world.handoff(), 'Lee');
    await world.append({
      type: 'record/changed',
      record,
      fields: {consent: 'yes'},
      reason: 'He agrees now',
    });
    const consents = () =>
      recordingConsents(world.handoff()).map(({name, consent}) => `${name}: ${consent}`);
    expect(consents()).toEqual(['Lee: no', 'Mina: yes']);
    await world.append({type: 'record/removed', record, reason: 'Left the company'});
    expect(consents()).toEqual(['Lee: no', 'Mina: yes']);
    await world.append(corrects({consents: {[record]: 'yes'}}));
    expect(consents()).toEqual(['Lee: yes', 'Mina: yes']);
  });

  it('thanks nobody who did not come', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(attendee('Lee', 'no'), attendee('Mina', 'yes'), ...held);
    const lee = row(world.handoff(), 'Lee');
    expect(hasCome(world.handoff(), lee)).toBeUndefined();
    await world.append(corrects({attendance: {[lee]: 'did not come'}}));
    expect(hasCome(world.handoff(), lee)).toBe(false);
    expect(receivers(world.handoff(), 'customer').map(({name}) => name)).toEqual(['Mina']);
    expect(recordingConsents(world.handoff())).toMatchObject([{name: 'Mina'}]);
  });

  it('counts no minute of a closed lid', async () => {
    let clock = Date.parse('2026-03-05T10:00:00.000Z');
    const now = () => new Date(clock).toISOString();
    await using world = await makeWorld('new', {hasGates: false, clock: now});
    await world.append(
      {type: 'session/started'},
      {type: 'session/block-entered', block: 'walkthrough'},
    );
    clock += 40 * 60_000;
    await world.append({type: 'session/driver-changed', driver: 'customer'});
    clock += 21 * hour;
    const open = readClock(world.handoff().session, now());
    expect(open).toMatchObject({
      elapsed: 40 * 60_000,
      leftOpenSince: '2026-03-05T10:40:00.000Z',
    });
    await world.append({type: 'session/ended'});
    expect(readClock(world.handoff().session, now()).elapsed).toBe(40 * 60_000);
    expect(timeInBlock(world.handoff().session, 'walkthrough', now())).toBe(40 * 60_000);
  });

  it('goes on while topics are covered and tasks performed, and is not taken up again by a tick of the next morning', async () => {
    let clock = Date.parse('2026-03-05T10:00:00.000Z');
    const now = () => new Date(clock).toISOString();
    await using world = await makeWorld('new', {hasGates: false, clock: now});
    const cover = (item: string) =>
      world.append({type: 'item/settled', item, status: 'done'} as const);
    await world.append(
      {type: 'session/started'},
      {type: 'session/block-entered', block: 'walkthrough'},
    );
    clock += 25 * 60_000;
    await cover('the-key-workflows-live');
    clock += 21 * hour;
    expect(readClock(world.handoff().session, now()).elapsed).toBe(25 * 60_000);
    await cover('logs-dashboards-and-alerts');
    // What was prepared has nothing to do with the session.
    await cover('validate-every-success-criterion');
    expect(readClock(world.handoff().session, now())).toMatchObject({
      elapsed: 25 * 60_000,
      leftOpenSince: '2026-03-05T10:25:00.000Z',
    });
    expect(sessionData(world.handoff(), {audience: 'customer', now: now()}).words).toBe(
      'begun on 2026-03-05 10:00 UTC and left open: nobody ended it, and nothing is counted after 2026-03-05 10:25 UTC',
    );
  });

  it('makes up what blocks lacked in a second part, in every block that lacks', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const step = stepWith(world.handoff().playbook, 'agenda');
    if (!step) throw new Error('The playbook has no agenda.');
    const topics = step.items
      .flatMap((block) => [block, ...block.children])
      .map(({id}): Change => ({type: 'item/settled', item: id, status: 'done'}));
    await world.append(...held, ...topics, {type: 'session/started'});
    const now = new Date().toISOString();
    const timed = step.items.filter(({minutes}) => (minutes?.min ?? 0) > 0).map(({id}) => id);
    const {blocks} = readAgenda(world.handoff(), step, now);
    expect(blocks.map(({item}) => item.id)).toEqual(expect.arrayContaining(timed));
  });
});

describe("the customer's share of a block", () => {
  it('is of its planned minutes at the least', () => {
    const minute = 60_000;
    const planned = {min: 30, max: 40};
    expect(plannedShare({customer: minute, engineer: 0}, planned)).toBe(3);
    expect(plannedShare({customer: 30 * minute, engineer: 10 * minute}, planned)).toBe(75);
    expect(plannedShare({customer: 0, engineer: 0}, planned)).toBeUndefined();
  });
});
