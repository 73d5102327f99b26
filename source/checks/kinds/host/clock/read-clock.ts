import {askProgram, type AskContext} from '../../ask-program.ts';
import {chrony} from './chrony.ts';
import {ntpd} from './ntpd.ts';
import type {ClockState, TimeService} from './time-service.ts';
import {timesyncd} from './timesyncd.ts';

/** In the order in which a host is asked: systemd comes last because it answers for others too. */
const services: readonly TimeService[] = [chrony, ntpd, timesyncd];

export const timeServiceWords = ['auto', 'chrony', 'ntpd', 'timesyncd'] as const;

export type TimeServiceWord = (typeof timeServiceWords)[number];

/** What the host's own time service says, or why there is none to ask. */
export async function readClock(
  context: AskContext,
  wanted: TimeServiceWord = 'auto',
): Promise<ClockState | {readonly reason: string}> {
  const reasons: string[] = [];
  for (const service of services.filter(({word}) => wanted === 'auto' || word === wanted)) {
    const state = await service.ask(async (...command) => askProgram(command, context));
    if (!('reason' in state)) return state;
    reasons.push(state.reason);
  }
  return {reason: `no time service answers: ${reasons.join('; ')}`};
}
