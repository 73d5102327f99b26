import type {Command} from 'commander';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, option, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const extend: Making<'transition/extended'> = {
  name: 'extend',
  says: 'let the transition last longer',
  examples: ['extend +7 --reason "The restore has to be shown again"'],
  makes: {
    'transition/extended': {
      until: argument('until', 'its last day, such as fri, +7 or 2026-12-24'),
      reason: option('why; it is printed', {value: 'text', isNeeded: true}),
    },
  },
};

/** `extend`. */
export function addExtend(program: Command, finish: Finish): void {
  addChangeCommands(program, finish, [extend]);
}
