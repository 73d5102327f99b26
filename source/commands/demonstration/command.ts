import type {Command} from 'commander';
import {demonstrationResults} from '../../handoff/model/demonstration.ts';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, byProgram, option, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const startDemonstration: Making<'demonstration/started'> = {
  name: 'demonstration start',
  says: 'start the clock of a task that the receiver performs; it follows the runbook of that task',
  examples: ['demonstration start restart-a-service --by "Mina Okafor"'],
  makes: {
    'demonstration/started': {
      item: argument('task', 'its id or a part of its id or text'),
      performer: option('who performs it: somebody who takes the system over', {
        name: 'by',
        value: 'name',
        isNeeded: true,
      }),
      observer: option('who sees it and says how it went (default: you)', {
        name: 'watched-by',
        value: 'name',
        hasUsual: true,
      }),
      runbook: byProgram,
    },
  },
  maker: 'demonstration start',
};

export const endDemonstration: Making<'demonstration/ended'> = {
  name: 'demonstration end',
  says: 'say how the task went that is being performed',
  examples: [
    'demonstration end unaided',
    'demonstration end prompted --remark "To stop the service first"',
  ],
  makes: {
    'demonstration/ended': {
      demonstration: byProgram,
      result: argument('result', 'how well it went', {choices: demonstrationResults}),
      remark: option('what they had to be told, or why it failed', {value: 'text'}),
    },
  },
  maker: 'demonstration end',
};

/** `demonstration`. */
export function addDemonstration(program: Command, finish: Finish): void {
  const demonstration = program
    .command('demonstration')
    .description('have the receiver perform the critical tasks');
  addChangeCommands(demonstration, finish, [startDemonstration, endDemonstration]);
}
