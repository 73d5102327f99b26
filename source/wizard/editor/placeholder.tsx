import {Box, Text} from 'ink';
import {tokens} from '../theme/tokens.ts';
import {CursorLine} from './cursor-line.tsx';
import {drawRow, wrapLine} from './layout.ts';
import type {Area} from './viewport.ts';

interface PlaceholderProps {
  readonly text: string;
  readonly area: Area;
  readonly hasCursor: boolean;
}

/** What stands in an empty editor or field. */
export function Placeholder({text, area, hasCursor}: PlaceholderProps) {
  const rows = wrapLine(text, area.width).slice(0, area.height);
  return (
    <>
      {rows.map((row, index) => {
        const [, under, after] = drawRow(text, row, row.start);
        const isAtCursor = hasCursor && index === 0;
        return (
          <Box key={row.start}>
            {isAtCursor && <CursorLine parts={['', under, '']} />}
            <Text {...tokens.muted} wrap="truncate">
              {isAtCursor ? after : `${under}${after}`}
            </Text>
          </Box>
        );
      })}
    </>
  );
}
