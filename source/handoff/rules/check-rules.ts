import {isOnePerson} from './people/sides.ts';
import type {CheckRecord, CheckRunRecord} from '../model/check-run.ts';
import {checkFacts} from '../standing/of-checks/check-facts.ts';
import {evidenceFault} from '../standing/evidence-standing.ts';
import {isAhead} from '../time/clock-skew.ts';
import {refused, type Refusal} from './refused.ts';
import type {Rule} from './rule.ts';
import {isNobody} from './people/sides.ts';

/** What can be seen of a result that no run gives, in words that follow its name. */
function problemOf(
  {outcome, findings, kind, attestation, code}: CheckRecord,
  actor: string,
): string | undefined {
  const isGood = outcome === 'pass' || outcome === 'warn';
  const unmet = findings.find(({isMet, level}) => !isMet && level === 'expect');
  if (isGood && unmet)
    return `is said to ${outcome}, but expected ${unmet.subject} ${unmet.expected} and found ${unmet.actual}`;
  if (outcome === 'pass' && findings.some(({isMet}) => !isMet))
    return 'is said to pass, but one of its warnings is out';
  const speaksOfExit = findings.some(({subject}) => subject === 'exit');
  if (isGood && kind === 'command' && code !== undefined && code !== 0 && !speaksOfExit)
    return `is said to ${outcome}, but ended with exit ${code}`;
  // Whoever runs the program says it under the name that he has there, however bare that is.
  if (attestation && attestation.by !== actor && isNobody(attestation.by))
    return 'is attested by nobody';
  if (isGood && kind === 'manual' && attestation?.isMet !== true)
    return `is said to ${outcome}, but nobody attests it`;
  return undefined;
}

function impossible({results}: CheckRunRecord, actor: string): string | undefined {
  const names = new Set<string>();
  for (const result of results) {
    const problem = names.has(result.name) ? 'is there twice' : problemOf(result, actor);
    if (problem !== undefined) return `"${result.name}" ${problem}.`;
    names.add(result.name);
  }
  return undefined;
}

function aheadRefusal(instants: readonly string[], now: string): Refusal | undefined {
  return instants.some((instant) => isAhead(instant, now))
    ? refused(
        'ahead',
        'The run of the checks lies ahead of now.',
        'Set the clock of this machine right, and run them again.',
      )
    : undefined;
}

export const hasRun: Rule<'checks/recorded'> = (_, {run}, {now}) => {
  const {results, startedAt} = run;
  if (results.length === 0)
    return refused('no-checks', 'No check ran.', 'Name at least one in the checks file.');
  const instants = results.flatMap((result) => [
    result.startedAt,
    ...(result.attestation ? [result.attestation.at] : []),
  ]);
  return aheadRefusal([startedAt, ...instants], now);
};

/** Nobody gives the word of another: it was kept when they gave it. */
export const isOwnWord: Rule<'checks/recorded'> = (handoff, {run}, {actor}) => {
  const isKnown = ({name, attestation}: CheckRecord) =>
    handoff.checkRuns.some(({results}) =>
      results.some(
        (before) =>
          before.name === name &&
          before.attestation?.by === attestation?.by &&
          before.attestation?.at === attestation?.at,
      ),
    );
  const foreign = run.results.find(
    (result) =>
      result.attestation !== undefined &&
      !isOnePerson(handoff, result.attestation.by, actor) &&
      !isKnown(result),
  );
  return foreign
    ? refused(
        'attested-by-another',
        `"${foreign.name}" is attested by ${foreign.attestation?.by}, and ${actor} enters it.`,
        'Whoever has seen it attests it.',
      )
    : undefined;
};

export const isPossible: Rule<'checks/recorded'> = (_, {run}, {actor}) => {
  const problem = impossible(run, actor);
  return problem === undefined
    ? undefined
    : refused('impossible-result', problem, 'Run the check; what comes out of it is kept.');
};

/** Looking again says nothing new while nothing changed. */
export const isNewSight: Rule<'checks/seen'> = (handoff, {sha256, problem}) => {
  const {lastSight} = checkFacts(handoff);
  return lastSight?.sha256 === sha256 && lastSight.problem === problem
    ? refused('seen', 'The checks file is as it was.', 'Nothing has to be done.')
    : undefined;
};

export const isNewlyFound: Rule<'evidence/found-changed'> = (handoff, {stored, kind}) =>
  evidenceFault(handoff, stored)?.kind === kind
    ? refused('found', 'This was found before.', 'Nothing has to be done.')
    : undefined;
