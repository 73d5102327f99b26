import {watch} from 'node:fs';
import {handoffsFolder} from './home.ts';

/**
 * Calls back with the id of each handoff whose file another process or this one has written. Gives
 * the way to stop. A store that is not there yet, or a system without watching, stays silent.
 */
export function watchHandoffs(home: string, onChange: (id: string) => void): () => void {
  try {
    const watcher = watch(handoffsFolder(home), (_event, name) => {
      if (name?.endsWith('.json')) onChange(name.slice(0, -'.json'.length));
    });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
}
