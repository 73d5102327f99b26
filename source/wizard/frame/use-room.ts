import {useWindowSize} from 'ink';

/** The smallest terminal in which every screen works. */
export const smallest = {columns: 60, rows: 16} as const;

/**
 * The size to draw in, and whether the terminal has it. What waits behind a terminal that is too
 * small is drawn for the smallest one that is not.
 */
export function useRoom() {
  const {columns, rows} = useWindowSize();
  return {
    columns: Math.max(columns, smallest.columns),
    rows: Math.max(rows, smallest.rows),
    isTooSmall: columns < smallest.columns || rows < smallest.rows,
  };
}
