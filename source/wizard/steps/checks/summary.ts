import {checkFacts} from '../../../handoff/standing/of-checks/check-facts.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import type {Line} from '../../list/line.ts';
import {progressFigure} from '../../list/progress-line.ts';
import {waiverOn, type ChecksShown} from './shown.ts';

/** The figure beside the step's title. */
export function checksSummary(shown: ChecksShown): string | Line {
  const {handoff, now, running, standings} = shown;
  if (running) {
    const {progress, startedAt, toldAt} = running;
    const time = Date.now();
    return progressFigure({progress, elapsed: time - startedAt, since: time - toldAt});
  }
  if (!checkFacts(handoff).lastRun) return 'never run';
  const waived = standings.filter((standing) => waiverOn(shown, standing) !== undefined);
  const blocked = standings.filter((one) => one.isBlocking && !waived.includes(one)).length;
  const passed = standings.filter(({state}) => state === 'holds').length;
  const pass = `${passed} of ${standings.length} pass`;
  const accepted = waived.length > 0 ? `, ${waived.length} waived` : '';
  const state = blocked > 0 ? `${blocked} blocking` : `${pass}${accepted}`;
  const times = standings.flatMap(({since}) => since ?? []).toSorted();
  const [oldest] = times;
  if (oldest === undefined) return state;
  const day = dayWords(dayIn(handoff.timeZone, oldest), handoff.timeZone, now);
  const time = timeWords(oldest, handoff.timeZone);
  const isOne = times.every((since) => timeWords(since, handoff.timeZone) === time);
  return `${state}, ${isOne ? '' : 'oldest '}${day} ${time}`;
}
