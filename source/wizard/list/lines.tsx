import {Box, Text, useIsScreenReaderEnabled} from 'ink';
import {shownText} from '../theme/plain-text.ts';
import {tokens} from '../theme/tokens.ts';
import type {Line} from './line.ts';
import {spoken} from './spoken.ts';

interface LinesProps {
  readonly lines: readonly Line[];
}

/** Draws lines, one row each; for a screen reader it puts them into words. */
export function Lines({lines}: LinesProps) {
  const shown = useIsScreenReaderEnabled() ? spoken(lines) : lines;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map((spans, index) => (
        <Text key={index} wrap="truncate-end">
          {spans.length === 0
            ? ' '
            : spans.map(({text, token = 'plain'}, at) => (
                <Text key={at} {...tokens[token]}>
                  {shownText(text)}
                </Text>
              ))}
        </Text>
      ))}
    </Box>
  );
}
