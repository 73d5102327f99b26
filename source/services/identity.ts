import os from 'node:os';
import {isPersonal} from '../handoff/people/own-name.ts';
import {readSettings} from '../store/settings/settings.ts';
import {gitName} from './git-name.ts';

/** The name under which this person acts, and how it is known. */
export interface Identity {
  readonly name: string;
  /** `account` where only the name of an account is known, in which anybody may work. */
  readonly from: 'settings' | 'git' | 'login' | 'account';
}

/** Containers run under numbers that no list of users has. */
function loginName(): string {
  try {
    return os.userInfo().username || 'unknown';
  } catch {
    return 'unknown';
  }
}

/** What the person said they are called; else what git knows; else the name of the account. */
export async function readIdentity(home: string): Promise<Identity> {
  const {name: said} = readSettings(home);
  if (said !== undefined && isPersonal(said)) return {name: said, from: 'settings'};
  const known = await gitName(process.cwd());
  if (known !== undefined) return {name: known, from: 'git'};
  const name = said ?? loginName();
  return {name, from: isPersonal(name) ? 'login' : 'account'};
}
