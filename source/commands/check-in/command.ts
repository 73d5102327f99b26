import type {Command} from 'commander';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, byProgram, option, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const addCheckIn: Making<'record/added'> = {
  name: 'check-in add',
  says: 'log a check-in with the receiver that was held today, or on the date given',
  examples: [
    'check-in add "name=Mina Okafor" "did=Restarted it twice" found=Nothing severity=none',
  ],
  makes: {
    'record/added': {
      register: byProgram,
      fields: argument('field=value', 'what was heard; "row fields check-ins" lists the fields', {
        isMany: true,
        reads: 'field values',
      }),
      item: byProgram,
      draft: byProgram,
    },
  },
  more: {
    na: option('a field that does not apply, and why; may be repeated', {
      value: 'field=reason',
      isMany: true,
    }),
  },
  maker: 'check-in add',
  namesIt: true,
};

/** `check-in`. */
export function addCheckInCommand(program: Command, finish: Finish): void {
  const checkIn = program.command('check-in').description('log the check-ins of the transition');
  addChangeCommands(checkIn, finish, [addCheckIn]);
}
