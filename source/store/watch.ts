import {watch} from 'node:fs';
import {handoffFolder} from './handoff-folders.ts';
import {handoffsFolder} from './store-home.ts';
import {progressFolder} from './progress/progress-file.ts';

/** Watches a folder; one that is not there, or a system without watching, stays silent. */
function watchFolder(folder: string, onChange: () => void): () => void {
  try {
    const watcher = watch(folder, onChange);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
}

/** Calls back when this process or another has written to a handoff; gives the way to stop. */
export function watchHandoff(home: string, id: string, onChange: () => void): () => void {
  return watchFolder(handoffFolder(home, id), onChange);
}

/** Calls back when a handoff was made or where one stands has changed; gives the way to stop. */
export function watchHandoffs(home: string, onChange: () => void): () => void {
  const stops = [handoffsFolder(home), progressFolder(home)].map((folder) =>
    watchFolder(folder, onChange),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
