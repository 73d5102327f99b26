import type {RunbookStep, StepTarget} from './runbook-step.ts';

/** What has to be known of a step that ran to find the way on. */
export interface Visit {
  readonly number: number;
  /** Whether it was found to be as it should. */
  readonly isMet: boolean;
  /** Whether somebody has judged it. */
  readonly isJudged: boolean;
}

/** Where a step goes when it is as it should be. */
export function wayOn(steps: readonly RunbookStep[], step: RunbookStep): StepTarget {
  if (step.next && step.next.to.kind !== 'advice') return step.next.to;
  return step.number < steps.length ? {kind: 'step', number: step.number + 1} : {kind: 'end'};
}

function stepAt(steps: readonly RunbookStep[], number: number): RunbookStep | undefined {
  return steps[number - 1];
}

function canFollow(steps: readonly RunbookStep[], visit: Visit, next: Visit): boolean {
  const step = stepAt(steps, visit.number);
  if (!step || !visit.isJudged) return false;
  if (visit.isMet) {
    const to = wayOn(steps, step);
    return to.kind === 'step' && to.number === next.number;
  }
  const isAgain = next.number === visit.number;
  return isAgain || step.branches.some(({to}) => to.kind === 'step' && to.number === next.number);
}

/** The first visit that no way of the runbook leads to, counted from 0; nothing where each has one. */
export function strayVisit(
  steps: readonly RunbookStep[],
  visits: readonly Visit[],
): number | undefined {
  const stray = visits.findIndex((visit, at) => {
    const before = visits[at - 1];
    return before ? !canFollow(steps, before, visit) : visit.number !== 1;
  });
  return stray === -1 ? undefined : stray;
}

/** Whether the way came to the end of the runbook, with its last step as it should be. */
export function isAtEnd(steps: readonly RunbookStep[], visits: readonly Visit[]): boolean {
  const last = visits.at(-1);
  const step = last && stepAt(steps, last.number);
  return last?.isMet === true && step !== undefined && wayOn(steps, step).kind !== 'step';
}
