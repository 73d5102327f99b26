import {gateTitles, readGate} from '../gates/gates.ts';
import type {GateName} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {readClock} from '../session/session-clock.ts';
import {refused, type Refusal} from './refused.ts';
import type {Asking, Rule} from './rule.ts';

/** Why a gate does not let through; nothing when it is open. */
export function gateRefusal(handoff: Handoff, name: GateName, {now}: Asking): Refusal | undefined {
  const {missing} = readGate(handoff, name, now);
  const [first] = missing;
  if (!first) return undefined;
  const more = missing.length > 1 ? ` ${missing.length - 1} more are missing.` : '';
  return refused(
    `gate-${name}`,
    `The gate "${gateTitles[name]}" is shut. ${first.text}${more}`,
    'Settle what is missing, or waive it by name with a reason and an end: b shows it.',
    first.place,
  );
}

const stateOf = (handoff: Handoff, now: string) => readClock(handoff.session, now).state;

/** The first part begins behind the gate; a further one because of what the gate found missing. */
export const maySessionStart: Rule<'session/started'> = (handoff, _, asking) => {
  const state = stateOf(handoff, asking.now);
  if (state === 'running' || state === 'paused')
    return refused(
      'session-started',
      'The session has started already.',
      'End it, or this part of it, before another begins.',
    );
  return state === 'ended' ? undefined : gateRefusal(handoff, 'session', asking);
};

/** What belongs to a session that goes on. */
export const isSessionOpen: Rule = (handoff, _, {now}) => {
  const state = stateOf(handoff, now);
  if (state === 'running' || state === 'paused') return undefined;
  return state === 'planned'
    ? refused('session-not-started', 'The session has not started.', 'Start it with s.')
    : refused('session-ended', 'The session has ended.', 'Undo with u if that was a mistake.');
};

export const isSessionRunning: Rule<'session/paused'> = (handoff, _, {now}) =>
  stateOf(handoff, now) === 'paused'
    ? refused('session-paused', 'The session is paused already.', 'p goes on.')
    : undefined;

export const isSessionPaused: Rule<'session/resumed'> = (handoff, _, {now}) =>
  stateOf(handoff, now) === 'running'
    ? refused('session-running', 'The session is not paused.', 'p pauses it.')
    : undefined;

export const hasLength: Rule<'session/planned'> = (_, {minutes}) =>
  minutes > 0
    ? undefined
    : refused('no-length', 'A session of no minutes is none.', 'Say how long it is to take.');
