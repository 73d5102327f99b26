import {useState} from 'react';

/** Which rows that stand for many are unfolded. */
export interface Folds {
  readonly isOpen: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/**
 * Rows that stand for many, folded until somebody unfolds them. Going to one that is folded away, as
 * by finding it, unfolds it; being folded away where one is does not.
 *
 * @param selected key of the selected row
 * @param holds the fold that a key is in
 */
export function useFolds(
  selected: string | undefined,
  holds: (key: string) => string | undefined,
): Folds {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  if (selected !== last) {
    setLast(selected);
    const fold = selected === undefined ? undefined : holds(selected);
    if (fold !== undefined && !open.has(fold)) setOpen(new Set([...open, fold]));
  }
  return {
    isOpen: (key) => open.has(key),
    toggle: (key) =>
      setOpen((all) =>
        all.has(key) ? new Set([...all].filter((one) => one !== key)) : new Set([...all, key]),
      ),
  };
}
