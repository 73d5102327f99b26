import type {Handoff} from '../../handoff/model/handoff.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import type {Screen} from '../../playbook/playbook.ts';
import {itemPlace, stepWith} from '../../handoff/model/place.ts';
import type {DocumentName} from '../document-names.ts';
import {readinessOf, type DocumentReadiness} from './finding.ts';

interface Cause {
  readonly what: string;
  readonly toDo: string;
  readonly screen: Screen;
}

function causeOf(document: DocumentName, handoff: Handoff): Cause | undefined {
  if (document === 'validation-report' && !checkFacts(handoff).lastRun) {
    const what = 'No check has been run, so there is nothing to report.';
    return {what, toDo: 'Run the checks.', screen: 'checks'};
  }
  if (document === 'session-summary' && !handoff.session.endedAt) {
    const what = 'The session has not been held, so there is nothing to sum up.';
    return {what, toDo: 'Hold the session.', screen: 'agenda'};
  }
  return undefined;
}

/** A document about what has not taken place yet, which no text in it would show. */
export function lintPremature(
  document: DocumentName,
  handoff: Handoff,
): DocumentReadiness | undefined {
  const cause = causeOf(document, handoff);
  if (!cause) return undefined;
  const {what, toDo, screen} = cause;
  const step = stepWith(handoff.playbook, screen);
  const [item] = step?.items ?? [];
  const place = step && item ? itemPlace(step, item) : undefined;
  return readinessOf(document, 1, 1, [
    {document, part: 'All of it', rule: 'not-written', level: 'warning', what, toDo, place},
  ]);
}
