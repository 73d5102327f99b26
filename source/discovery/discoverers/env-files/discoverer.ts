import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, setting} from '../../findings.ts';
import {readEnvFile} from '../../formats/env-file.ts';

const isEnvFile = (file: string) =>
  /^(?:\.env(?:\..+)?|[\w-]+\.env)$/.test(path.posix.basename(file));

/** `.env` and its like: the names of what is set there, and no value. */
export const envFiles: Discoverer = {
  name: 'env-files',
  looksAt: 'the names of variables in .env files',
  wants: isEnvFile,
  isLocal: isEnvFile,
  async discover(file, folder) {
    const text = await folder.read(file);
    if (text === undefined) return [];
    const {entries, problems} = readEnvFile(text);
    for (const problem of problems) folder.tell({file, ...problem});
    const owner = file === '.env' ? {} : {owner: file};
    return entries.map(({name, line}) =>
      setting({name, value: undefined, place: file, ...owner}, at(file, line)),
    );
  },
};
