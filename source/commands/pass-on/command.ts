import type {Command} from 'commander';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, option, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const passOn: Making<'handoff/passed-on'> = {
  name: 'pass-on',
  says: 'pass the handoff on to another engineer, who is responsible from then on; "docs" writes them the engineer handover',
  examples: ['pass-on "Sam Reed" --note "Ask Mina before you restart anything"'],
  makes: {
    'handoff/passed-on': {
      to: argument('person', 'the colleague who takes it'),
      note: option('what they should know first', {value: 'text'}),
    },
  },
};

/** `pass-on`. */
export function addPassOn(program: Command, finish: Finish): void {
  addChangeCommands(program, finish, [passOn]);
}
