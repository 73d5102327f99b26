import {Box, Text, useInput, useWindowSize} from 'ink';
import {smallest} from './use-room.ts';

/** Said instead of the screen, which waits unchanged behind it. */
export function TooSmall() {
  const {columns, rows} = useWindowSize();
  // Keys are for what a person sees: they do not wait for the screen behind this.
  useInput(() => undefined);
  return (
    <Box width={columns} height={rows} flexDirection="column" overflow="hidden">
      <Text>
        {`This terminal is ${columns}×${rows}. handoff-wizard needs ${smallest.columns}×${smallest.rows}. Make it larger to go on; Ctrl+C quits. Nothing is lost.`}
      </Text>
    </Box>
  );
}
