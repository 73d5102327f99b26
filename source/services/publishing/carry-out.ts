import path from 'node:path';
import {readFile} from 'node:fs/promises';
import {makeFolder} from '../../make-folder.ts';
import {carryCall} from '../../integrations/carrying/carry-call.ts';
import type {Carried, Carry, Doing} from '../../integrations/integration-entry.ts';
import {noteWritten, whoseFile} from '../../store/written-files.ts';
import {writeBeside} from '../../store/write-beside.ts';
import type {FoundTarget} from './find-targets.ts';

/** What lies beside a file that a person has changed, until they have looked at both. */
function asideOf(file: string): string {
  const {dir, name, ext} = path.parse(file);
  return path.join(dir, `${name}.handoff-wizard${ext}`);
}

async function isAlreadySo(file: string, text: string): Promise<boolean> {
  return readFile(file, 'utf8').then(
    (there) => there === text,
    () => false,
  );
}

/** Writes a file in the place of what this program wrote there, and beside what a person did. */
async function writeFile(home: string, file: string, text: string): Promise<Carried> {
  try {
    if (await isAlreadySo(file, text)) {
      await noteWritten(home, file, text);
      return {type: 'written', file};
    }
    const isPersons = (await whoseFile(home, file)) === 'other';
    const target = isPersons ? asideOf(file) : file;
    if (
      isPersons &&
      (await whoseFile(home, target)) === 'other' &&
      !(await isAlreadySo(target, text))
    )
      return {
        type: 'stopped',
        why: `${file} was changed by a person, and so was ${path.basename(target)} beside it.`,
        todo: 'Bring both together in one, remove the other, and send again.',
      };
    // A wiki's checkout is others' to read, unlike the store.
    makeFolder(path.dirname(target));
    await noteWritten(home, target, text);
    await writeBeside(target, text, 0o644);
    return isPersons ? {type: 'written', file, aside: target} : {type: 'written', file};
  } catch (error) {
    const {code = '', message} = error as NodeJS.ErrnoException;
    return {
      type: 'stopped',
      why: `${file} cannot be written: ${code === '' ? message : code}.`,
      todo: 'Check that the folder belongs to you and has room, and send again.',
    };
  }
}

/** The way by which a target is reached. */
export function carryFor(home: string, {file: {folder}, timeout}: FoundTarget): Carry {
  const surroundings = {folder, patience: timeout};
  return async (doing: Doing) => {
    switch (doing.type) {
      case 'request': {
        const {carryRequest} = await import('../../integrations/carrying/carry-request.ts');
        return carryRequest(doing, surroundings);
      }
      case 'call':
        return carryCall(doing, surroundings);
      case 'file':
        return writeFile(home, path.resolve(folder, doing.file), doing.text);
    }
  };
}
