import {describe, expect, it} from 'vitest';
import {openFollowUps} from '../../../source/handoff/afterwards/follow-ups.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {questionsOfRunbooks} from '../../../source/handoff/offers/questions-of-runbooks.ts';
import {lawRefusal} from '../../../source/handoff/rules/law.ts';
import {
  teachBackQuestions,
  teachBackStanding,
} from '../../../source/handoff/teaching/teach-back-standing.ts';
import type {TeachBackOutcome} from '../../../source/handoff/teaching/teach-back.ts';
import {handoffAt, now, without, type Told} from '../../fixtures/world/past.ts';
import {customer, engineer} from '../../fixtures/world/story.ts';

/** The honest story in which nobody was asked anything back. */
const honest = without(({type}) => type.startsWith('teach-back/'));

const [first = '', second = ''] = teachBackQuestions(handoffAt(now)).map(({id}) => id);
const ids = [first, second] as const;

const asked = (question: string, outcome: TeachBackOutcome, answerer = customer): Change => ({
  type: 'teach-back/asked',
  question,
  answerer,
  asker: engineer,
  outcome,
});

/** The honest story with answers one minute after the other, the last one a minute ago. */
function answered(...changes: readonly Change[]): Told {
  return [
    ...honest,
    ...changes.map((change, at) => ({
      id: `answer-${at}`,
      minutesAgo: changes.length - at,
      change,
    })),
  ];
}

function standing(told: Told, id: string) {
  const handoff = handoffAt(now, told);
  const row = handoff.records.find((each) => each.id === id);
  if (!row) throw new Error(`No question ${id}.`);
  return teachBackStanding(handoff, row);
}

/** The handoff by a playbook that asks for the questions. */
function demanding(told: Told): Handoff {
  const handoff = handoffAt(now, told);
  const phases = handoff.playbook.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => ({
      ...step,
      items: step.items.map((item) =>
        item.register === 'teach-back' ? {...item, isOptional: false} : item,
      ),
    })),
  }));
  return {...handoff, playbook: {...handoff.playbook, phases}};
}

function missing(handoff: Handoff): string[] {
  return readGate(handoff, 'handover', now).missing.map(({text}) => text);
}

describe('an answer', () => {
  it('counts as the last one that was judged, of those who take over', () => {
    expect(standing(honest, ids[0])).toEqual({state: 'never asked', isOfEarlier: false});
    const told = answered(asked(ids[0], 'not-known'), asked(ids[0], 'right'));
    expect(standing(told, ids[0])).toMatchObject({state: 'right', answerer: customer});
    expect(standing(told, ids[1])).toMatchObject({state: 'never asked'});
  });

  it('in writing waits until somebody judges it', () => {
    const written: Change = {
      type: 'teach-back/answered',
      question: ids[0],
      answerer: customer,
      said: 'Health first, then the log.',
    };
    expect(standing(answered(written), ids[0])).toMatchObject({
      state: 'never asked',
      toJudge: {said: 'Health first, then the log.'},
    });
    const judged = standing(answered(written, asked(ids[0], 'right')), ids[0]);
    expect(judged).toMatchObject({state: 'right'});
    expect(judged).not.toHaveProperty('toJudge');
  });

  it('tells that the question was changed since', () => {
    const changed: Change = {
      type: 'record/changed',
      record: ids[0],
      fields: {answer: 'The log, then health.'},
    };
    expect(standing(answered(asked(ids[0], 'right'), changed), ids[0])).toMatchObject({
      state: 'right',
      isOfEarlier: true,
    });
  });

  it('of whoever turns out to hand over does not count', () => {
    const stranger = 'Sam Reyes';
    const described: Change = {type: 'person/described', name: stranger, side: 'vendor'};
    const told = answered(asked(ids[0], 'right', stranger), described);
    expect(standing(told, ids[0])).toMatchObject({
      state: 'not counted',
      why: 'Sam Reyes hands the system over',
    });
  });
});

describe('what the rules refuse', () => {
  const handoff = handoffAt(now, honest);
  const refusal = (change: Change) => lawRefusal(handoff, change, {actor: engineer, now})?.code;
  const written = (said: string): Change => ({
    type: 'teach-back/answered',
    question: ids[0],
    answerer: customer,
    said,
  });

  it.each(['Yes', 'yes.', 'OK, understood!', 'I understand', 'All clear', 'Sure, got it.'])(
    '"%s" is no answer',
    (said) => {
      expect(refusal(written(said))).toBe('assurance');
    },
  );

  it.each(['Yes, health says ok', 'No orders for a minute', 'OK stands in the second line'])(
    '"%s" is one',
    (said) => {
      expect(refusal(written(said))).toBeUndefined();
    },
  );

  it.each([
    ['Do you understand the restart?', 'closed-question'],
    ['Is that clear?', 'closed-question'],
    ['Any questions?', 'closed-question'],
    ['What do you do when it is slow?', undefined],
    ['Issues with the disk: what do you look at?', undefined],
  ])('"%s" as a question', (name, code) => {
    expect(
      refusal({type: 'record/added', register: 'teach-back', item: 'teach-back', fields: {name}}),
    ).toBe(code);
    expect(refusal({type: 'record/changed', record: ids[0], fields: {name}})).toBe(code);
  });

  it('asks no runbook, no one who hands over, and nobody of themselves', () => {
    const runbook = handoff.records.find(({register}) => register === 'runbooks')?.id ?? '';
    expect(refusal(asked(runbook, 'right'))).toBe('no-question');
    expect(refusal(asked(ids[0], 'right', engineer))).toBe('answerer');
    expect(refusal({...asked(ids[0], 'right'), asker: customer} as Change)).toBe('asker');
    expect(refusal(asked(ids[0], 'right'))).toBeUndefined();
  });
});

describe('what comes of it', () => {
  const points = (told: Told) =>
    openFollowUps(handoffAt(now, told))
      .filter(({kind}) => kind === 'teach-back')
      .map(({id, text}) => [id, text]);

  it('a question that was not known at once is an open point until it is known', () => {
    expect(points(answered(asked(ids[0], 'right')))).toEqual([]);
    expect(points(answered(asked(ids[0], 'not-known'), asked(ids[1], 'with-help')))).toEqual([
      [
        `teach-back ${ids[0]}`,
        'Teach the answer to "Orders stop coming in. What do you look at first?", then ask it again at a check-in',
      ],
      [
        `teach-back ${ids[1]}`,
        'Ask "A restore has failed half way. What do you do?" again at a check-in',
      ],
    ]);
    expect(points(answered(asked(ids[0], 'not-known'), asked(ids[0], 'right')))).toEqual([]);
  });

  it('no gate of the built-in playbook asks for it', () => {
    expect(missing(handoffAt(now, answered(asked(ids[0], 'not-known'))))).toEqual([]);
  });

  it('a playbook whose item is not optional asks for each question', () => {
    expect(missing(demanding(answered(asked(ids[0], 'not-known'))))).toEqual([
      '"Orders stop coming in. What do you look at first?" was not known: teach it again, then ask it again.',
      'The customer has not answered "A restore has failed half way. What do you do?".',
    ]);
    const all = answered(asked(ids[0], 'right'), asked(ids[1], 'with-help'));
    expect(missing(demanding(all))).toEqual([]);
    const none = demanding(honest);
    const records = none.records.filter(({register}) => register !== 'teach-back');
    expect(missing({...none, records})).toEqual([
      'No question was asked back: "Teach-back" has none.',
    ]);
  });
});

describe('what the runbooks ask', () => {
  it('is what shows that each has worked and how it is undone, but for those that are asked of', () => {
    const handoff = handoffAt(now, honest);
    const names = questionsOfRunbooks(handoff).map(({fields}) => fields['name']);
    expect(names).toContain('What shows that "Restart the orders service" has worked?');
    expect(names.filter((name) => (name as string).includes('Back up'))).toEqual([]);
    expect(names.filter((name) => (name as string).includes('Check health'))).toEqual([]);
    const records = handoff.records.filter(({register}) => register !== 'teach-back');
    const all = questionsOfRunbooks({...handoff, records});
    expect(all.map(({fields}) => fields['name'])).toContain(
      'How do you undo "Back up and restore the orders", and when?',
    );
    for (const {fields} of all) expect(fields['answer']).not.toBe('');
  });

  it('is offered once', () => {
    const handoff = handoffAt(now, honest);
    const [one] = questionsOfRunbooks(handoff);
    if (!one) throw new Error('Nothing is offered.');
    const told = answered({type: 'record/added', ...one});
    const left = questionsOfRunbooks(handoffAt(now, told)).map(({fields}) => fields['name']);
    expect(left).not.toContain(one.fields['name']);
    expect(left).toHaveLength(questionsOfRunbooks(handoff).length - 1);
  });
});
