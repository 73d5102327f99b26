import type {GateName} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {documentationMissing} from './documentation-missing.ts';
import {expectationsMissing, expectationsLost} from './expectations-missing.ts';
import {requiredMissing} from './required-missing.ts';
import {requirementId} from './requirement-id.ts';
import type {Requirement} from './requirement.ts';
import {planMissing, sessionTimeMissing} from './session-time.ts';
import {teachBackMissing} from './teach-back-missing.ts';
import {transitionMissing} from './transition-missing.ts';
import {understandingMissing} from './understanding-missing.ts';
import {handedOverUnproven, validationMissing} from './validation-missing.ts';

/** What is not written; of an empty table one line is enough, and one waiver. */
function unwritten(handoff: Handoff, agreed: readonly Requirement[]): Requirement[] {
  const said = new Set(
    agreed.flatMap(({place}) =>
      place.line?.kind === 'item' ? [requirementId('item', place.line.id)] : [],
    ),
  );
  return documentationMissing(handoff).filter(({id}) => !said.has(id));
}

/** Closing is the preparation still complete, proofs of what is handed over, and the exit criteria. */
function closing(handoff: Handoff, now: string): Requirement[] {
  const agreed = expectationsLost(handoff, now);
  const exit = transitionMissing(handoff, now);
  const isSaid = exit.some(({id}) => id === requirementId('exit', 'demonstrations'));
  return [
    ...handedOverUnproven(handoff, now),
    ...agreed,
    ...unwritten(handoff, agreed),
    ...sessionTimeMissing(handoff, now),
    // One line for the demonstrations is enough.
    ...understandingMissing(handoff).filter(({id}) => !isSaid || id === 'performers'),
    ...teachBackMissing(handoff),
    ...exit,
  ];
}

/** All that a gate misses at an instant, waived or not. Nothing where the playbook has no gates. */
export function requirementsOf(handoff: Handoff, name: GateName, now: string): Requirement[] {
  const {gates} = handoff.playbook;
  if (!gates) return [];
  if (gates.asks === 'required') return requiredMissing(handoff, name, now);
  switch (name) {
    case 'session': {
      const agreed = expectationsMissing(handoff, now);
      return [
        ...validationMissing(handoff, now),
        ...planMissing(handoff),
        ...agreed,
        ...unwritten(handoff, agreed),
      ];
    }
    case 'handover':
      return [
        ...sessionTimeMissing(handoff, now),
        ...understandingMissing(handoff),
        ...teachBackMissing(handoff),
      ];
    case 'closing':
      return closing(handoff, now);
  }
}
