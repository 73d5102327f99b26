import {describe, expect, it} from 'vitest';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {dueOf} from '../../../source/handoff/items/due-of.ts';
import {addDays, dayIn, isOverdue} from '../../../source/handoff/time/schedule.ts';
import {dueItems} from '../../../source/handoff/items/progress.ts';
import {dueWords} from '../../../source/handoff/time/wording.ts';
import {handoffWith, held, type Told} from '../../fixtures/afterwards.ts';
import {journalOf} from '../../fixtures/journals.ts';
import {item} from '../../fixtures/small-playbook.ts';

const session = (end: string) => [
  {type: 'session/started', at: '2026-03-04T09:10:00.000Z'} as const,
  {type: 'session/ended', at: end} as const,
];

describe('due dates', () => {
  it('cross the end of a month, a leap day and a change to summer time', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  });

  it('take the day in the time zone of the handoff', () => {
    expect(dayIn('Europe/Madrid', '2026-03-04T23:30:00.000Z')).toBe('2026-03-05');
    expect(dayIn('America/New_York', '2026-03-05T03:30:00.000Z')).toBe('2026-03-04');
  });

  it('are counted from the real end of the session', () => {
    const handoff = foldJournal(journalOf(session('2026-03-05T23:30:00.000Z')));
    const due = dueItems(handoff, '2026-03-05T23:31:00.000Z');
    expect(due.map(({item: {id}, due: {date, instant}}) => [id, date, instant])).toEqual([
      ['send-documents', '2026-03-07', '2026-03-06T23:30:00.000Z'],
      ['check-in', '2026-03-10', undefined],
    ]);
  });

  it('are not there before the session has ended', () => {
    expect(dueItems(foldJournal(journalOf([])), '2026-03-04T10:00:00.000Z')).toEqual([]);
  });

  it('set by hand win over the rule', () => {
    const handoff = foldJournal(
      journalOf([
        ...session('2026-03-04T10:10:00.000Z'),
        {type: 'item/scheduled', item: 'check-in', due: '2026-04-01'},
      ]),
    );
    const rule = {amount: 2, unit: 'business-days', after: 'session'} as const;
    expect(dueOf(handoff, item('check-in', {due: rule}))).toEqual({date: '2026-04-01'});
  });

  it('count from the last day of the transition where the rule says so, and move with it', () => {
    const rule = {amount: 0, unit: 'days', after: 'transition'} as const;
    const until = (changes: readonly Told[]) =>
      dueOf(handoffWith(changes), item('stay', {due: rule}));
    expect(until(held.slice(1))).toBeUndefined();
    expect(until(held.slice(0, 1))).toBeUndefined();
    expect(until(held)).toEqual({date: '2026-03-19'});
    const at = '2026-03-10T10:00:00.000Z';
    const extended = {
      type: 'transition/extended',
      until: '2026-04-02',
      reason: 'late',
      at,
    } as const;
    expect(until([...held, extended])).toEqual({date: '2026-04-02'});
  });

  it('are over when the day is over where the handoff is', () => {
    const due = {date: '2026-03-05'};
    expect(isOverdue(due, 'Europe/Madrid', '2026-03-05T22:59:00.000Z')).toBe(false);
    expect(isOverdue(due, 'Europe/Madrid', '2026-03-05T23:01:00.000Z')).toBe(true);
    expect(isOverdue(due, 'America/New_York', '2026-03-05T23:01:00.000Z')).toBe(false);
  });

  it('are said as people say them', () => {
    const now = '2026-03-04T10:00:00.000Z';
    expect(dueWords({date: '2026-03-05'}, 'Europe/Madrid', now)).toBe('due tomorrow');
    expect(dueWords({date: '2026-03-06'}, 'Europe/Madrid', now)).toBe('due Fri 6 Mar');
    expect(dueWords({date: '2027-03-06'}, 'Europe/Madrid', now)).toBe('due Sat 6 Mar 2027');
    expect(dueWords({date: '2026-03-02'}, 'Europe/Madrid', now)).toBe('overdue since Mon 2 Mar');
  });
});
