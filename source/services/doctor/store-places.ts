import {accessSync, constants, existsSync, statfsSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {readSettings} from '../../store/settings/settings.ts';
import {settingsPath} from '../../store/settings/settings-file.ts';
import {StoreError} from '../../store/store-error.ts';
import {broken, good, note, type Finding} from './one-finding.ts';

const {R_OK, W_OK, X_OK} = constants;

/** Room that is little, and room in which not even a line can be counted on, in bytes. */
const little = 100e6;
const none = 1e6;

/** The folder itself, or the nearest above it that is there. */
function nearestThere(folder: string): string {
  const parent = path.dirname(folder);
  return existsSync(folder) || parent === folder ? folder : nearestThere(parent);
}

/** Why the system lets nobody write here; nothing where it does. Nothing is tried. */
function refusal(folder: string): string | undefined {
  try {
    if (!statSync(folder).isDirectory()) return 'is no folder';
    accessSync(folder, R_OK | W_OK | X_OK);
    return undefined;
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    if (code === 'EROFS') return 'lies on a disk that can only be read';
    return code === 'EACCES' || code === 'EPERM' ? 'may not be written to' : `gives ${code}`;
  }
}

const elsewhere = 'name another folder with HANDOFF_WIZARD_HOME';

function store(home: string): Finding {
  const there = nearestThere(home);
  const why = refusal(there);
  if (why !== undefined)
    return broken('store', `${there} ${why}`, `Make ${there} yours to write to, or ${elsewhere}.`);
  if (there !== home) return good('store', `${home}, made with the first handoff`);
  const isOpen = process.platform !== 'win32' && (statSync(home).mode & 0o077) !== 0;
  return isOpen
    ? note(
        'store',
        `${home} can be entered by others of this machine`,
        `Keep it to yourself: chmod 700 "${home}"`,
      )
    : good('store', home);
}

function room(home: string): Finding {
  const there = nearestThere(home);
  const {bavail, bsize, files, ffree} = statfsSync(there);
  const left = bavail * bsize;
  const words = `${left < 1e9 ? `${(left / 1e6).toFixed(1)} MB` : `${(left / 1e9).toFixed(1)} GB`} left at ${there}`;
  const isFull = left < none || (files > 0 && ffree === 0);
  const mend = `Make room there, or ${elsewhere}.`;
  if (isFull)
    return broken('disk', ffree === 0 ? `${words}, and no room for a new file` : words, mend);
  return left < little ? note('disk', words, mend) : good('disk', words);
}

function settings(home: string): Finding {
  const file = settingsPath(home);
  try {
    const {name} = readSettings(home);
    return name === undefined
      ? note(
          'settings',
          'nobody has said who they are, so entries bear the name of an account',
          'Say it: handoff-wizard config set name "Jo Weber"',
        )
      : good('settings', `${file}, of ${name}`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return broken('settings', error.message, error.hint ?? '');
  }
}

function temporary(): Finding {
  const folder = tmpdir();
  const why = refusal(folder);
  return why === undefined
    ? good('temporary files', folder)
    : broken(
        'temporary files',
        `${folder} ${why}`,
        'Set TMPDIR to a folder that you may write to; the editor and runbooks need one.',
      );
}

/** Where things lie, and whether anything can be kept there. Nothing is written to find out. */
export function lookAtPlaces(home: string): readonly Finding[] {
  return [store(home), room(home), settings(home), temporary()];
}
