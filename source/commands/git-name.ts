import {isPersonal} from '../handoff/people/own-name.ts';
import {oneLine} from './one-line.ts';

/** Git answers from files on this machine; a home folder on a dead network is not waited for. */
const patience = 2000;

/** The name that git signs commits with in this folder; nothing where it knows none, or is not there. */
export async function gitName(folder: string): Promise<string | undefined> {
  try {
    const {execa} = await import('execa');
    const {stdout, failed} = await execa('git', ['config', '--get', 'user.name'], {
      cwd: folder,
      reject: false,
      timeout: patience,
      stdin: 'ignore',
      stderr: 'ignore',
    });
    const name = oneLine(stdout).slice(0, 80);
    return failed || !isPersonal(name) ? undefined : name;
  } catch {
    return undefined;
  }
}
