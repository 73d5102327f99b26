import {expect, it} from 'vitest';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {weaknesses} from '../../../source/handoff/gates/weaknesses.ts';
import type {GateName} from '../../../source/handoff/model/gate-waiver.ts';
import {requiredGates, type Step} from '../../../source/playbook/playbook.ts';
import {journalOf} from '../../fixtures/journals.ts';
import {item, smallPlaybook} from '../../fixtures/small-playbook.ts';

const playbook = {...smallPlaybook, gates: requiredGates};
const now = '2026-03-04T12:00:00Z';

function missing(gate: GateName, changes: readonly Change[] = [], by = playbook): string[] {
  const handoff = {...foldJournal(journalOf(changes)), playbook: by};
  return readGate(handoff, gate, now).missing.map(({text}) => text);
}

const done = (item: string): Change => ({type: 'item/settled', item, status: 'done'});

const written: readonly Change[] = [
  done('criteria-validated'),
  {type: 'item/written', item: 'architecture', text: 'One process.'},
  done('architecture'),
  done('checks-run'),
];

it('the session waits for required items of the preparation and for the checks', () => {
  expect(missing('session')).toEqual([
    'The checks have never been run.',
    '"architecture" is not written.',
    '"criteria validated" is not settled.',
    '"checks run" is not settled.',
  ]);
});

it('nothing is asked of what is optional, nor of a plan and its length', () => {
  expect(missing('session', written)).toEqual(['The checks have never been run.']);
});

it('a session counts as held once its topics were covered, however long it took', () => {
  expect(missing('handover')).toEqual([
    '"what and where" is not settled.',
    '"components" is not settled.',
    '"questions" is not settled.',
  ]);
});

it('the receiver signs when all that comes before is settled', () => {
  expect(missing('closing', written)).toEqual([
    'The checks have never been run.',
    '"what and where" is not settled.',
    '"components" is not settled.',
    '"questions" is not settled.',
    '"send documents" is not settled.',
    '"check in" is not settled.',
  ]);
});

it('says what it does not ask, also of tables and steps that are there and optional', () => {
  const texts = weaknesses(playbook).map(({text}) => text);
  expect(texts[0]).toMatch(/^Asked are only that required items are settled/u);
  expect(texts).toContain('No session has to be planned.');
  expect(texts).not.toContain('No check of the deployed system is asked for.');
  expect(texts).not.toContain(
    'No agenda is kept, so no time and no topic of the session is asked for.',
  );
});

it('a text to read waits for somebody who confirms it', () => {
  const [first, ...others] = playbook.phases;
  const step: Step = {
    id: 'about',
    title: 'About',
    screen: 'checklist',
    items: [item('read-about', {isReading: true})],
    position: {line: 1, column: 1},
  };
  const phases = first ? [{...first, steps: [step]}, ...others] : [];
  expect(missing('session', [], {...playbook, phases})).toEqual([
    'The text of "About" is not confirmed as read.',
  ]);
});
