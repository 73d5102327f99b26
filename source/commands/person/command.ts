import type {Command} from 'commander';
import {sides} from '../../handoff/model/person.ts';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, option, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const addPerson: Making<'person/described'> = {
  name: 'person add',
  says: 'say on whose side somebody is, what they are, and how they are reached',
  examples: [
    'person add "Mina Okafor" --side customer --role "head of operations"',
    'person add "Mina Okafor" --alias "M. Okafor"',
  ],
  makes: {
    'person/described': {
      name: argument('name', 'the person'),
      side: option('on whose side', {choices: sides}),
      role: option('what they are', {value: 'text'}),
      address: option('how they are reached, such as an e-mail address', {value: 'address'}),
      alias: option('another spelling that means them', {value: 'name'}),
    },
  },
};

export const renamePerson: Making<'person/renamed'> = {
  name: 'person rename',
  says: 'say that somebody is called otherwise from now on',
  examples: ['person rename "Mina Okafor" "Mina Okafor-Lind"'],
  makes: {
    'person/renamed': {
      from: argument('from', 'the name they had'),
      to: argument('to', 'the name they have'),
    },
  },
};

/** `person`. */
export function addPersonCommands(program: Command, finish: Finish): void {
  const person = program.command('person').description('say who people are');
  addChangeCommands(person, finish, [addPerson, renamePerson]);
}
