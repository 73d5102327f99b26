import {StoreError} from './store-error.ts';

/**
 * A lock whose holder died is taken over after this long, in milliseconds; proper-lockfile takes
 * no less than 2,000.
 */
const staleAfter = 2500;
const attempts = 60;

/**
 * Runs `work`, which is over in one go, while no other process holds the lock of `file`.
 *
 * @throws {StoreError} when the lock is not free for several seconds.
 */
export async function withLock<T>(file: string, work: () => T): Promise<T> {
  const {default: lockfile} = await import('proper-lockfile');
  let release: () => Promise<void>;
  try {
    release = await lockfile.lock(file, {
      realpath: false,
      stale: staleAfter,
      retries: {retries: attempts, factor: 1.3, minTimeout: 4, maxTimeout: 120, randomize: true},
      // The default throws outside of any promise. A lock lost to a long stall costs nothing here:
      // the file is replaced atomically, and the writer that took over read the newest one.
      onCompromised: () => undefined,
    });
  } catch (error) {
    throw lockProblem(file, error);
  }
  try {
    return work();
  } finally {
    await release().catch(() => undefined);
  }
}

function lockProblem(file: string, error: unknown): StoreError {
  const isHeld = (error as NodeJS.ErrnoException).code === 'ELOCKED';
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    isHeld ? 'Another process is holding this handoff.' : `The store cannot be written: ${reason}`,
    file,
    isHeld
      ? 'Close the other wizard, or try again in a moment.'
      : 'Check that the folder belongs to you and that the disk is not full.',
    {cause: error},
  );
}
