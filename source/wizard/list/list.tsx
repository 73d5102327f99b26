import {useImperativeHandle, useState, type Ref} from 'react';
import {glyphs} from '../theme/glyphs.ts';
import type {DrawnRows, Placed} from './draw-rows.ts';
import {line, type Line} from './line.ts';
import {Lines} from './lines.tsx';
import type {PaneHandle} from './use-pane.ts';
import {scrollTo} from './scroll-to.ts';

interface ListProps {
  readonly drawn: DrawnRows;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly height: number;
  /** Moves through the rows. */
  readonly ref?: Ref<PaneHandle>;
}

/** A list of fewer lines than this has none to spare for how much lies above and below. */
const leastForMarks = 5;

/**
 * Rows with one of them selected. It scrolls with the selection, and by itself where there are lines
 * that no selection brings into view.
 */
export function List({drawn, selected, onSelect, height, ref}: ListProps) {
  const {lines, placed} = drawn;
  const isLong = lines.length > height;
  const hasMarks = isLong && height >= leastForMarks;
  const inner = hasMarks ? height - 2 : Math.max(1, height);
  const lowest = Math.max(0, lines.length - inner);
  const at = Math.max(
    0,
    placed.findIndex(({key}) => key === selected),
  );
  const here = placed[at] ?? {first: 0, last: 0};
  const drawnFor = `${selected} ${lines.length} ${height}`;
  const [scroll, setScroll] = useState({top: 0, drawnFor: ''});
  // What was scrolled to by hand stays until the selection moves or the lines are others.
  const top = Math.min(
    lowest,
    scroll.drawnFor === drawnFor
      ? scroll.top
      : scrollTo(scroll.top, here.first, here.last, inner, lines.length),
  );
  if (scroll.top !== top || scroll.drawnFor !== drawnFor) setScroll({top, drawnFor});

  const scrollBy = (by: number) =>
    setScroll({top: Math.max(0, Math.min(lowest, top + by)), drawnFor});
  const select = (target: Placed | undefined) => {
    if (target && target.key !== selected) onSelect(target.key);
  };

  /** Whether a row that lies that way has come into view by scrolling to it. */
  const isReached = (row: Placed, by: 1 | -1) =>
    by > 0 ? row.first < top + inner : row.last >= top;

  function step(by: 1 | -1): void {
    const isCut = by > 0 ? here.last >= top + inner : here.first < top;
    const next = placed[at + by];
    if (!next || (isCut && here.last - here.first >= inner)) return scrollBy(by);
    const distance = by > 0 ? next.last - here.last : here.first - next.first;
    return distance <= inner || isReached(next, by) ? select(next) : scrollBy(by);
  }

  function page(by: 1 | -1): void {
    const wanted = here.first + by * Math.max(1, inner - 1);
    const beyond = by > 0 ? placed.slice(at + 1) : placed.slice(0, at).toReversed();
    const within = beyond.filter(({first}) => (by > 0 ? first <= wanted : first >= wanted));
    const next = beyond[0];
    const isNear = next !== undefined && (inner < 2 || isReached(next, by));
    const target = within.at(-1) ?? (isNear ? next : undefined);
    if (target) select(target);
    else scrollBy(by * Math.max(1, inner - 1));
  }

  function edge(by: 1 | -1): void {
    const target = by < 0 ? placed[0] : placed.at(-1);
    if (target && target.key !== selected) select(target);
    else scrollBy(by * lines.length);
  }
  useImperativeHandle(ref, () => ({step, page, edge}));

  if (!isLong) return <Lines lines={lines} />;
  const shown = lines.slice(top, top + inner);
  if (!hasMarks) return <Lines lines={shown} />;
  const above = more(top, glyphs.up, 'above');
  return (
    <Lines lines={[above, ...shown, more(lines.length - top - inner, glyphs.down, 'below')]} />
  );
}

function more(count: number, arrow: string, where: string): Line {
  return count > 0 ? line(`  ${arrow} ${count} more ${where}`, 'muted') : [];
}
