import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, row} from '../../findings.ts';

/** Procfiles: a process type a line, as Heroku, Dokku and foreman start them. */
export const procfile: Discoverer = {
  name: 'procfile',
  looksAt: 'Procfiles',
  wants: (file) => path.posix.basename(file) === 'Procfile',
  async discover(file, folder) {
    const lines = ((await folder.read(file)) ?? '').split(/\r?\n/);
    return lines.flatMap((line, index) => {
      if (/^\s*(?:#|$)/.test(line)) return [];
      const {name, command} = /^(?<name>[\w-]+):\s*(?<command>\S.*)$/.exec(line)?.groups ?? {};
      if (name === undefined || command === undefined) {
        folder.tell({file, line: index + 1, message: 'This is no process type with its command.'});
        return [];
      }
      const dir = path.posix.dirname(file);
      const fields = {
        name,
        place: `process ${command}`,
        purpose: name === 'release' ? 'runs once and ends, at each release' : undefined,
      };
      const about = dir === '.' ? name : `${dir}/${name}`;
      return [row('components', about, fields, at(file, index + 1), {is: [`folder:${dir}`]})];
    });
  },
};
