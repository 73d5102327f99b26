import {memo} from 'react';
import {Box, Text, useIsScreenReaderEnabled} from 'ink';
import {hyperlinked} from '../theme/hyperlinks.ts';
import {shownText} from '../theme/plain-text.ts';
import {tokens} from '../theme/tokens.ts';
import {joinSpans} from './join-spans.ts';
import {span, type Line} from './line.ts';
import {spoken} from './spoken.ts';

interface LinesProps {
  readonly lines: readonly Line[];
}

/** One line; it is looked at anew only where it is another. */
const LineText = memo(function LineText({spans}: {readonly spans: Line}) {
  const [first = span(' '), ...more] = joinSpans(spans);
  return (
    <Text wrap="truncate-end" {...(more.length === 0 ? tokens[first.token ?? 'plain'] : {})}>
      {more.length === 0
        ? hyperlinked(shownText(first.text), first.link)
        : [first, ...more].map(({text, token = 'plain', link}, at) => (
            <Text key={at} {...tokens[token]}>
              {hyperlinked(shownText(text), link)}
            </Text>
          ))}
    </Text>
  );
});

/** Draws lines, one row each; for a screen reader it puts them into words. */
export function Lines({lines}: LinesProps) {
  const shown = useIsScreenReaderEnabled() ? spoken(lines) : lines;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map((spans, index) => (
        <LineText key={index} spans={spans} />
      ))}
    </Box>
  );
}
