import {Box, Text, useInput} from 'ink';
import {smallest} from './use-room.ts';

interface TooSmallProps {
  readonly columns: number;
  readonly rows: number;
  readonly onQuit: () => void;
}

/** Said instead of the screen, which waits unchanged behind it. */
export function TooSmall({columns, rows, onQuit}: TooSmallProps) {
  useInput((input, key) => {
    if (key.ctrl && input === 'c') onQuit();
  });
  return (
    <Box width={columns} height={rows} flexDirection="column" overflow="hidden">
      <Text>
        {`This terminal is ${columns}×${rows}. handoff-wizard needs ${smallest.columns}×${smallest.rows}. Make it larger to go on; Ctrl+C quits. Nothing is lost.`}
      </Text>
    </Box>
  );
}
