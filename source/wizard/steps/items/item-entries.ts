import type {Handoff} from '../../../handoff/model/handoff.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {dueOf, isOverdue} from '../../../handoff/time/schedule.ts';
import {dueRuleWords, dueWords} from '../../../handoff/time/wording.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {glyphs, statusSigns} from '../../theme/glyphs.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {lineWidth, span, wrap, type Line, type Span} from '../../list/line.ts';
import {itemKey} from '../../list/selected-line.ts';

interface ItemEntryOptions {
  readonly handoff: Handoff;
  readonly item: Item;
  readonly depth: number;
  readonly isSelected: boolean;
  readonly width: number;
  readonly now: string;
}

/** Owner, due date and what else is said about an item beside its text. */
function remarks({handoff, item, now}: ItemEntryOptions): Span[] {
  const state = itemStanding(handoff, item.id);
  const due = dueOf(handoff, item);
  const parts: Span[] = [];
  if (item.isOptional && state.status === 'open') parts.push(span('optional', 'muted'));
  if (state.waitsFor) parts.push(span('waits', 'muted'));
  if (state.owner) parts.push(span(state.owner, 'muted'));
  if (due && state.status === 'open') {
    const isLate = isOverdue(due, handoff.timeZone, now);
    parts.push(span(dueWords(due, handoff.timeZone, now), isLate ? 'danger' : 'accent'));
  } else if (item.due && state.status === 'open') parts.push(span(dueRuleWords(item.due), 'muted'));
  if (state.note) parts.push(span('note', 'muted'));
  if (state.evidence.length > 0) parts.push(span('evidence', 'muted'));
  return parts;
}

/** Adds remarks behind the text, each on the row where it still fits. */
function withRemarks(rows: Line[], parts: readonly Span[], indent: Span, width: number): Line[] {
  const all = [...rows];
  const separator = span(` ${glyphs.dot} `, 'muted');
  for (const part of parts) {
    const last = all.at(-1) ?? [];
    if (lineWidth(last) + lineWidth([separator, part]) <= width) {
      all[all.length - 1] = [...last, separator, part];
      continue;
    }
    for (const text of wrap(part.text, width - indent.text.length))
      all.push([indent, {...part, text}]);
  }
  return all;
}

/** One item as the rows of a list: status, text, and what is said about it. */
export function itemEntry(options: ItemEntryOptions): Entry {
  const {handoff, item, depth, isSelected, width} = options;
  const sign = statusSigns[itemStanding(handoff, item.id).status];
  const indent = span(' '.repeat(4 + depth * 2));
  const token = isSelected ? 'selected' : sign.token === 'muted' ? 'muted' : 'plain';
  const rows = wrap(item.text, width - indent.text.length).map((text, index): Line => {
    if (index > 0) return [indent, span(text, token)];
    const lead = `${isSelected ? glyphs.cursor : ' '} ${'  '.repeat(depth)}`;
    return [span(lead, 'accent'), span(`${sign.glyph} `, sign.token), span(text, token)];
  });
  return {
    id: itemKey(item),
    isSelectable: true,
    lines: withRemarks(rows, remarks(options), indent, width),
  };
}

/** Items with their children as one list, children indented. */
export function itemEntries(
  items: readonly Item[],
  options: Omit<ItemEntryOptions, 'item' | 'depth' | 'isSelected'> & {
    readonly selected: string | undefined;
    /** What stands under an item, such as the rows of its table. */
    readonly below?: (item: Item, depth: number) => readonly Entry[];
  },
  depth = 0,
): Entry[] {
  const {selected, below, ...rest} = options;
  return items.flatMap((item) => [
    itemEntry({...rest, item, depth, isSelected: itemKey(item) === selected}),
    ...(below?.(item, depth) ?? []),
    ...itemEntries(item.children, options, depth + 1),
  ]);
}
