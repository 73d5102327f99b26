import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {readAgenda, type AgendaState} from '../../../source/handoff/session/agenda-state.ts';
import {customerShare, driverTimes} from '../../../source/handoff/session/driver-share.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {startWords} from '../../../source/handoff/session/plan-date.ts';
import {dueOf} from '../../../source/handoff/items/due-of.ts';
import {dueWords, timeWords} from '../../../source/handoff/time/wording.ts';
import {allItems, stepsOf} from '../../../source/playbook/walk.ts';
import {journalOf} from '../../fixtures/journals.ts';

const minute = 60_000;
const hour = 60 * minute;

type Past = Change & {readonly at: string};

/** Changes at times counted from a start, so that a test reads as a person would tell it. */
function story(start: string, ...past: readonly (readonly [string, Change])[]) {
  const at = (clock: string) => {
    const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
    return new Date(
      Date.parse(start) + hours * hour + minutes * minute + seconds * 1000,
    ).toISOString();
  };
  const handoff = foldJournal(
    journalOf(past.map(([clock, change]): Past => ({...change, at: at(clock)}))),
  );
  const step = stepsOf(handoff.playbook).find(({step}) => step.screen === 'agenda')?.step;
  if (!step) throw new Error('The playbook has no agenda.');
  return {
    handoff,
    at,
    agenda: (clock: string): AgendaState => readAgenda(handoff, step, at(clock)),
  };
}

const started: Change = {type: 'session/started'};
const overview: Change = {type: 'session/block-entered', block: 'overview'};
const questions: Change = {type: 'session/block-entered', block: 'questions'};
const ended: Change = {type: 'session/ended'};

function planned(startsAt: string, minutes: number): Change {
  return {type: 'session/planned', startsAt, timeZone: 'Europe/Madrid', minutes};
}

function dueOfItem(handoff: ReturnType<typeof story>['handoff'], id: string) {
  const item = allItems(handoff.playbook).find((place) => place.item.id === id)?.item;
  return item && dueOf(handoff, item);
}

describe('pace', () => {
  const start = '2026-03-04T13:00:00.000Z';
  const told = story(
    start,
    ['0:00', planned(start, 30)],
    ['0:00', started],
    ['0:00', overview],
    ['0:14', questions],
  );

  it('is behind by what a block ran over, and tells when it will end', () => {
    const agenda = told.agenda('0:20');
    expect(agenda.behind).toBe(4 * minute);
    expect(agenda.left).toBe(10 * minute);
    expect(agenda.projectedEnd).toBe(told.at('0:34'));
    expect(
      agenda.blocks.map(({spent, left, state}) => [spent / minute, left / minute, state]),
    ).toEqual([
      [14, -4, 'past'],
      [6, 14, 'running'],
    ]);
  });

  it('is ahead by what a block left over', () => {
    const early = story(
      start,
      ['0:00', planned(start, 30)],
      ['0:00', started],
      ['0:00', overview],
      ['0:06', questions],
    );
    expect(early.agenda('0:10').behind).toBe(-4 * minute);
    expect(early.agenda('0:10').projectedEnd).toBe(early.at('0:26'));
  });

  it('is what the plan says before the start', () => {
    const agenda = story(start, ['0:00', planned(start, 25)]).agenda('0:00');
    expect([agenda.total, agenda.behind, agenda.elapsed]).toEqual([25, 0, 0]);
    expect(agenda.blocks.map(({minutes}) => minutes)).toEqual([10, 15]);
  });
});

describe('a session of 60 minutes with a suspend of 20', () => {
  const start = '2026-03-04T13:00:00.000Z';
  const before = [
    ['0:00', planned(start, 60)],
    ['0:00', started],
    ['0:00', overview],
    ['0:10', questions],
  ] as const;

  it('goes on by the clock on the wall until somebody says that it was a break', () => {
    const told = story(start, ...before);
    expect(told.agenda('0:50').elapsed).toBe(50 * minute);
  });

  it('leaves the break out to the second once it is counted, and ends later by it', () => {
    const told = story(start, ...before, [
      '0:41',
      {
        type: 'session/break-counted',
        startedAt: '2026-03-04T13:20:30.000Z',
        endedAt: '2026-03-04T13:40:30.000Z',
      },
    ]);
    const agenda = told.agenda('0:50');
    expect(agenda.elapsed).toBe(30 * minute);
    expect(agenda.left).toBe(30 * minute);
    expect(agenda.blocks[1]?.spent).toBe(20 * minute);
    expect(agenda.clock.state).toBe('running');
  });

  it('counts the break once, also when two terminals count it and a pause lies in it', () => {
    const slept = {
      type: 'session/break-counted',
      startedAt: '2026-03-04T13:20:00.000Z',
      endedAt: '2026-03-04T13:40:00.000Z',
    } as const;
    const told = story(
      start,
      ...before,
      ['0:39', {type: 'session/paused'}],
      ['0:41', slept],
      ['0:41', slept],
      ['0:42', {type: 'session/resumed'}],
    );
    expect(told.agenda('0:50').elapsed).toBe(28 * minute);
    expect(told.agenda('0:50').clock.state).toBe('running');
  });

  it('has its due dates from its real end', () => {
    const told = story(start, ...before, ['1:20', ended]);
    expect(dueOfItem(told.handoff, 'send-documents')?.instant).toBe('2026-03-05T14:20:00.000Z');
  });
});

describe('clocks that are changed', () => {
  it('during the session move no minute of it', () => {
    // In Madrid it is 01:30; at 02:00 it becomes 03:00.
    const start = '2026-03-29T00:30:00.000Z';
    const told = story(start, ['0:00', planned(start, 60)], ['0:00', started], ['0:00', overview]);
    const agenda = told.agenda('0:45');
    expect(agenda.elapsed).toBe(45 * minute);
    const {timeZone} = told.handoff;
    expect(timeWords(told.at('0:00'), timeZone)).toBe('01:30');
    expect(timeWords(told.at('0:45'), timeZone)).toBe('03:15');
    const over = story(start, ['0:00', started], ['1:00', ended]);
    expect(dueOfItem(over.handoff, 'send-documents')).toEqual({
      date: '2026-03-30',
      instant: '2026-03-30T01:30:00.000Z',
    });
  });

  it('in the night that has an hour twice, give that hour twice', () => {
    const start = '2026-10-25T00:30:00.000Z';
    const told = story(start, ['0:00', started], ['0:00', overview]);
    expect(timeWords(told.at('0:10'), 'Europe/Madrid')).toBe('02:40');
    expect(timeWords(told.at('1:10'), 'Europe/Madrid')).toBe('02:40');
    expect(told.agenda('1:10').elapsed).toBe(70 * minute);
  });

  it('between plan and session keep the hour that was agreed', () => {
    const startsAt = '2026-03-30T12:00:00.000Z';
    const told = story('2026-03-27T13:00:00.000Z', ['0:00', planned(startsAt, 60)]);
    const {plan} = told.handoff;
    expect(plan && startWords(plan.startsAt, plan.timeZone, told.at('0:00'))).toBe(
      'Mon 30 Mar 2026, 14:00, Europe/Madrid, in 3 days',
    );
  });

  it('between the session and what is due after it leave 24 hours 24 hours', () => {
    const told = story('2026-03-28T12:00:00.000Z', ['0:00', started], ['1:00', ended]);
    const due = dueOfItem(told.handoff, 'send-documents');
    expect(due?.instant).toBe('2026-03-29T13:00:00.000Z');
    // 14:00 on the day before, 15:00 by the clocks that went forward.
    expect(due && dueWords(due, 'Europe/Madrid', '2026-03-28T13:01:00.000Z')).toBe(
      'due tomorrow 15:00',
    );
  });
});

it('a session over midnight is one session, and business days count from its last day', () => {
  // A Thursday 23:30 in Madrid; it ends on Friday at 00:30.
  const start = '2026-03-05T22:30:00.000Z';
  const begun = [
    ['0:00', planned(start, 60)],
    ['0:00', started],
    ['0:00', overview],
    ['0:12', questions],
  ] as const;
  expect(story(start, ...begun).agenda('0:45').elapsed).toBe(45 * minute);
  const told = story(start, ...begun, ['1:00', ended]);
  expect(told.agenda('2:00').clock).toMatchObject({state: 'ended', elapsed: 60 * minute});
  expect(dueOfItem(told.handoff, 'check-in')).toEqual({date: '2026-03-10'});
  expect(dueOfItem(told.handoff, 'send-documents')).toEqual({
    date: '2026-03-07',
    instant: '2026-03-06T23:30:00.000Z',
  });
});

describe('a second part', () => {
  const start = '2026-03-04T13:00:00.000Z';
  const second = '2026-03-11T13:00:00.000Z';
  const covered = (item: string): Change => ({type: 'item/settled', item, status: 'done'});
  const first = [
    ['0:00', planned(start, 30)],
    ['0:00', started],
    ['0:00', overview],
    ['0:05', covered('what-and-where')],
    ['0:06', covered('components')],
    ['0:25', planned(second, 20)],
  ] as const;

  it('planned while the first one runs changes nothing about it', () => {
    const agenda = story(start, ...first).agenda('0:26');
    expect(agenda).toMatchObject({part: 1, total: 30, nextPlan: {startsAt: second, minutes: 20}});
    expect(agenda.uncovered.map(({id}) => id)).toEqual(['questions']);
  });

  it('has the blocks that are left, and a clock of its own', () => {
    const told = story(
      start,
      ...first,
      ['0:30', ended],
      ['168:00', started],
      ['168:00', questions],
      ['168:10', covered('questions')],
    );
    const agenda = told.agenda('168:15');
    expect(agenda).toMatchObject({part: 2, total: 20, elapsed: 15 * minute, left: 5 * minute});
    expect(agenda.blocks.map(({item, spent}) => [item.id, spent / minute])).toEqual([
      ['questions', 15],
    ]);
    expect(agenda.clock.elapsed).toBe(45 * minute);
    expect(agenda.nextPlan).toBeUndefined();
    expect(told.handoff.session.parts.map(({startedAt, endedAt}) => [startedAt, endedAt])).toEqual([
      [told.at('0:00'), told.at('0:30')],
      [told.at('168:00'), undefined],
    ]);
  });

  it('ends when its minutes are over, also where its blocks take less than its plan', () => {
    const told = story(
      start,
      ...first.slice(0, -1),
      ['0:25', planned(second, 60)],
      ['0:30', ended],
      ['168:00', started],
      ['168:00', questions],
    );
    const agenda = told.agenda('168:05');
    const taken = agenda.blocks.reduce((sum, {minutes}) => sum + minutes, agenda.reserve);
    expect([agenda.total, taken]).toEqual([60, 60]);
    expect(agenda.projectedEnd).toBe(told.at('169:00'));
    expect(agenda.behind).toBe(0);
  });

  it('holds a block that lacked time though its topics were covered', () => {
    const told = story(
      start,
      ['0:00', planned(start, 30)],
      ['0:00', started],
      ['0:00', overview],
      ['0:01', covered('what-and-where')],
      ['0:02', covered('components')],
      ['0:03', questions],
      ['0:04', covered('questions')],
      ['0:20', ended],
      ['24:00', started],
      ['24:00', overview],
    );
    const agenda = told.agenda('24:10');
    expect(agenda.uncovered).toEqual([]);
    expect(agenda.blocks.map(({item}) => item.id)).toContain('overview');
    expect(agenda.short.map(({id}) => id)).not.toContain('overview');
  });

  it('without a plan of its own takes what its blocks need', () => {
    const told = story(start, ...first.slice(0, -1), ['0:30', ended], ['24:00', started]);
    expect(told.agenda('24:01')).toMatchObject({part: 2, total: 15});
  });
});

describe('who drives', () => {
  const drives = (driver: 'customer' | 'engineer'): Change => ({
    type: 'session/driver-changed',
    driver,
  });
  const start = '2026-03-04T13:00:00.000Z';

  it('is told per block, pauses left out', () => {
    const {handoff, at} = story(
      start,
      ['0:00', started],
      ['0:00', overview],
      ['0:08', drives('customer')],
      ['0:10', questions],
      ['0:20', {type: 'session/paused'}],
      ['0:30', {type: 'session/resumed'}],
      ['0:35', drives('engineer')],
    );
    const {session} = handoff;
    expect(driverTimes(session, at('0:40'), 'overview')).toEqual({
      customer: 2 * minute,
      engineer: 8 * minute,
    });
    const times = driverTimes(session, at('0:40'), 'questions');
    expect(times).toEqual({customer: 15 * minute, engineer: 5 * minute});
    expect(customerShare(times)).toBe(75);
  });

  it('is the engineer until somebody says otherwise', () => {
    const {handoff, at} = story(start, ['0:00', started], ['0:00', overview]);
    expect(driverTimes(handoff.session, at('0:05'))).toEqual({customer: 0, engineer: 5 * minute});
    expect(customerShare(driverTimes(handoff.session, at('0:00')))).toBeUndefined();
  });
});
