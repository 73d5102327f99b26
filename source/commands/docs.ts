import path from 'node:path';
import {storeHome} from '../store/home.ts';
import {readEvidence} from '../store/evidence.ts';
import {compareRuns} from './compare-runs.ts';
import {chooseSnapshot, print} from './context.ts';
import {writeDocuments} from '../documents/write-documents.ts';

export interface DocsOptions {
  readonly out: string;
  readonly force?: boolean;
}

/** Writes the documents of a handoff into a folder. */
export async function docs(id: string | undefined, options: DocsOptions): Promise<number> {
  const home = storeHome();
  const {handoff, journal} = chooseSnapshot(home, id);
  const folder = path.resolve(options.out);
  const {written, unchanged} = await writeDocuments(handoff, folder, {
    isForced: options.force ?? false,
    now: new Date().toISOString(),
    revision: journal.length,
    compareRuns,
    readEvidence: (sha256) => readEvidence(home, sha256),
  });
  for (const file of written) print(`Written: ${path.join(folder, file)}`);
  for (const file of unchanged) print(`Unchanged: ${path.join(folder, file)}`);
  return 0;
}
