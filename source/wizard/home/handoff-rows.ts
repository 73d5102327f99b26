import {isOverdue} from '../../handoff/time/schedule.ts';
import {dueWords, progressWords} from '../../handoff/time/wording.ts';
import type {HandoffSummary} from '../../store/progress/progress-file.ts';
import type {DrawnRows} from '../list/draw-rows.ts';
import {padEnd, span, truncate, type Line} from '../list/line.ts';
import {bar} from '../list/bar.ts';
import {glyphs} from '../theme/glyphs.ts';
import {lastChangeWords, offeredTitle} from './offered-words.ts';
import type {OfferedHandoff, SharedHere} from './use-offered.ts';

export function isNextOverdue({next, timeZone}: HandoffSummary, now: string): boolean {
  return next !== undefined && isOverdue(next.due, timeZone, now);
}

/** One handoff as two rows: who and what, then where it stands and what is due. */
function handoffLines(
  handoff: HandoffSummary,
  isSelected: boolean,
  now: string,
  width: number,
  hasNews: boolean,
): readonly Line[] {
  const {next, isSignedOff, settled, total, changedSince} = handoff;
  const phase = isSignedOff ? 'Signed off' : handoff.phase;
  const share = total > 0 ? settled / total : 1;
  const isLate = isNextOverdue(handoff, now);
  const held = handoff.holder === undefined ? '' : `, held by ${handoff.holder}`;
  const news = hasNews ? ', colleagues have written more' : '';
  const name = truncate(`${handoff.customer} · ${handoff.system}${held}${news}`, width - 4);
  const since = changedSince > 0 ? span(`changed since: ${changedSince}  `, 'warning') : undefined;
  const due = next
    ? span(
        `${dueWords(next.due, handoff.timeZone, now)}: ${next.text}`,
        isLate ? 'danger' : 'accent',
      )
    : undefined;
  const lead = `    ${padEnd(truncate(phase, 14), 15)}`;
  const figure = ` ${padEnd(`${progressWords(handoff)} in all`, 15)}`;
  const room = width - lead.length - 10 - figure.length - (since?.text.length ?? 0);
  return [
    [
      span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
      span(isLate ? `${glyphs.alarm} ` : '  ', 'danger'),
      span(name, isSelected ? 'selected' : 'strong'),
    ],
    [
      span(lead, isSignedOff ? 'success' : 'muted'),
      span(bar(share, 10), 'success'),
      span(figure, 'muted'),
      ...(since ? [since] : []),
      ...(due ? [{...due, text: truncate(due.text, room)}] : []),
    ],
  ];
}

/** The key of the row of a handoff that is offered; a handoff of the store has its id. */
export function offeredKey({id}: OfferedHandoff): string {
  return `shared ${id}`;
}

/** One that lies where the program was started: whose it is, and when it was changed last. */
function offeredLines(
  offered: OfferedHandoff,
  isSelected: boolean,
  now: string,
  width: number,
): readonly Line[] {
  const lead = `    ${padEnd('Shared here', 15)}`;
  const about = [offered.said ? offered.id : '', lastChangeWords(offered, now)]
    .filter(Boolean)
    .join(` ${glyphs.dot} `);
  return [
    [
      span(isSelected ? `${glyphs.cursor}   ` : '    ', 'accent'),
      span(truncate(offeredTitle(offered), width - 4), isSelected ? 'selected' : 'strong'),
    ],
    [span(lead, 'accent'), span(truncate(about, width - lead.length), 'muted')],
  ];
}

interface Drawing {
  readonly selected: string | undefined;
  readonly now: string;
  readonly width: number;
  readonly here: SharedHere;
}

/** The rows of handoffs, two lines each: those that are offered, then those of the store. */
export function drawHandoffs(
  handoffs: readonly HandoffSummary[],
  {selected, now, width, here}: Drawing,
): DrawnRows {
  const own = handoffs.map((handoff) => ({
    key: handoff.id,
    lines: handoffLines(
      handoff,
      handoff.id === selected,
      now,
      width,
      here.withNews.has(handoff.id),
    ),
  }));
  const offered = here.offered.map((one) => ({
    key: offeredKey(one),
    lines: offeredLines(one, offeredKey(one) === selected, now, width),
  }));
  const rows = [...offered, ...own];
  return {
    lines: rows.flatMap(({lines}) => lines),
    placed: rows.map(({key}, index) => ({key, first: 2 * index, last: 2 * index + 1})),
  };
}
