import type {FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import {stepsOf} from '../../../playbook/walk.ts';
import {wrapLines, type Line} from '../../list/line.ts';

/** The title of the step where an open point is settled at its source. */
export function sourceTitle(handoff: Handoff, {place: source}: FollowUp): string | undefined {
  return stepsOf(handoff.playbook).find(({step}) => step.id === source?.step)?.step.title;
}

/** What is known of an open point beyond its row. */
export function followUpLines(
  handoff: Handoff,
  followUp: FollowUp,
  now: string,
  width: number,
): Line[] {
  const {state, kind} = followUp;
  const source = sourceTitle(handoff, followUp);
  const closed = state.closedAt
    ? `Closed ${dayWords(dayIn(handoff.timeZone, state.closedAt), handoff.timeZone, now)} ${timeWords(state.closedAt, handoff.timeZone)} by ${state.closedBy ?? ''}: ${state.outcome ?? ''}`
    : closingHint(kind);
  return [
    ...(source ? wrapLines(`From: ${source}`, width, 'muted') : []),
    ...wrapLines(closed, width, 'muted'),
  ];
}

/** How a kind of open point comes to its end. */
function closingHint(kind: FollowUp['kind']): string {
  switch (kind) {
    case 'question':
      return 'c takes the answer, which is printed with the question.';
    case 'check':
      return 'It goes by itself once the check passes or is waived.';
    case 'demonstration':
      return 'It goes by itself once the task was performed unaided.';
    case 'teach-back':
      return 'It goes by itself once the question is answered right.';
    case 'tie':
      return 'c says that it moved, and where to.';
    case 'risk':
      return 'c says how it was solved, and closes the risk.';
    case 'action':
    case 'runbook change':
    case 'condition':
      return 'c says what came of it.';
  }
}
