import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A folder of its own for one test. */
export interface StoreHome extends AsyncDisposable {
  readonly path: string;
  /** Removes the folder with all that is in it. `await using` calls it too. */
  readonly remove: () => Promise<void>;
}

/** Makes an empty folder to use as `HANDOFF_WIZARD_HOME` or as a workspace. */
export function makeStoreHome(): StoreHome {
  const home = mkdtempSync(path.join(tmpdir(), 'handoff-wizard-test-'));
  // What a wizard that was just closed still writes may come between.
  const remove = (): Promise<void> => rm(home, {recursive: true, force: true, maxRetries: 10});
  return {path: home, remove, [Symbol.asyncDispose]: remove};
}
