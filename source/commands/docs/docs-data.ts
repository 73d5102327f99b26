import type {Audience} from '../../playbook/playbook.ts';
import {documentData} from '../../documents/data/document-data.ts';
import {dataPaths} from '../../documents/data/data-paths.ts';
import {readTexts} from '../../documents/prepare-data.ts';
import {storeHome} from '../../store/store-home.ts';
import {documentOptions} from '../../services/document-options.ts';
import {chooseSnapshot} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {oneLine} from '../../services/one-line.ts';

export interface DataOptions {
  readonly handoff?: string;
  readonly json?: boolean;
  readonly audience?: Audience;
}

/** Prints what a document template may use of a handoff: as a list of paths, or whole as JSON. */
export async function docsData(id: string | undefined, options: DataOptions): Promise<number> {
  const home = storeHome();
  const snapshot = await chooseSnapshot(home, {id, handoff: options.handoff}, 'reads');
  const given = documentOptions(home, snapshot);
  const {audience = 'customer'} = options;
  const now = new Date().toISOString();
  const data = documentData(snapshot.handoff, {
    audience,
    now,
    compareRuns: given.compareRuns,
    evidence: await readTexts(snapshot.handoff, {...given, now}),
  });
  if (options.json) {
    printJson(data);
    return 0;
  }
  for (const {path, type, example} of dataPaths(data))
    print(oneLine(`${path}: ${type}${example === '' ? '' : `, such as ${example}`}`));
  return 0;
}
