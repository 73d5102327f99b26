import {isPersonal} from '../handoff/people/own-name.ts';
import {oneLine} from './one-line.ts';

/** Git answers from files on this machine; a home folder on a dead network is not waited for. */
const patience = 2000;

/** The name that git signs commits with in this folder; nothing where it knows none, or is not there. */
export async function gitName(folder: string): Promise<string | undefined> {
  try {
    const {callProgram} = await import('../programs/call-program.ts');
    const command = ['git', 'config', '--get', 'user.name'] as const;
    const answer = await callProgram({command, folder, patience});
    if (answer.type === 'not-started' || !answer.isGood) return undefined;
    const name = oneLine(answer.stdout).slice(0, 80);
    return isPersonal(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
