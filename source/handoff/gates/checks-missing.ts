import {gateSettings} from '../model/gate-settings-of.ts';
import type {Handoff} from '../model/handoff.ts';
import {stepWith, type Place} from '../model/place.ts';
import {blockingWords} from '../standing/of-checks/blocking-words.ts';
import {checkFacts} from '../standing/of-checks/check-facts.ts';
import {checkStandings, type CheckStanding} from '../standing/of-checks/check-standing.ts';
import {blockingFact} from './check-fact.ts';
import {isAbsent, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

function ofCheck(standing: CheckStanding, step: string): Requirement {
  const {name} = standing;
  return {
    id: requirementId('check', name),
    mistake: 'not validated',
    text: blockingWords(standing),
    fact: blockingFact(standing),
    isPast: false,
    place: {step, line: {kind: 'check', name}},
  };
}

/** What is missing of the file as a whole; nothing where its checks can be looked at one by one. */
function ofFile(
  handoff: Handoff,
  standings: readonly CheckStanding[],
  place: Place,
): Requirement | undefined {
  const missing = {mistake: 'not validated', isPast: false, place} as const;
  const {lastRun, lastSight} = checkFacts(handoff);
  if (!lastRun)
    return {
      ...missing,
      id: 'checks',
      text: 'The checks have never been run.',
      fact: {checked: 2},
    };
  const {problem} = lastSight ?? {};
  if (problem !== undefined)
    return {
      ...missing,
      id: 'checks',
      text: `The checks file cannot be read: ${problem}`,
      fact: {[`unreadable ${problem}`]: 1},
    };
  const counted = standings.filter(
    ({severity, state}) => severity === 'required' && state !== 'gone',
  );
  const {proofDays} = gateSettings(handoff);
  if (counted.length > 1 && counted.every(({state}) => state === 'old'))
    return {
      ...missing,
      id: 'checks',
      text: `The checks were last run ${proofDays === 0 ? 'before today' : `more than ${proofDays} days ago`}.`,
      fact: {checked: 1},
    };
  return undefined;
}

/** Whether anything required was looked at and may count: what only recommends shows nothing. */
function nothingRequired(standings: readonly CheckStanding[]): boolean {
  return standings.every(
    ({severity, isBlocking, state}) =>
      severity === 'recommended' || (state === 'skipped' && !isBlocking),
  );
}

/** What stands against saying that the required checks hold. */
export function checksMissing(handoff: Handoff, now: string): Requirement[] {
  const step = stepWith(handoff.playbook, 'checks');
  if (!step) return [];
  const standings = checkStandings(handoff, now);
  const whole = ofFile(handoff, standings, {step: step.id});
  const isSaid = ({state}: CheckStanding) => whole !== undefined && state === 'old';
  const blocking = standings.filter((standing) => standing.isBlocking && !isSaid(standing));
  const bare: Requirement = {
    id: 'required-checks',
    mistake: 'not validated',
    text: 'No check in the checks file is required and applies, so nothing says that the system works.',
    fact: isAbsent,
    isPast: false,
    place: {step: step.id},
  };
  return [
    ...(whole ? [whole] : nothingRequired(standings) ? [bare] : []),
    ...blocking.map((standing) => ofCheck(standing, step.id)),
  ];
}
