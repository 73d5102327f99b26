import type {Handoff} from '../../handoff/model/handoff.ts';
import {duties} from '../../handoff/ahead/duties.ts';
import {currentPhase, phaseProgress} from '../../handoff/items/progress.ts';
import {acceptanceStanding} from '../../handoff/standing/acceptance-standing.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import {readClock} from '../../handoff/session/session-clock.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {
  clockWords,
  dayWords,
  dueWords,
  progressWords,
  timeWords,
} from '../../handoff/time/wording.ts';

/**
 * Where a handoff stands, in a few parts: `preparation 21/27`, `due tomorrow 14:05`. The first ones
 * are said elsewhere as well, so they give way where there is no room.
 */
export function placeWords(handoff: Handoff, now: string): readonly string[] {
  const phase = currentPhase(handoff);
  const parts: string[] = [];
  if (phase)
    parts.push(`${phase.title.toLowerCase()} ${progressWords(phaseProgress(handoff, phase))}`);
  if (isSignedOff(handoff)) {
    const {changed} = acceptanceStanding(handoff);
    parts.push(changed.length > 0 ? `signed off, changed since: ${changed.length}` : 'signed off');
  }
  const clock = readClock(handoff.session, now);
  const {plan, timeZone} = handoff;
  if (clock.state === 'planned' && plan) {
    const day = dayWords(dayIn(timeZone, plan.startsAt), timeZone, now);
    parts.push(`session ${day} ${timeWords(plan.startsAt, timeZone)}`);
  }
  if (clock.leftOpenSince !== undefined) parts.push('session left open');
  else if (clock.state === 'running') parts.push(`session ${clockWords(clock.elapsed)}`);
  if (clock.state === 'paused') parts.push('session paused');
  const [next] = duties(handoff, now);
  if (next) parts.push(dueWords(next.due, handoff.timeZone, now));
  return parts;
}
