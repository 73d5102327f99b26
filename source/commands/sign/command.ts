import type {Command} from 'commander';
import {signOffDecisions, signOffWays} from '../../handoff/model/sign-off.ts';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, option, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const sign: Making<'sign-off/recorded'> = {
  name: 'sign',
  says: 'record what somebody of the receiver has decided on the handoff as it is now',
  examples: [
    'sign "Mina Okafor" accepted',
    'sign "Mina Okafor" accepted --role "head of operations"',
    'sign "Mina Okafor" accepted-with-conditions --role "head of operations" --condition "The restore is shown again"',
    'sign "Mina Okafor" declined --role "head of operations" --remarks "The restore was never shown" --how mail',
  ],
  makes: {
    'sign-off/recorded': {
      name: argument('person', 'who decides for the receiver'),
      decision: argument('decision', 'what was decided', {choices: signOffDecisions}),
      role: option('what the person is (default: as the approvers are named)', {
        value: 'text',
        hasUsual: true,
      }),
      conditions: option('what the acceptance hangs on; may be repeated', {
        name: 'condition',
        value: 'text',
        isMany: true,
      }),
      remarks: option('why it is declined', {value: 'text'}),
      how: option('how the decision reached you', {choices: signOffWays}),
      reference: option('where it is written, such as the number of a ticket', {value: 'text'}),
      digest: option('what was shown to them, as the documents name it (default: as it is now)', {
        value: 'sha256',
      }),
    },
  },
  maker: 'sign',
};

/** `sign`. */
export function addSign(program: Command, finish: Finish): void {
  addChangeCommands(program, finish, [sign]);
}
