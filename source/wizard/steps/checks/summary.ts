import {checkFacts} from '../../../handoff/standing/of-checks/check-facts.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import type {ChecksShown} from './shown.ts';

/** The figure beside the step's title. */
export function checksSummary({handoff, now, running, standings}: ChecksShown): string {
  if (running) {
    const seconds = Math.floor((Date.now() - running.startedAt) / 1000);
    return `${running.finished.size} of ${running.planned.size} through, ${seconds} s`;
  }
  if (!checkFacts(handoff).lastRun) return 'never run';
  const blocked = standings.filter(({isBlocking}) => isBlocking).length;
  const passed = standings.filter(({state}) => state === 'holds').length;
  const state = blocked > 0 ? `${blocked} blocking` : `${passed} of ${standings.length} pass`;
  const times = standings.flatMap(({since}) => since ?? []).toSorted();
  const [oldest] = times;
  if (oldest === undefined) return state;
  const day = dayWords(dayIn(handoff.timeZone, oldest), handoff.timeZone, now);
  const time = timeWords(oldest, handoff.timeZone);
  const isOne = times.every((since) => timeWords(since, handoff.timeZone) === time);
  return `${state}, ${isOne ? '' : 'oldest '}${day} ${time}`;
}
