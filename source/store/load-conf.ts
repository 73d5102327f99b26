import {importWithoutHome} from '../home-folder.ts';
import {ignoreSizeLimit} from '../ignore-size-limit.ts';

/** conf brings a JSON-schema validator, so it is only loaded for the first write. */
export async function loadConf() {
  ignoreSizeLimit();
  const {default: Conf} = await importWithoutHome(() => import('conf'));
  return Conf;
}
