import {watch, type FSWatcher} from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; what follows within this many milliseconds is one change. */
const settling = 100;

/** A folder that is not there, or has gone, is not watched; reading its files tells of it. */
function watchFolder(folder: string, onChange: (name: string) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, (_, name) => {
      if (name !== null) onChange(name);
    });
    return [watcher.on('error', () => watcher.close())];
  } catch {
    return [];
  }
}

/**
 * Resolves when one of the files has changed, `every` milliseconds have passed, or the signal came.
 * The folders are watched, not the files, because many editors put a new file in the old one's place.
 */
export async function nextOccasion(
  files: readonly string[],
  {every, signal}: {readonly every?: number | undefined; readonly signal: AbortSignal},
): Promise<'changed' | 'time' | 'ended'> {
  const names = Map.groupBy(
    files.map((file) => path.resolve(file)),
    (file) => path.dirname(file),
  );
  return new Promise((resolve) => {
    let settled: NodeJS.Timeout | undefined;
    const finish = (why: 'changed' | 'time' | 'ended') => {
      clearTimeout(settled);
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      signal.removeEventListener('abort', end);
      resolve(why);
    };
    const end = () => finish('ended');
    const watchers = [...names].flatMap(([folder, paths]) => {
      const wanted = new Set(paths.map((file) => path.basename(file)));
      return watchFolder(folder, (name) => {
        if (!wanted.has(name)) return;
        clearTimeout(settled);
        settled = setTimeout(() => finish('changed'), settling);
      });
    });
    const timer = every === undefined ? undefined : setTimeout(() => finish('time'), every);
    signal.addEventListener('abort', end, {once: true});
    if (signal.aborted) end();
  });
}
