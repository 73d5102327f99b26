import {useState} from 'react';
import {glyphs} from '../theme/glyphs.ts';
import {line, type Line} from './line.ts';
import {Lines} from './lines.tsx';
import {scrollTo} from './scroll-to.ts';

/** One thing in a list, as the rows it takes. Entries that cannot be selected are headings. */
export interface Entry {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly isSelectable: boolean;
}

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly selected: string | undefined;
  readonly height: number;
}

/** A list of fewer rows than this has none to spare for how much lies above and below. */
const leastForMarks = 5;

/** A list that scrolls with its selection and says how much lies above and below. */
export function EntryList({entries, selected, height}: EntryListProps) {
  const [lastTop, setTop] = useState(0);
  const rows = entries.flatMap((entry) => entry.lines.map((spans) => ({id: entry.id, spans})));
  if (rows.length <= height) return <Lines lines={rows.map(({spans}) => spans)} />;
  const hasMarks = height >= leastForMarks;
  const inner = hasMarks ? height - 2 : Math.max(1, height);
  const isSelected = ({id}: {readonly id: string}) => id === selected;
  const first = Math.max(0, rows.findIndex(isSelected));
  const last = Math.max(first, rows.findLastIndex(isSelected));
  const top = scrollTo(lastTop, first, last, inner, rows.length);
  if (top !== lastTop) setTop(top);
  const shown = rows.slice(top, top + inner).map(({spans}) => spans);
  if (!hasMarks) return <Lines lines={shown} />;
  const above = more(top, glyphs.up, 'above');
  return <Lines lines={[above, ...shown, more(rows.length - top - inner, glyphs.down, 'below')]} />;
}

function more(count: number, arrow: string, where: string): Line {
  return count > 0 ? line(`  ${arrow} ${count} more ${where}`, 'muted') : [];
}
