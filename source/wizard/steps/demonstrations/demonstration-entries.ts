import {runningDemonstration, triesOf} from '../../../handoff/session/demonstrations.ts';
import type {Demonstration} from '../../../handoff/model/demonstration.ts';
import {runbookFor} from '../../../handoff/session/demonstration-items.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {
  demonstrationStanding,
  type DemonstrationStanding,
} from '../../../handoff/standing/demonstration-standing.ts';
import {followedAnother} from '../../../handoff/standing/followed-runbook.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {clockWords, dayWords, durationWords, timeWords} from '../../../handoff/time/wording.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {glyphs, type Sign} from '../../theme/glyphs.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {line, span, spread, truncate, wrap, wrapLines, type Line} from '../../list/line.ts';
import {itemKey} from '../../list/selected-line.ts';

const signs: Readonly<Record<DemonstrationStanding['state'], Sign>> = {
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
  return signs[demonstrationStanding(handoff, item).state];
}

/** `Mina, seen by Jordan, today 14:05, 4 min`. */
function tryWords(handoff: Handoff, now: string, tried: Demonstration): string {
  const {timeZone} = handoff;
  const {performer, observer, startedAt, endedAt} = tried;
  const day = dayWords(dayIn(timeZone, startedAt), timeZone, now);
  const length = endedAt
    ? `, ${durationWords(Date.parse(endedAt) - Date.parse(startedAt))}`
    : ', going on';
  return `${performer}, seen by ${observer}, ${day} ${timeWords(startedAt, timeZone)}${length}`;
}

/** Every task with its last result, and who performed it. */
export function demonstrationEntries(
  handoff: Handoff,
  items: readonly Item[],
  selected: string | undefined,
  width: number,
  now: string,
): Entry[] {
  return items.map((item) => {
    const id = itemKey(item);
    const isSelected = id === selected;
    const sign = demonstrationSign(handoff, item.id, now);
    const tries = triesOf(handoff, item.id);
    const last = tries.at(-1);
    const count = tries.length > 1 ? `, ${tries.length} tries` : '';
    const {why} = demonstrationStanding(handoff, item.id);
    const tried = last ? tryWords(handoff, now, last) + count : '';
    const below = [tried, why ?? ''].filter((text) => text !== '').join(': ');
    const rows = wrap(item.text, width - sign.word.length - 6);
    return {
      id,
      isSelectable: true,
      lines: [
        ...rows.map((text, index): Line =>
          index > 0
            ? [span('    '), span(text)]
            : spread(
                [
                  span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
                  span(`${sign.glyph} `, sign.token),
                  span(text, isSelected ? 'selected' : 'plain'),
                ],
                line(sign.word, sign.token),
                width,
              ),
        ),
        ...(below ? wrap(below, width - 4).map((text) => line(`    ${text}`, 'muted')) : []),
      ],
    };
  });
}

/** The demonstration that goes on: what, how long, by whom, from which runbook, and what to press. */
export function runningLead(
  handoff: Handoff,
  items: readonly Item[],
  now: string,
  width: number,
): Line[] {
  const running = runningDemonstration(handoff);
  if (!running) return [];
  const item = items.find(({id}) => id === running.item);
  const runbook = item && runbookFor(handoff, item);
  const clock = clockWords(Date.parse(now) - Date.parse(running.startedAt));
  const name = truncate(item?.text ?? running.item, width - clock.length - 6);
  return [
    [span(`${glyphs.running} `, 'accent'), span(name, 'strong'), span(`  ${clock}`, 'accent')],
    ...wrapLines(
      `${running.performer} performs it from ${runbook ? `the runbook "${runbook.title}"` : 'the runbook'}; ${running.observer} watches and stays silent.`,
      width,
    ),
    ...(runbook?.trigger ? wrapLines(`Trigger: ${runbook.trigger}`, width, 'muted') : []),
    [],
  ];
}

/** Every try of a task, the latest first, with what was said of it. */
export function demonstrationDetail(
  handoff: Handoff,
  item: Item,
  now: string,
  width: number,
  height: number,
): Line[] {
  const runbook = runbookFor(handoff, item);
  const about = runbook
    ? `Runbook: ${runbook.title}${runbook.trigger ? `. Trigger: ${runbook.trigger}` : ''}`
    : 'No runbook has this in its name. They have to find it themselves.';
  const lines = [
    ...wrapLines(about, width, 'muted'),
    ...triesOf(handoff, item.id)
      .toReversed()
      .flatMap((tried): Line[] => {
        const sign = tried.result && signs[tried.result];
        const earlier = followedAnother(handoff, tried);
        const remark = `${earlier ? `, ${earlier}` : ''}${tried.remark ? `: ${tried.remark}` : ''}`;
        return wrapLines(
          `${tried.result ?? 'going on'}${remark} (${tryWords(handoff, now, tried)})`,
          width,
          sign?.token ?? 'accent',
        );
      }),
  ];
  if (lines.length <= height) return lines;
  return [...lines.slice(0, height - 1), line(`${lines.length - height + 1} more lines`, 'muted')];
}
