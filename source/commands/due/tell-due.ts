import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {padCells, widest} from '../aligned-rows.ts';
import {brokenLines} from '../broken-lines.ts';
import type {Unread} from '../../services/outlook/read-outlooks.ts';
import type {DueEntry} from '../../services/outlook/due-entries.ts';

/** Said where there are days to tell of. */
const dayWordsOf = (days: number) =>
  days === 0 ? 'today' : days === 1 ? 'until tomorrow' : `in ${days} days`;

/** `2 overdue, 3 due in 7 days`; nothing where nothing is. */
export function tellShort(
  entries: readonly DueEntry[],
  broken: readonly Unread[],
  days: number,
): string {
  const late = entries.filter(({isOverdue}) => isOverdue).length;
  const ahead = entries.length - late;
  return [
    ...(late > 0 ? [`${late} overdue`] : []),
    ...(ahead > 0 ? [`${ahead} due ${dayWordsOf(days)}`] : []),
    ...(broken.length > 0 ? [`${broken.length} unreadable`] : []),
  ].join(', ');
}

function whenWords({of, dated: {due}}: DueEntry, now: string): string {
  const time = due.instant ? ` ${timeWords(due.instant, of.timeZone)}` : '';
  return `${dayWords(due.date, of.timeZone, now)}${time}`;
}

function lines(
  entries: readonly DueEntry[],
  {
    now,
    width,
    cells,
  }: {readonly now: string; readonly width: number; readonly cells: number | undefined},
): string[] {
  return entries.flatMap((entry) => {
    const {of, dated} = entry;
    const owner = dated.owner ? ` · ${dated.owner}` : '';
    const indent = ' '.repeat(width + 4);
    return [
      `  ${padCells(whenWords(entry, now), width)}  ${dated.text}`,
      `${indent}${of.customer} · ${of.system}${owner} · ${of.id}`,
    ].flatMap((line) => brokenLines(line, cells, width + 4));
  });
}

/**
 * What is overdue and what is due, the soonest first, each with its handoff and who sees to it, in lines of
 * so many cells.
 */
export function tellDue(
  entries: readonly DueEntry[],
  broken: readonly Unread[],
  {
    days,
    now,
    cells,
  }: {readonly days: number; readonly now: string; readonly cells: number | undefined},
): string {
  const late = entries.filter(({isOverdue}) => isOverdue);
  const ahead = entries.filter(({isOverdue}) => !isOverdue);
  const width = widest(entries.map((entry) => whenWords(entry, now)));
  const group = (title: string, all: readonly DueEntry[]) =>
    all.length === 0 ? [] : [[title, ...lines(all, {now, width, cells})].join('\n')];
  const told = [...group('Overdue since', late), ...group(`Due ${dayWordsOf(days)}`, ahead)];
  return [
    ...(told.length === 0 ? [`Nothing is overdue, and nothing is due ${dayWordsOf(days)}.`] : told),
    ...broken.map(({message, hint}) => [message, ...(hint ? [hint] : [])].join('\n')),
  ].join('\n\n');
}
