import {useImperativeHandle, useState, type Ref} from 'react';
import {glyphs} from '../theme/glyphs.ts';
import {line, type Line} from './line.ts';
import {Lines} from './lines.tsx';
import type {PaneHandle} from './use-pane.ts';

interface PagerProps {
  readonly lines: readonly Line[];
  readonly height: number;
  /** Moves through the lines. */
  readonly ref?: Ref<PaneHandle>;
  /** Said behind how many lines are left, such as the key that moves on. */
  readonly hint?: string | undefined;
  /** Shows the end while lines are added, until somebody moves away from it. */
  readonly follows?: boolean;
}

/** Lines to read: as many as fit, how many lie above and below, and every one of them in reach. */
export function Pager({lines, height, ref, hint = '', follows = false}: PagerProps) {
  const [wanted, setTop] = useState(follows ? Infinity : 0);
  const isLong = lines.length > height;
  const inner = isLong ? Math.max(1, height - 1) : height;
  const lowest = isLong ? lines.length - inner : 0;
  const top = Math.max(0, Math.min(wanted, lowest));
  const to = (next: number) =>
    setTop(follows && next >= lowest ? Infinity : Math.max(0, Math.min(next, lowest)));
  useImperativeHandle(ref, () => ({
    step: (by) => to(top + by),
    page: (by) => to(top + by * Math.max(1, inner - 1)),
    edge: (by) => to(by < 0 ? 0 : lowest),
  }));
  if (!isLong || height < 2) return <Lines lines={lines.slice(top, top + height)} />;
  const below = lines.length - top - inner;
  const marks = [
    ...(top > 0 ? [`${glyphs.up} ${top} above`] : []),
    ...(below > 0 ? [`${glyphs.down} ${below} more`] : []),
    ...(hint ? [hint] : []),
  ];
  return (
    <Lines
      lines={[...lines.slice(top, top + inner), line(marks.join(` ${glyphs.dot} `), 'muted')]}
    />
  );
}
