import {useWindowSize} from 'ink';

/** The smallest terminal in which every screen works. */
export const smallest = {columns: 60, rows: 16} as const;

/** The size of the terminal, and whether a screen fits into it. */
export function useRoom() {
  const {columns, rows} = useWindowSize();
  return {columns, rows, isTooSmall: columns < smallest.columns || rows < smallest.rows};
}
