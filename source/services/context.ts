import {remark} from '../tell-aside.ts';
import {storeHome} from '../store/store-home.ts';
import {readIdentity} from './identity.ts';

/** Who acts on which store. */
export interface Context {
  readonly home: string;
  readonly actor: string;
  /** What is said once something was recorded under a name that tells nobody who it was. */
  readonly nameNotice?: string;
}

/** The store and the person of this process. */
export async function readContext(): Promise<Context> {
  const home = storeHome();
  const {name: actor, from} = await readIdentity(home);
  if (from !== 'account') return {home, actor};
  const nameNotice = `Recorded under "${actor}", the name of an account. Say who you are: handoff-wizard config set name "Jo Weber"`;
  return {home, actor, nameNotice};
}

/** Says that nobody can tell who has acted, where that is so; beside what a program reads. */
export function tellNameNotice({nameNotice}: Context): void {
  if (nameNotice !== undefined) remark(nameNotice);
}
