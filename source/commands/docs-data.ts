import {documentData, type Audience} from '../documents/data/document-data.ts';
import {dataPaths} from '../documents/data/data-paths.ts';
import {readTexts} from '../documents/render-document.ts';
import {readEvidence} from '../store/evidence.ts';
import {storeHome} from '../store/home.ts';
import {chooseSnapshot, print, printJson} from './context.ts';
import {oneLine} from './one-line.ts';

export interface DataOptions {
  readonly json?: boolean;
  readonly audience?: Audience;
}

/** Prints what a document template may use of a handoff: as a list of paths, or whole as JSON. */
export async function docsData(id: string | undefined, options: DataOptions): Promise<number> {
  const home = storeHome();
  const {handoff, journal} = chooseSnapshot(home, id);
  const now = new Date().toISOString();
  const evidence = await readTexts(handoff, {
    readEvidence: (sha256) => readEvidence(home, sha256),
  });
  const {audience = 'customer'} = options;
  const data = documentData(handoff, {audience, now, revision: journal.length, evidence});
  if (options.json) {
    printJson(data);
    return 0;
  }
  for (const {path, type, example} of dataPaths(data)) {
    print(oneLine(`${path}: ${type}${example === '' ? '' : `, such as ${example}`}`));
  }
  return 0;
}
