import {storeHome} from '../store/home.ts';
import {actorName} from '../store/settings.ts';

/** Who acts on which store. */
export interface Context {
  readonly home: string;
  readonly actor: string;
}

/** The store and the person of this process. */
export function readContext(): Context {
  const home = storeHome();
  return {home, actor: actorName(home)};
}
