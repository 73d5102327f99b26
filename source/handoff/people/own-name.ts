import {isNobody} from './nobody.ts';
import {isServiceAccount} from './service-accounts.ts';

/** Whether a name is that of a person, as far as a name can tell. */
export function isPersonal(name: string): boolean {
  return !isNobody(name) && !isServiceAccount(name);
}

/** Why a name is none under which somebody can act; nothing when it is one. */
export function ownNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'The name is empty.';
  return isPersonal(name) ? undefined : `"${name}" names nobody.`;
}
