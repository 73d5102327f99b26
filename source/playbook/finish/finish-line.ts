import {
  requiredGates,
  type Notice,
  type Phase,
  type Playbook,
  type Screen,
  type Step,
} from '../playbook.ts';
import type {Settings} from '../settings/playbook-settings.ts';
import {addedSteps, allItems, stepsOf} from '../walk.ts';
import {withKnownSteps} from './known-steps.ts';
import * as own from './own-steps.ts';
import {withWrittenTopics} from './topics.ts';

const has = (phases: readonly Phase[], screen: Screen) =>
  stepsOf({phases}).some(({step}) => step.screen === screen);

/** The last phase of the preparation that comes before the session. */
function lastPreparation(phases: readonly Phase[]): Phase | undefined {
  const after = phases.findIndex(({kind}) => kind !== 'preparation');
  const before = after === -1 ? phases : phases.slice(0, after);
  return before.at(-1) ?? phases.findLast(({kind}) => kind === 'preparation');
}

/** Puts steps at the end of a phase, or before the sign-off in it. */
function append(phases: readonly Phase[], phase: Phase, added: readonly Step[]): readonly Phase[] {
  const signed = phase.steps.findIndex(({screen}) => screen === 'sign-off');
  const at = signed === -1 ? phase.steps.length : signed;
  const steps = phase.steps.toSpliced(at, 0, ...added);
  return phases.map((one) => (one === phase ? {...one, steps} : one));
}

/** Puts a step directly before the first one that has a screen. */
function insertBefore(phases: readonly Phase[], screen: Screen, added: Step): readonly Phase[] {
  const before = stepsOf({phases}).find(({step}) => step.screen === screen)?.step;
  return phases.map((phase) => ({
    ...phase,
    steps: phase.steps.flatMap((step) => (step === before ? [added, step] : [step])),
  }));
}

function withPreparation(phases: readonly Phase[]): readonly Phase[] {
  const kept = new Set(allItems({phases}).map(({item}) => item.register));
  const people = own.peopleStep(kept);
  const steps = [
    ...(people ? [people] : []),
    ...(has(phases, 'checks') ? [] : [own.validationStep]),
    ...(has(phases, 'documents') ? [] : [own.documentStep]),
  ];
  const last = lastPreparation(phases);
  if (last) return append(phases, last, steps);
  return steps.length > 0 ? [{...own.preparationPhase, steps}, ...phases] : phases;
}

function withPlan(phases: readonly Phase[]): readonly Phase[] {
  const isPlanned = has(phases, 'plan') || !has(phases, 'agenda');
  return isPlanned ? phases : insertBefore(phases, 'agenda', own.planStep);
}

function withClosing(phases: readonly Phase[]): readonly Phase[] {
  const points = has(phases, 'follow-ups') ? [] : [own.pointsStep];
  if (has(phases, 'sign-off')) {
    const [step] = points;
    return step ? insertBefore(phases, 'sign-off', step) : phases;
  }
  const steps = [...points, own.signOffStep];
  const last = phases.findLast(({kind}) => kind === 'post-handoff');
  return last ? append(phases, last, steps) : [...phases, {...own.closingPhase, steps}];
}

const listed = new Intl.ListFormat('en-GB', {type: 'conjunction'});

/** What was added, and what has to hold where the file says nothing of it. */
function addedNotice(phases: readonly Phase[], hasGate: boolean): Notice[] {
  const titles = addedSteps({phases}).map(({title}) => title);
  const [first = '', ...others] = titles;
  const names = listed.format([first, ...others.map((title) => title.toLowerCase())]);
  const added = `${names} ${titles.length === 1 ? 'is' : 'are'} added, as the file has none.`;
  const sentences = [
    ...(titles.length > 0 ? [added] : []),
    ...(hasGate ? ['What is required has to be settled before the receiver signs.'] : []),
  ];
  if (sentences.length === 0) return [];
  return [{message: sentences.join(' '), position: {line: 1, column: 1}}];
}

/**
 * A playbook with all that a handoff cannot end without. What its file has is found by its words;
 * what it lacks is added as steps of our own, which are marked as that, and as a gate that asks for
 * what is required. `finish: none` in the front matter leaves it as it is, `gates: none` without the
 * gate.
 */
export function withFinishLine(playbook: Playbook, settings: Settings): Playbook {
  if (settings.isAsItIs) return playbook;
  const isArranged = settings.steps.size > 0 || settings.registers.size > 0;
  const read = isArranged ? playbook.phases : withWrittenTopics(playbook.phases);
  const known = withKnownSteps(read, new Set(settings.steps.keys()));
  const phases = withClosing(withPlan(withPreparation(known)));
  const hasGate = settings.gates === undefined;
  return {
    ...playbook,
    phases,
    ...(hasGate ? {gates: requiredGates} : {}),
    notices: [...addedNotice(phases, hasGate), ...playbook.notices],
  };
}
