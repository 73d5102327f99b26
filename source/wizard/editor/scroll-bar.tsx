import {Box, Text} from 'ink';
import {glyphs} from '../theme/glyphs.ts';
import {tokens} from '../theme/tokens.ts';
import {wrapLine} from './layout.ts';
import {topOfText, type Area, type RowPlace, type ViewRow} from './viewport.ts';

interface ScrollBarProps {
  readonly lines: readonly string[];
  readonly top: RowPlace;
  readonly rows: readonly ViewRow[];
  readonly area: Area;
}

/**
 * Shows where the rows in view lie in the text, when there is more of it. It counts lines, since
 * rows are only known near the view.
 */
export function ScrollBar({lines, top, rows, area: {width, height}}: ScrollBarProps) {
  const last = rows.at(-1);
  const isAtEnd = last?.line === lines.length - 1 && last.end === last.text.length;
  const isAtStart = top.line === topOfText.line && top.row === topOfText.row;
  if (!last || (isAtStart && isAtEnd)) return undefined;

  const share = (line: number, row: number): number =>
    (line + row / wrapLine(lines[line] ?? '', width).length) / lines.length;
  const above = share(top.line, top.row);
  const seen = share(last.line, last.row + 1) - above;
  const length = Math.max(1, Math.min(Math.round(seen * height), height - 1));
  const free = height - length;
  const between = Math.max(0, Math.min(Math.max(1, Math.round(above * height)), free - 1));
  const start = isAtStart ? 0 : isAtEnd ? free : between;
  const bar = Array.from({length: height}, (_, index) =>
    index >= start && index < start + length ? glyphs.barFull : glyphs.barEmpty,
  );
  return (
    <Box aria-hidden width={1} flexShrink={0}>
      <Text {...tokens.muted}>{bar.join('\n')}</Text>
    </Box>
  );
}
