/** Rows that a list has to have before something is told below it. */
const leastList = 4;

interface Wanted {
  /** Rows to share. */
  readonly height: number;
  /** Rows of the list, and of what is known of its selected line. */
  readonly list: number;
  readonly detail: number;
  readonly isTerse: boolean;
  /** The pane that has all of it. */
  readonly only: 'list' | 'detail' | undefined;
}

/** Rows of each pane; the rule between them takes one. What a short list leaves free goes to the detail. */
export function shareRoom({height, list, detail, isTerse, only}: Wanted): {
  readonly list: number;
  readonly detail: number;
} {
  if (only === 'detail') return {list: 0, detail: Math.max(1, height - 1)};
  if (only === 'list' || detail === 0) return {list: Math.max(1, height), detail: 0};
  const least = height >= 12 ? 5 : height >= 8 && !isTerse ? 3 : 0;
  const room = Math.min(detail, Math.max(least, height - list - 1));
  if (room === 0 || height - room - 1 < leastList) return {list: Math.max(1, height), detail: 0};
  return {list: height - room - 1, detail: room};
}
