import {describe, expect, it} from 'vitest';
import {followUps, overdueFollowUps} from '../../../source/handoff/afterwards/follow-ups.ts';
import {dayNamed} from '../../../source/handoff/afterwards/sources/condition-sources.ts';
import {refusal} from '../../../source/handoff/rules/refusal.ts';
import {checkRun, handoffWith, held, performed, type Told} from '../../fixtures/afterwards.ts';

const run = (day: string, outcome: 'pass' | 'fail' | 'warn'): Told => ({
  type: 'checks/recorded',
  run: checkRun(`${day}T09:00:00.000Z`, outcome),
  at: `${day}T09:00:00.000Z`,
});
const closed = (followUp: string, day: string): Told => ({
  type: 'follow-up/closed',
  followUp,
  outcome: 'Fixed and tested.',
  at: `${day}T10:00:00.000Z`,
});

function point(id: string, changes: readonly Told[]) {
  const found = followUps(handoffWith(changes)).find((followUp) => followUp.id === id);
  return found && [found.standing.state, found.due?.date];
}

describe('an open point', () => {
  it('of a check is due from the day on which it was found, not from the session', () => {
    // The session ended on Thu 5 March; a failure of the 16th cannot be overdue since the 12th.
    expect(point('check Health', [...held, run('2026-03-16', 'fail')])).toEqual([
      'open',
      '2026-03-23',
    ]);
    const still = [...held, run('2026-03-16', 'fail'), run('2026-03-18', 'fail')];
    expect(point('check Health', still)).toEqual(['open', '2026-03-23']);
    const handoff = handoffWith([...held, run('2026-03-16', 'fail')]);
    expect(overdueFollowUps(handoff, '2026-03-16T12:00:00.000Z')).toEqual([]);
    expect(point('check Health', [run('2026-03-04', 'fail'), ...held])).toEqual([
      'open',
      '2026-03-12',
    ]);
  });

  it('of a check opens again by itself when it fails after it was closed, and goes when it passes', () => {
    const told = [...held, run('2026-03-09', 'fail'), closed('check Health', '2026-03-09')];
    expect(point('check Health', told)).toEqual(['closed', '2026-03-16']);
    const again = [...told, run('2026-03-12', 'fail')];
    expect(point('check Health', again)).toEqual(['open again', '2026-03-19']);
    expect(followUps(handoffWith(again))[0]?.text).toContain(
      'it was closed as "Fixed and tested." and has come up again since',
    );
    expect(point('check Health', [...again, run('2026-03-13', 'pass')])?.[0]).toBe('settled');
    expect(point('check Health', [...held, run('2026-03-13', 'pass')])).toBeUndefined();
  });

  it('of a check is not closed by hand while it fails, unless that is waived by name', () => {
    const asking = {actor: 'ana', now: '2026-03-16T12:00:00.000Z'};
    const judge = (changes: readonly Told[]) =>
      refusal(
        {handoff: handoffWith(changes), journal: []},
        {type: 'follow-up/closed', followUp: 'check Health', outcome: 'Fixed and tested.'},
        asking,
      )?.code;
    const failing = [...held, run('2026-03-16', 'fail')];
    expect(judge(failing)).toBe('check-fails');
    expect(judge([...held, run('2026-03-16', 'warn')])).toBeUndefined();
    const waiver: Told = {
      type: 'gate/waived',
      gate: 'closing',
      requirement: 'check Health',
      text: 'The required check "Health" gave fail: status 200',
      reason: 'Their new host is ordered.',
      approver: 'Mina',
      expires: '2026-03-30',
    };
    expect(judge([...failing, waiver])).toBeUndefined();
    expect(judge([...failing, {...waiver, expires: '2026-03-16'}])).toBe('check-fails');
  });

  it('of a demonstration is settled by an unaided try, and opens again when it fails anew', () => {
    const first = [...held, ...performed('restart', 'a4', 'prompted', 'The name')];
    const told = [...first, closed('demonstration restart', '2026-03-09')];
    expect(point('demonstration restart', told)?.[0]).toBe('closed');
    const [start, end] = performed('restart', 'a7', 'failed', 'No rights');
    const failed: Told[] = [
      {...(start as Told), at: '2026-03-10T09:00:00.000Z'},
      {...(end as Told), at: '2026-03-10T09:10:00.000Z'},
    ];
    expect(point('demonstration restart', [...told, ...failed])?.[0]).toBe('open again');
    expect(
      point('demonstration restart', [...first, ...performed('restart', 'a6', 'unaided')]),
    ).toBeUndefined();
  });

  it('of a runbook is settled by the row that was changed after the demonstration', () => {
    const row: Told = {
      type: 'record/added',
      register: 'runbooks',
      item: 'restart-services',
      fields: {name: 'Restart services', commands: 'true'},
    };
    const told = [...held, row, ...performed('restart', 'a5', 'prompted', 'The name')];
    expect(point('runbook change a5', told)?.[0]).toBe('open');
    const changed: Told = {type: 'record/changed', record: 'a4', fields: {commands: 'restart pay'}};
    expect(point('runbook change a5', [...told, changed])).toBeUndefined();
  });

  it('of a risk opens again when its row does', () => {
    const risk: Told = {
      type: 'record/added',
      register: 'risks',
      item: 'issues',
      fields: {name: 'The log grows', severity: '3', state: 'open'},
    };
    const state = (to: string, day: string): Told => ({
      type: 'record/changed',
      record: 'a4',
      fields: {state: to},
      at: `${day}T10:00:00.000Z`,
    });
    const done = [...held, risk, closed('risk a4', '2026-03-09'), state('closed', '2026-03-09')];
    expect(point('risk a4', done)?.[0]).toBe('settled');
    expect(point('risk a4', [...done, state('open', '2026-03-12')])).toEqual([
      'open again',
      '2026-03-26',
    ]);
    expect(point('risk a4', [...held, risk, state('accepted', '2026-03-09')])).toBeUndefined();
  });

  it('of a condition is due on the day that it names, else from the day of the signature', () => {
    const signed = (text: string): Told => ({
      type: 'sign-off/recorded',
      name: 'Mina Okafor',
      role: 'head of operations',
      decision: 'accepted-with-conditions',
      conditions: [text],
      at: '2026-06-24T10:00:00.000Z',
    });
    const due = (text: string) =>
      point('condition 2026-06-24T10:00:00.000Z 1', [...held, signed(text)]);
    expect(due('The restore is shown again by 15 July')).toEqual(['open', '2026-07-15']);
    expect(due('The restore is shown again')).toEqual(['open', '2026-07-08']);
  });
});

it.each([
  ['Shown by 15 July', '2026-07-15'],
  ['Until July 15, 2027 at most', '2027-07-15'],
  ['before 2026-08-01', '2026-08-01'],
  ['by Friday', '2026-06-26'],
  ['by 3/4/2026', undefined],
  ['by the operators', undefined],
  ['by 31 June', undefined],
])('in "%s" the day %s is named', (text, day) => {
  expect(dayNamed(text, '2026-06-24')).toBe(day);
});
