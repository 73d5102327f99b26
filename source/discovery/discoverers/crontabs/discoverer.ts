import path from 'node:path';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at, row} from '../../findings.ts';
import {readCrontab} from '../../formats/crontab.ts';

const inSystemFolder = /(?:^|\/)cron\.d\/[\w-]+$/;
const byName = /(?:^|\/)(?:crontabs?\/[\w-]+|(?:[\w-]+[._-])?crontab(?:\.txt)?|[\w-]+\.cron)$/i;

/** A command behind the name of an account that starts programs on most systems. */
const asUser = /^(?:root|www-data|nobody|postgres|nginx|apache|daemon|deploy|app)\s+\S/;

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
    const isOfSystem = inSystemFolder.test(file) || /(?:^|\/)etc\/crontab$/.test(file);
    const plain = readCrontab(text, isOfSystem);
    // Who is to run it stands there as well in a file that is copied to cron.d.
    const hasUsers = plain.jobs.length > 0 && plain.jobs.every(({command}) => asUser.test(command));
    const {jobs, odd} = !isOfSystem && hasUsers ? readCrontab(text, true) : plain;
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
