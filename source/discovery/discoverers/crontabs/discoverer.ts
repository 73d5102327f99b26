import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, row} from '../../findings.ts';
import {readCrontab} from '../../formats/crontab.ts';

const inSystemFolder = /(?:^|\/)cron\.d\/[\w-]+$/;
const byName = /(?:^|\/)(?:crontabs?\/[\w-]+|(?:[\w-]+[._-])?crontab(?:\.txt)?|[\w-]+\.cron)$/i;

/** The first words of a command, enough to tell it from others. */
function short(command: string): string {
  return command.length > 100 ? `${command.slice(0, 99)}…` : command;
}

/** Crontabs of users and of the system. */
export const crontabs: Discoverer = {
  name: 'crontabs',
  looksAt: 'crontabs, and files of cron.d',
  wants: (file) => inSystemFolder.test(file) || byName.test(file),
  async discover(file, folder) {
    const text = await folder.read(file);
    if (text === undefined) return [];
    const hasUsers = inSystemFolder.test(file) || /(?:^|\/)etc\/crontab$/.test(file);
    const {jobs, odd} = readCrontab(text, hasUsers);
    for (const line of odd) folder.tell({file, line, message: 'This is no line of a crontab.'});
    return jobs.map(({rhythm, user, command, line}) =>
      row(
        'maintenance',
        `${path.posix.basename(file)} ${short(command)}`,
        {name: `${short(command)}${user === undefined ? '' : `, as ${user}`}`, rhythm},
        at(file, line),
      ),
    );
  },
};
