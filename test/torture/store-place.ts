import path from 'node:path';
import {createHandoff, type NewHandoff} from '../../source/store/create-handoff.ts';
import {smallPlaybook} from '../fixtures/small-playbook.ts';
import {makeStoreHome} from '../harness/store-home.ts';

/** A store with one handoff of a small playbook, in a folder of its own: what is torn, killed and written a thousand times is to be small, which the sample world is not. */
export interface StorePlace extends AsyncDisposable {
  readonly home: string;
  readonly id: string;
}

export const newHandoff: NewHandoff = {
  customer: 'Apex Banking',
  system: 'Payments API',
  workspace: '/srv/payments',
  timeZone: 'UTC',
  playbook: smallPlaybook,
  playbookSource: 'built-in',
};

export async function makeStorePlace(fields = newHandoff): Promise<StorePlace> {
  const folder = makeStoreHome();
  const home = path.join(folder.path, 'store');
  const id = await createHandoff(home, 'ana', fields);
  return {home, id, [Symbol.asyncDispose]: folder.remove};
}
