import {isDeepStrictEqual} from 'node:util';
import {describe, expect, it} from 'vitest';
import {blockers} from '../../../source/handoff/ahead/blockers.ts';
import {duties} from '../../../source/handoff/ahead/duties.ts';
import {openFollowUps} from '../../../source/handoff/afterwards/follow-ups.ts';
import {contact, handoffWith, held, performed, type Told} from '../../fixtures/afterwards.ts';

const question: Told = {type: 'session/noted', kind: 'question', text: 'Who rotates?'};

describe('what is due next', () => {
  it('has open points and check-ins beside the items, the soonest first', () => {
    const handoff = handoffWith([...held, question]);
    const found = duties(handoff, '2026-03-05T12:00:00.000Z');
    expect(found.map(({text, due}) => [text, due.date])).toEqual([
      ['send documents', '2026-03-06'],
      ['check in', '2026-03-09'],
      ['Hold check-in 1 of 2', '2026-03-09'],
      ['Answer: Who rotates?', '2026-03-09'],
    ]);
    expect(found.at(-1)).toMatchObject({
      kind: 'follow-up',
      owner: 'Jordan',
      place: {step: 'open-points', line: {kind: 'follow-up', id: 'question a4'}},
    });
  });

  it('goes on to the next check-in once one was held', () => {
    const handoff = handoffWith([...held, contact('2026-03-06')]);
    const next = duties(handoff, '2026-03-06T12:00:00.000Z').find(({kind}) => kind === 'check-in');
    expect(next).toMatchObject({id: 'check-in 2', due: {date: '2026-03-13'}, isOverdue: false});
  });

  it('has nothing of that before the session has ended', () => {
    expect(duties(handoffWith([question]), '2026-03-05T12:00:00.000Z')).toEqual([]);
  });

  it('stands in the way once its day has passed, each thing once', () => {
    const found = blockers(handoffWith([...held, question]), '2026-03-10T12:00:00.000Z');
    const late = found.filter(({why}) => why.startsWith('overdue'));
    expect(late.map(({text}) => text)).toEqual([
      'send documents',
      'check in',
      'Hold check-in 1 of 2',
      'Answer: Who rotates?',
    ]);
    const sent = {kind: 'item', id: 'send-documents'};
    expect(found.filter(({place}) => isDeepStrictEqual(place?.line, sent))).toHaveLength(1);
  });
});

const accepted = {
  type: 'sign-off/recorded',
  name: 'Mina',
  role: 'operations',
  decision: 'accepted-with-conditions',
} as const;

describe('open points', () => {
  it('come from demonstrations: a repetition at the next check-in, and a change to the runbook', () => {
    const handoff = handoffWith([...held, ...performed('restart', 'a4', 'prompted', 'Name it')]);
    expect(openFollowUps(handoff).map(({text, due}) => [text, due?.date])).toEqual([
      ['Have "Restart a service" performed unaided at a check-in', '2026-03-09'],
      ['Change the runbook of "Restart a service": Name it', '2026-03-12'],
    ]);
  });

  it('close with an outcome and open again, and the repetition goes with an unaided try', () => {
    const closed = handoffWith([
      ...held,
      ...performed('restart', 'a4', 'prompted', 'Name it'),
      {type: 'follow-up/closed', followUp: 'runbook change a4', outcome: 'Named.'},
      ...performed('restart', 'a7', 'unaided'),
    ]);
    expect(openFollowUps(closed)).toEqual([]);
    expect(closed.followUps['runbook change a4']).toMatchObject({
      outcome: 'Named.',
      closedBy: 'ana',
    });
  });

  it('take each condition of an acceptance, whole', () => {
    const conditions = ['Move the DNS zone; until then call Jordan', 'Rotate the keys'];
    const handoff = handoffWith([...held, {...accepted, conditions}]);
    expect(openFollowUps(handoff).map(({id, text}) => [id, text])).toEqual([
      ['condition 2026-03-04T09:04:00.000Z 1', `Condition of Mina: ${conditions[0]}`],
      ['condition 2026-03-04T09:04:00.000Z 2', 'Condition of Mina: Rotate the keys'],
    ]);
  });

  it('keep the conditions and ids of an entry that has them in its remarks', () => {
    const remarks = 'Restore once more; rotate the keys\n\nName a deputy ';
    const handoff = handoffWith([...held, {...accepted, remarks}]);
    expect(openFollowUps(handoff).map(({id, text}) => [id, text])).toEqual([
      ['condition 2026-03-04T09:04:00.000Z 1', 'Condition of Mina: Restore once more'],
      ['condition 2026-03-04T09:04:00.000Z 2', 'Condition of Mina: rotate the keys'],
      ['condition 2026-03-04T09:04:00.000Z 3', 'Condition of Mina: Name a deputy'],
    ]);
  });
});
