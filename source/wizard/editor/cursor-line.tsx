import {Text} from 'ink';
import {tokens} from '../theme/tokens.ts';

interface CursorLineProps {
  /** The text before, under and after the cursor; nothing is under it where it is not shown. */
  readonly parts: readonly [string, string, string];
  /** Offered behind the text. */
  readonly behind?: string;
}

/** One row of text with the cursor in it. */
export function CursorLine({parts: [before, under, after], behind = ''}: CursorLineProps) {
  // Written out because chalk leaves inverse away where colours are off, and the cursor with it.
  const cursor = under === '' ? '' : `\u{1B}[7m${under}\u{1B}[27m`;
  // Ink gives an empty text no row.
  return (
    <Text wrap="truncate">
      {`${before}${cursor}${after}` || ' '}
      {behind !== '' && <Text {...tokens.muted}>{behind}</Text>}
    </Text>
  );
}
