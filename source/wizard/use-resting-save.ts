import {useEffect, useRef} from 'react';

/** A move of the cursor is saved once it rests this long, in milliseconds. */
const restingTime = 250;

interface RestingSave<Position> {
  /** Saves where the cursor is, once it rests or the screen is left. */
  readonly saveLater: (position: Position) => void;
  /** Leaves unsaved what was to be saved. */
  readonly forget: () => void;
}

/** Keeps where the cursor of a screen is, with as few writes as may be. */
export function useRestingSave<Position>(
  save: (position: Position) => Promise<void>,
): RestingSave<Position> {
  const unsaved = useRef<Position>(undefined);
  const timer = useRef<NodeJS.Timeout>(undefined);

  function saveLatest(): void {
    clearTimeout(timer.current);
    const latest = unsaved.current;
    unsaved.current = undefined;
    // A cursor that could not be saved costs nothing but the place.
    if (latest !== undefined) save(latest).catch(() => undefined);
  }
  const saveNow = useRef(saveLatest);
  useEffect(() => {
    saveNow.current = saveLatest;
  });
  useEffect(() => () => saveNow.current(), []);

  return {
    saveLater(position) {
      unsaved.current = position;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => saveNow.current(), restingTime);
    },
    forget() {
      unsaved.current = undefined;
    },
  };
}
