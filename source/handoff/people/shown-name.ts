import type {Handoff} from '../model/handoff.ts';
import {isSamePerson} from '../rules/people/same-person.ts';
import {personNamed} from './people.ts';
import {isServiceAccount} from './service-accounts.ts';

/** Stands for whoever has acted in an account and has not said who they are. */
export const unnamedEngineer = 'the engineer (name not said)';

/**
 * What somebody is called today, as documents and mails have it: by the new name after a renaming,
 * by no name at all where only that of an account is known. The journal keeps the words of its time.
 */
export function shownName(handoff: Handoff, name: string): string {
  const isEarlier = handoff.people.some(
    ({alias}) => alias !== undefined && isSamePerson(alias, name),
  );
  const shown = isEarlier ? (personNamed(handoff, name)?.name ?? name) : name;
  return isServiceAccount(shown) && handoff.actors.includes(name) ? unnamedEngineer : shown;
}

/** Whether everybody is shown as they were called when they acted. */
export function isShownAsWritten({people, actors}: Handoff): boolean {
  return !people.some(({alias}) => alias !== undefined) && !actors.some(isServiceAccount);
}
