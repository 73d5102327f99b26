import type {Command} from 'commander';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {always, argument, byProgram, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const leaveDraft: Making<'draft/answered'> = {
  name: 'draft leave',
  says: 'say that something that was found is not wanted; "discover --take" takes what is',
  examples: ['draft leave "row components cache"'],
  makes: {'draft/answered': {draft: byProgram, answer: always('left')}},
  more: {key: argument('key', 'its key as "discover --json" has it, or a part of it')},
  maker: 'draft leave',
};

/** `draft`. */
export function addDraft(program: Command, finish: Finish): void {
  const draft = program.command('draft').description('answer what discover has found');
  addChangeCommands(draft, finish, [leaveDraft]);
}
