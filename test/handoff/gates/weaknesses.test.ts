import {expect, it} from 'vitest';
import {weaknesses} from '../../../source/handoff/gates/weaknesses.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {exitCriteria} from '../../../source/handoff/afterwards/exit-criteria.ts';
import {defaultGates, type GateSettings} from '../../../source/playbook/playbook.ts';
import {builtInPlaybook as playbook} from '../../fixtures/built-in-playbook.ts';
import {contact, handoffWith, held, type Told} from '../../fixtures/afterwards.ts';
import {smallPlaybook} from '../../fixtures/small-playbook.ts';
import {handoffAt, honest, instantOfFirst} from '../../fixtures/world/past.ts';

const usual = playbook.gates ?? defaultGates;
const texts = (gates: Partial<GateSettings>) =>
  weaknesses({...playbook, gates: {...usual, ...gates}}).map(({text}) => text);

it('the built-in playbook asks all that is usual', () => {
  expect(weaknesses(playbook)).toEqual([]);
});

it.each<readonly [Partial<GateSettings>, string]>([
  [{proofDays: 0}, 'A proof counts only on the day itself; 14 days are usual.'],
  [{proofDays: 3650}, 'A proof counts for 3650 days; 14 days are usual.'],
  [{contactDays: 90}, 'The test of a contact counts for 90 days; 14 days are usual.'],
  [{reasonLength: 0}, 'A reason may have 0 characters; 15 are usual.'],
  [{sessionMinutes: 0}, 'A session may have 0 minutes; 60 are usual.'],
  [{handsOnPercent: 0}, 'Who has the keyboard is not asked.'],
  [{handsOnBlock: ''}, 'Who has the keyboard is not asked.'],
  [{quietDays: 0}, 'No quiet day before the end is asked for; 5 are usual.'],
  [{prove: []}, 'No runbook has to be proven.'],
])('of a playbook with %j it is told: %s', (gates, text) => {
  expect(texts(gates)).toEqual([text]);
});

it('a playbook without gates, steps and tables, with ticks of its own, says so', () => {
  const ids = weaknesses(smallPlaybook).map(({id}) => id);
  expect(ids).toEqual(
    expect.arrayContaining([
      'gates',
      'step demonstrations',
      'step sign-off',
      'register contacts',
      'ticked docs-complete',
    ]),
  );
  expect(ids).not.toContain('step checks');
});

it('a gate that is not asked is not open', () => {
  const start = instantOfFirst('session/started');
  const handoff = handoffAt(start, honest.slice(0, 1));
  const {gates: _, ...bare} = handoff.playbook;
  expect(readGate({...handoff, playbook: bare}, 'session', start).state).toBe('not asked');
  expect(readGate(handoff, 'session', start).state).toBe('shut');
});

it('no quiet days at all mean none on the day itself', () => {
  const quiet = (changes: readonly Told[]) => {
    const handoff = handoffWith(changes);
    const gates = {...defaultGates, quietDays: 0};
    return exitCriteria(
      {...handoff, playbook: {...handoff.playbook, gates}},
      '2026-03-19T12:00:00.000Z',
    ).find(({id}) => id === 'quiet-days');
  };
  expect(quiet([...held, contact('2026-03-19', {severity: '1'})])).toMatchObject({
    isMet: false,
    text: 'No severity 1 today',
  });
  expect(quiet([...held, contact('2026-03-18', {severity: '1'})])?.isMet).toBe(true);
});

it('no days for a proof mean the day of the session', () => {
  const handoff = handoffAt(instantOfFirst('session/started'));
  const gates = {...usual, proofDays: 0};
  const {missing} = readGate(
    {...handoff, playbook: {...handoff.playbook, gates}},
    'session',
    instantOfFirst('session/started'),
  );
  expect(missing.map(({text}) => text)).toContain(
    '"Check health" has not been proven on the system today: run its runbook, or a check that proves it.',
  );
});
