import {useState} from 'react';
import type {Row} from '../list/row.ts';

interface Last {
  readonly key: string | undefined;
  readonly index: number;
}

/**
 * Key of the row that is selected. Where the row is gone on which the cursor stood, its neighbour is;
 * where none of the rows was meant, `start`, or the first one.
 */
export function useSelection(
  rows: readonly Row[],
  wanted: string | undefined,
  start: string | undefined,
): string | undefined {
  const keys = rows.flatMap(({key}) => key ?? []);
  const [last, setLast] = useState<Last>({key: undefined, index: 0});
  const found = (key: string | undefined) =>
    key !== undefined && keys.includes(key) ? key : undefined;
  const neighbour =
    last.key !== undefined && (wanted === undefined || wanted === last.key)
      ? keys[Math.min(last.index, keys.length - 1)]
      : undefined;
  const selected = found(wanted) ?? found(last.key) ?? neighbour ?? found(start) ?? keys[0];
  const index = selected === undefined ? 0 : keys.indexOf(selected);
  if (selected !== last.key || index !== last.index) setLast({key: selected, index});
  return selected;
}
