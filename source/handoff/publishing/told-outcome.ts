import type {Audience} from '../../playbook/playbook.ts';
import {openPointsReadBy} from '../audience/readable.ts';
import {transitionEnd} from '../afterwards/transition-period.ts';
import {currentPhase} from '../items/progress.ts';
import type {Handoff} from '../model/handoff.ts';
import type {SignOff} from '../model/sign-off.ts';
import {shownName} from '../people/shown-name.ts';
import {acceptanceStanding, acceptanceWords} from '../standing/acceptance-standing.ts';
import {toldPoint, type ToldPoint} from './told-points.ts';

/** How a handoff came out, for somebody who has only this. */
export interface ToldOutcome {
  readonly handoff: string;
  readonly customer: string;
  readonly system: string;
  /** What the receiver has said; before they say anything, the phase that the handoff is in. */
  readonly state:
    | 'in preparation'
    | 'session'
    | 'in transition'
    | 'accepted'
    | 'accepted with conditions'
    | 'declined'
    | 'changed since acceptance';
  /** The same in a sentence without its full stop. */
  readonly words: string;
  /** Who hands over. */
  readonly engineer: string;
  readonly decision?: Pick<SignOff, 'name' | 'role' | 'at'> & {
    readonly conditions: readonly string[];
    readonly remarks?: string;
  };
  /** ISO 8601 instant at which the session ended. */
  readonly sessionEndedAt?: string;
  /** Last day of the transition, `YYYY-MM-DD`. */
  readonly transitionEnds?: string;
  /** As far as the reader may read them, the soonest first. */
  readonly openPoints: readonly ToldPoint[];
}

function stateOf(handoff: Handoff): ToldOutcome['state'] {
  const {state} = acceptanceStanding(handoff);
  if (state !== 'none') return state;
  const {startedAt, endedAt} = handoff.session;
  if (endedAt) return 'in transition';
  return startedAt || currentPhase(handoff)?.kind === 'session' ? 'session' : 'in preparation';
}

const stateWords = {
  'in preparation': 'In preparation',
  session: 'In the handoff session',
  'in transition': 'Handed over, not yet accepted',
} as const;

function decisionOf({signOffs}: Handoff): Pick<ToldOutcome, 'decision'> {
  const last = signOffs.at(-1);
  if (!last) return {};
  const {name, role, at, conditions = [], remarks} = last;
  return {decision: {name, role, at, conditions, ...(remarks ? {remarks} : {})}};
}

/** The outcome as a reader may know it. It says nothing of today, so that it changes only with what is so. */
export function toldOutcome(handoff: Handoff, reader: Audience): ToldOutcome {
  const {id, customer, system, session, createdBy} = handoff;
  const state = stateOf(handoff);
  const ends = transitionEnd(handoff);
  return {
    handoff: id,
    customer,
    system,
    state,
    words:
      acceptanceWords(handoff) ??
      (state in stateWords ? stateWords[state as keyof typeof stateWords] : state),
    engineer: shownName(handoff, createdBy),
    ...decisionOf(handoff),
    ...(session.endedAt === undefined ? {} : {sessionEndedAt: session.endedAt}),
    ...(ends === undefined ? {} : {transitionEnds: ends}),
    openPoints: openPointsReadBy(handoff, reader).map((point) => toldPoint(handoff, point)),
  };
}
