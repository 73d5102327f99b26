import os from 'node:os';
import {isPersonal} from '../handoff/people/own-name.ts';
import {chosenSetting} from '../store/settings/chosen-setting.ts';
import {gitName} from './git-name.ts';

/** The name under which this person acts, and how it is known. */
export interface Identity {
  readonly name: string;
  /** `account` where only the name of an account is known, in which anybody may work. */
  readonly from: 'environment' | 'settings' | 'git' | 'login' | 'account';
}

/** Containers run under numbers that no list of users has. */
function loginName(): string {
  try {
    return os.userInfo().username || 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Whether the person has said who they are. */
export function isSaid({from}: Identity): boolean {
  return from === 'settings' || from === 'environment';
}

/**
 * The name that is offered to a person who has not said what they are called; nothing where they have. A
 * login is offered to nobody: it is rarely what people are called.
 */
export function nameToAsk(identity: Identity): string | undefined {
  if (isSaid(identity)) return undefined;
  return identity.from === 'git' ? identity.name : '';
}

/** What the person said they are called; else what git knows; else the name of the account. */
export async function readIdentity(home: string): Promise<Identity> {
  const {value: said, from: by} = chosenSetting(home, 'name');
  if (said !== undefined && by !== 'default' && isPersonal(said)) return {name: said, from: by};
  const known = await gitName(process.cwd());
  if (known !== undefined) return {name: known, from: 'git'};
  const name = said ?? loginName();
  return {name, from: isPersonal(name) ? 'login' : 'account'};
}
