/** Rows that a list has to have before something is told below it. */
const leastList = 4;

interface Wanted {
  /** Rows to share. */
  readonly height: number;
  /** Rows of the list, and of what is known of its selected line. */
  readonly list: number;
  readonly detail: number;
  readonly isTerse: boolean;
  /** The pane that the keys move. */
  readonly focus: 'list' | 'detail';
  /** Whether that pane has all of it. */
  readonly isFull: boolean;
}

/**
 * Rows of each pane; the rule between them takes one. What a short list leaves free goes to the detail;
 * where there is no room for both, the pane that the keys move has all of it.
 */
export function shareRoom({height, list, detail, isTerse, focus, isFull}: Wanted): {
  readonly list: number;
  readonly detail: number;
} {
  const alone =
    focus === 'detail' && detail > 0
      ? {list: 0, detail: Math.max(1, height - 1)}
      : {list: Math.max(1, height), detail: 0};
  if (isFull || detail === 0) return alone;
  const least = height >= 12 ? 5 : height >= 8 && !isTerse ? 3 : 0;
  const room = Math.min(detail, Math.max(least, height - list - 1));
  if (room === 0 || height - room - 1 < leastList) return alone;
  return {list: height - room - 1, detail: room};
}
