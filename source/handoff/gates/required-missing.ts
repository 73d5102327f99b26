import {isSettled} from '../items/progress.ts';
import {workItems} from '../items/items.ts';
import type {GateName} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemPlace, stepWith} from '../model/place.ts';
import {settlingFact} from '../standing/settled-by.ts';
import {stepsOf, type StepPlace} from '../../playbook/walk.ts';
import type {Item, SettlingFact} from '../../playbook/playbook.ts';
import {checksMissing} from './checks-missing.ts';
import {documentationMissing} from './documentation-missing.ts';
import {isAbsent, unsettledWords, type ItemAt, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

/** What the gate itself is about, or says of each check with its reason. */
const saidElsewhere: ReadonlySet<SettlingFact | undefined> = new Set([
  'checks',
  'outcomes',
  'sign-off',
]);

function isAsked(handoff: Handoff, {step}: StepPlace, item: Item): boolean {
  return !item.isOptional && !saidElsewhere.has(settlingFact(handoff, step, item));
}

function unsettled({phase, step, item}: ItemAt): Requirement {
  return {
    id: requirementId('item', item.id),
    mistake: phase.kind === 'session' ? 'rushed' : 'not written down',
    text: unsettledWords({step, item}, 'is not settled'),
    fact: isAbsent,
    isPast: false,
    place: itemPlace(step, item),
  };
}

/** The steps that come before a gate; nobody has done before signing what stands behind it. */
function stepsBefore({playbook}: Handoff, name: GateName): readonly StepPlace[] {
  const steps = stepsOf(playbook);
  const signed = steps.findIndex(({step}) => step.screen === 'sign-off');
  switch (name) {
    case 'session':
      return steps.filter(({phase}) => phase.kind === 'preparation');
    case 'handover':
      return steps.filter(({step}) => step.screen === 'agenda');
    case 'closing':
      return steps.filter(
        ({phase}, index) => phase.kind !== 'post-handoff' || signed === -1 || index < signed,
      );
  }
}

/**
 * What stands before a gate where nothing is asked but what is required: each required item is
 * settled, and each required check holds.
 *
 * @param now ISO 8601
 */
export function requiredMissing(handoff: Handoff, name: GateName, now: string): Requirement[] {
  const steps = stepsBefore(handoff, name);
  const checks = stepWith(handoff.playbook, 'checks');
  const written = name === 'handover' ? [] : documentationMissing(handoff);
  const said = new Set(written.map(({id}) => id));
  const items = steps.flatMap((place) =>
    workItems(handoff, place.step)
      .filter((item) => isAsked(handoff, place, item) && !isSettled(handoff, item))
      .map((item) => unsettled({...place, item})),
  );
  return [
    ...(steps.some(({step}) => step === checks) ? checksMissing(handoff, now) : []),
    ...written,
    ...items.filter(({id}) => !said.has(id)),
  ];
}
