import {runningDemonstration, triesOf} from '../../../handoff/session/demonstrations.ts';
import type {Demonstration} from '../../../handoff/model/demonstration.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {
  demonstrationStanding,
  type DemonstrationStanding,
} from '../../../handoff/standing/demonstration-standing.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {clockWords, dayWords, durationWords, timeWords} from '../../../handoff/time/wording.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {glyphs, type Sign} from '../../theme/glyphs.ts';
import {line, span} from '../../list/line.ts';
import type {Row} from '../../list/row.ts';
import {itemKey} from '../../list/selected-line.ts';

export const resultSigns: Readonly<Record<DemonstrationStanding['state'], Sign>> = {
  unaided: {glyph: glyphs.done, word: 'unaided', token: 'success'},
  prompted: {glyph: glyphs.half, word: 'prompted, repeat it', token: 'warning'},
  failed: {glyph: glyphs.cross, word: 'failed, teach again', token: 'danger'},
  'not counted': {glyph: glyphs.open, word: 'does not count', token: 'warning'},
  'not applicable': {glyph: glyphs.never, word: 'not applicable', token: 'muted'},
  'never performed': {glyph: glyphs.open, word: 'never performed', token: 'muted'},
};

/** How a task stands: the last try that has a result, or that one goes on. */
export function demonstrationSign(handoff: Handoff, item: string, now: string): Sign {
  const running = runningDemonstration(handoff);
  if (running?.item === item) {
    const passed = Date.parse(now) - Date.parse(running.startedAt);
    return {glyph: glyphs.running, word: `running ${clockWords(passed)}`, token: 'accent'};
  }
  return resultSigns[demonstrationStanding(handoff, item).state];
}

/** `Mina, seen by Jordan, today 14:05, 4 min`. */
export function tryWords(handoff: Handoff, now: string, tried: Demonstration): string {
  const {timeZone} = handoff;
  const {performer, observer, startedAt, endedAt} = tried;
  const day = dayWords(dayIn(timeZone, startedAt), timeZone, now);
  const length = endedAt
    ? `, ${durationWords(Date.parse(endedAt) - Date.parse(startedAt))}`
    : ', going on';
  const seen = observer === '' ? 'alone, by their own word' : `seen by ${observer}`;
  return `${performer}, ${seen}, ${day} ${timeWords(startedAt, timeZone)}${length}`;
}

/** Every task with its last result, and who performed it. */
export function demonstrationRows(handoff: Handoff, items: readonly Item[], now: string): Row[] {
  return items.map((item) => {
    const sign = demonstrationSign(handoff, item.id, now);
    const tries = triesOf(handoff, item.id);
    const last = tries.at(-1);
    const count = tries.length > 1 ? `, ${tries.length} tries` : '';
    const {why} = demonstrationStanding(handoff, item.id);
    const tried = last ? tryWords(handoff, now, last) + count : '';
    const below = [tried, why ?? ''].filter((text) => text !== '').join(': ');
    return {
      key: itemKey(item),
      // Its word stands at the right edge.
      sign: {...sign, word: ''},
      text: item.text,
      figure: line(sign.word, sign.token),
      below: below ? [span(below, 'muted')] : [],
    };
  });
}
