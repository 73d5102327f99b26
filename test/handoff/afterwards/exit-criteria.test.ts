import {describe, expect, it} from 'vitest';
import {runbookFor} from '../../../source/handoff/session/demonstration-items.ts';
import {driftRuns} from '../../../source/handoff/afterwards/drift.ts';
import {
  exitCriteria,
  type ExitCriterion,
} from '../../../source/handoff/afterwards/exit-criteria.ts';
import {itemStanding} from '../../../source/handoff/standing/item-standing.ts';
import {named} from '../../../source/handoff/afterwards/named.ts';
import {diffRuns} from '../../../source/checks/diff/diff-runs.ts';
import {tellDiff} from '../../../source/checks/diff/tell-diff.ts';
import {
  checkRun,
  contact,
  handoffWith,
  held,
  performed,
  type Told,
} from '../../fixtures/afterwards.ts';
import {item} from '../../fixtures/small-playbook.ts';

function criterion(
  id: ExitCriterion['id'],
  changes: readonly Told[],
  now = '2026-03-19T12:00:00.000Z',
) {
  const found = exitCriteria(handoffWith(changes), now).find((entry) => entry.id === id);
  return found && [found.isMet, found.why];
}

it('names what is a sentence without the full stop that would stand before a comma', () => {
  expect(named(['It broke.', 'a', 'b', 'c'])).toBe('It broke, a, b and 1 more');
});

describe('the exit criteria', () => {
  it('want the last day to be reached, which an extension moves', () => {
    expect(criterion('end-date', held, '2026-03-18T12:00:00.000Z')).toEqual([
      false,
      'it ends Thu 19 Mar',
    ]);
    // In Madrid the 19th has begun, in UTC it has not.
    expect(criterion('end-date', held, '2026-03-18T23:30:00.000Z')).toEqual([
      true,
      'it was Thu 19 Mar',
    ]);
    expect(
      criterion('end-date', [
        ...held,
        {type: 'transition/extended', until: '2026-03-26', reason: 'The restore failed.'},
      ]),
    ).toEqual([false, 'it ends Thu 26 Mar']);
    expect(criterion('end-date', held.slice(1))).toEqual([
      false,
      'no last day of the transition was agreed',
    ]);
  });

  it('want no severe issue, neither among the risks nor at the last contact', () => {
    const risk = (severity: string, state: string): Told => ({
      type: 'record/added',
      register: 'risks',
      item: 'issues',
      fields: {name: 'Orders are lost', severity, state},
    });
    expect(criterion('severe-issues', [...held, risk('2', 'open')])).toEqual([
      false,
      'open: Orders are lost',
    ]);
    expect(criterion('severe-issues', [...held, risk('2', 'closed'), risk('3', 'open')])).toEqual([
      true,
      'none is open',
    ]);
    const loud = contact('2026-03-09', {severity: '2'});
    expect(criterion('severe-issues', [...held, loud])?.[0]).toBe(false);
    const looked: Told = {
      type: 'item/settled',
      item: 'issues',
      status: 'not-applicable',
      reason: 'None is known to either side.',
    };
    expect(criterion('severe-issues', [...held, looked, loud, contact('2026-03-16')])?.[0]).toBe(
      true,
    );
    expect(criterion('severe-issues', held)).toEqual([false, 'nobody has looked for any yet']);
    const unsaid = contact('2026-03-16', {severity: ''});
    expect(criterion('severe-issues', [...held, looked, unsaid])).toEqual([
      false,
      'the last contact, with Mina, does not say what the worst issue was',
    ]);
  });

  it('take an issue for severe until its severity is said, and for open until the receiver accepts it', () => {
    const risk = (fields: Readonly<Record<string, string>>): Told => ({
      type: 'record/added',
      register: 'risks',
      item: 'issues',
      fields: {name: 'Orders are lost', severity: '1', state: 'accepted', ...fields},
    });
    const why = (fields: Readonly<Record<string, string>>) =>
      criterion('severe-issues', [...held, risk(fields)]);
    expect(why({severity: '', state: 'open'})).toEqual([
      false,
      'open: Orders are lost (its severity is not said)',
    ]);
    expect(why({})).toEqual([false, 'open: Orders are lost (nothing says who accepts it)']);
    expect(why({acceptedBy: 'n/a'})?.[0]).toBe(false);
    expect(why({acceptedBy: 'ana'})).toEqual([
      false,
      'open: Orders are lost (accepted, but ana hands the system over)',
    ]);
    expect(why({acceptedBy: 'Mina Okafor'})).toEqual([true, 'none is open']);
    expect(why({severity: '3'})).toEqual([true, 'none is open']);
  });

  it('count quiet business days from the last severity 1, holidays left out', () => {
    const loud = [...held, contact('2026-03-13', {severity: '1'})];
    expect(criterion('quiet-days', loud)).toEqual([
      false,
      '4 since severity 1 on Fri 13 Mar, 5 are needed',
    ]);
    expect(criterion('quiet-days', loud, '2026-03-20T12:00:00.000Z')?.[0]).toBe(true);
    const holiday: Told = {type: 'calendar/set', holidays: ['2026-03-17']};
    expect(criterion('quiet-days', [...loud, holiday], '2026-03-20T12:00:00.000Z')?.[0]).toBe(
      false,
    );
  });

  it('want every demonstration unaided in the end, those not applicable left out', () => {
    const first = [...held, ...performed('restart', 'a4', 'prompted', 'The name of the service')];
    expect(criterion('demonstrations', first)).toEqual([
      false,
      'Restart a service (prompted), Restore a backup (never performed)',
    ]);
    const again: Told[] = [
      ...first,
      ...performed('restart', 'a6', 'unaided'),
      {
        type: 'item/settled',
        item: 'restore',
        status: 'not-applicable',
        reason: 'It keeps no data at all.',
      },
    ];
    expect(criterion('demonstrations', again)?.[0]).toBe(true);
  });

  it('do not take all for performed where none was', () => {
    const none = ['restart', 'restore'].map((item): Told => ({
      type: 'item/settled',
      item,
      status: 'not-applicable',
      reason: 'They have run it for years.',
    }));
    expect(criterion('demonstrations', [...held, ...none])).toEqual([
      false,
      'none was performed; all 2 do not apply: They have run it for years',
    ]);
  });

  it('want the check-ins held, the first in two business days, the next at most five apart', () => {
    expect(criterion('check-ins', held, '2026-03-08T12:00:00.000Z')).toEqual([
      false,
      'none was held yet, the next is due Mon 9 Mar',
    ]);
    expect(criterion('check-ins', held)).toEqual([
      false,
      'check-in 1, due Mon 9 Mar, was not held',
    ]);
    const good = [...held, contact('2026-03-09'), contact('2026-03-16')];
    expect(criterion('check-ins', good)).toEqual([true, '2 held']);
    const late = [...held, contact('2026-03-09'), contact('2026-03-18')];
    expect(criterion('check-ins', late)).toEqual([
      false,
      'check-in 2, with Mina, came 2 business days late',
    ]);
    // Neither a talk in between, nor one before the session or without its day, is a check-in.
    const other = [
      ...held,
      contact('2026-03-04'),
      contact(''),
      contact('2026-03-09', {kind: 'other contact'}),
    ];
    expect(criterion('check-ins', other)?.[0]).toBe(false);
  });

  it('want no open point overdue', () => {
    const asked: Told = {type: 'session/noted', kind: 'question', text: 'Who rotates?'};
    const open = [...held, asked];
    expect(criterion('follow-ups', open)).toEqual([false, 'Answer: Who rotates?']);
    expect(
      criterion('follow-ups', [...open, {type: 'session/answered', note: 'a4', answer: 'We do.'}]),
    ).toEqual([true, 'nothing is open']);
    expect(
      criterion('follow-ups', [
        ...open,
        {type: 'follow-up/changed', followUp: 'question a4', due: '2026-03-20'},
      ]),
    ).toEqual([true, '1 open, all in time']);
  });

  it('want every tie with owner and end, or that somebody said there are none', () => {
    const tie = (fields: Readonly<Record<string, string>>): Told => ({
      type: 'record/added',
      register: 'ties',
      item: 'our-ties',
      fields: {name: 'DNS zone', ...fields},
    });
    expect(criterion('ties', held)).toEqual([false, 'nobody has listed them yet']);
    expect(criterion('ties', [...held, tie({owner: 'Jordan'})])).toEqual([false, 'DNS zone']);
    expect(criterion('ties', [...held, tie({owner: 'Jordan', ends: '2026-04-01'})])?.[0]).toBe(
      true,
    );
    const none: Told = {
      type: 'item/settled',
      item: 'our-ties',
      status: 'not-applicable',
      reason: 'All was theirs from the first day.',
    };
    expect(criterion('ties', [...held, none])).toEqual([true, 'there are none']);
  });

  it('want every required check run again after the session', () => {
    const run = (startedAt: string, outcome: 'pass' | 'fail'): Told => ({
      type: 'checks/recorded',
      run: checkRun(startedAt, outcome),
    });
    const before = run('2026-03-05T09:00:00.000Z', 'pass');
    expect(criterion('checks-again', [before, ...held])).toEqual([
      false,
      'they did not run since the session',
    ]);
    const broken = run('2026-03-18T09:00:00.000Z', 'fail');
    expect(criterion('checks-again', [before, ...held, broken])).toEqual([
      false,
      '"Health" gave fail',
    ]);
    const kept = checkRun('2026-03-05T09:00:00.000Z', 'pass');
    const partly: Told = {
      type: 'checks/recorded',
      run: {...kept, id: 'partly', startedAt: '2026-03-18T09:00:00.000Z'},
    };
    expect(criterion('checks-again', [before, ...held, partly])?.[0]).toBe(false);
    const good = run('2026-03-18T09:00:00.000Z', 'pass');
    expect(criterion('checks-again', [before, ...held, broken, good])?.[0]).toBe(true);
  });
});

describe('a demonstration', () => {
  const state = (changes: readonly Told[]) => itemStanding(handoffWith(changes), 'restart').status;

  it('settles its task also with help, and opens it again when it failed', () => {
    expect(state(performed('restart', 'a1', 'unaided'))).toBe('done');
    expect(state(performed('restart', 'a1', 'prompted', 'The host'))).toBe('done');
    expect(
      state([
        ...performed('restart', 'a1', 'unaided'),
        ...performed('restart', 'a3', 'failed', 'No rights'),
      ]),
    ).toBe('open');
  });

  it('that is taken back leaves its task as it was', () => {
    const undone = {type: 'undone', action: 'a2', reason: 'That was another task.'} as const;
    expect(state([...performed('restart', 'a1', 'unaided'), undone])).toBe('open');
  });

  it('follows the runbook that has its words, a row before the title of an item', () => {
    const restart = item('restart', {text: 'Restart a service'});
    expect(runbookFor(handoffWith([]), restart)).toEqual({title: 'Restart services'});
    const written = handoffWith([
      {
        type: 'record/added',
        register: 'runbooks',
        item: 'restart-services',
        fields: {name: 'Bounce the orders daemon', trigger: 'No answer', author: 'Ana'},
      },
    ]);
    expect(runbookFor(written, restart)).toEqual({
      row: 'a1',
      title: 'Bounce the orders daemon',
      trigger: 'No answer',
      author: 'Ana',
    });
    const backUp = {register: 'runbooks', item: 'back-up'} as const;
    const both = handoffWith([
      {type: 'record/added', ...backUp, fields: {name: 'Back up the orders', purpose: 'back up'}},
      {type: 'record/added', ...backUp, fields: {name: 'Restore the orders', purpose: 'restore'}},
    ]);
    const restore = item('restore', {text: 'Restore a backup'});
    expect(runbookFor(both, restore)).toMatchObject({title: 'Restore the orders'});
    expect(runbookFor(written, item('x', {text: 'Sing a song'}))).toBeUndefined();
  });
});

describe('drift', () => {
  it('compares the last run of handover day with the latest', () => {
    const handoff = handoffWith([
      {type: 'checks/recorded', run: checkRun('2026-03-04T09:00:00.000Z', 'fail')},
      {type: 'checks/recorded', run: checkRun('2026-03-05T09:00:00.000Z', 'pass')},
      ...held,
      {type: 'checks/recorded', run: checkRun('2026-03-17T09:00:00.000Z', 'pass')},
      {type: 'checks/recorded', run: checkRun('2026-03-18T09:00:00.000Z', 'warn', '7')},
    ]);
    const runs = driftRuns(handoff);
    expect(runs && tellDiff(diffRuns(runs.before, runs.after))).toEqual([
      'The checks file is the same.',
      'Worse:',
      '  Health: pass → warn: status 200',
      'Values:',
      '  Health: queue 1 → 7',
    ]);
  });

  it('looks at no run of another checks file', () => {
    const own = checkRun('2026-03-17T09:00:00.000Z', 'pass');
    const other = {file: '/tmp/easy.yaml', fileSha256: 'b'};
    const easy = {...checkRun('2026-03-18T09:00:00.000Z', 'pass'), ...other};
    const handoff = handoffWith([
      {type: 'checks/recorded', run: checkRun('2026-03-05T09:00:00.000Z', 'pass')},
      ...held,
      {type: 'checks/recorded', run: own},
      {type: 'checks/recorded', run: easy},
    ]);
    expect(driftRuns(handoff)?.after.id).toBe(own.id);
  });

  it('is not there before the checks ran again', () => {
    expect(
      driftRuns(
        handoffWith([
          {type: 'checks/recorded', run: checkRun('2026-03-05T09:00:00.000Z', 'pass')},
          ...held,
        ]),
      ),
    ).toBeUndefined();
  });
});
