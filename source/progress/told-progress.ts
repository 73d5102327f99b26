import {setImmediate} from 'node:timers/promises';

/** How far something is that takes a while. */
export interface Progress {
  /** What is done now, in words: `handoff-document.pdf`. */
  readonly doing: string;
  /** Parts that are through. */
  readonly done: number;
  /** All parts; nothing where nobody can know yet how many there are. */
  readonly total?: number;
  /** Milliseconds until all is through, by what is known; nothing where that would be guessed. */
  readonly left?: number;
}

/** Is told how far it is; with nothing, that whatever shows it rests while somebody is asked. */
export type OnProgress = (progress: Progress | undefined) => void;

/** Tells how far it is, and lets whoever shows it draw before the work goes on. */
export async function tellProgress(
  onProgress: OnProgress | undefined,
  progress: Progress | undefined,
): Promise<void> {
  if (!onProgress) return;
  onProgress(progress);
  await setImmediate();
}
