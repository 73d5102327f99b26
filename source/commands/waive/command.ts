import type {Command} from 'commander';
import {gateNames} from '../../handoff/model/gate-waiver.ts';
import {addChangeCommands} from '../changes/add-change-commands.ts';
import {argument, byProgram, option, type Making} from '../changes/change-command.ts';
import type {Finish} from '../finish-command.ts';

export const waive: Making<'gate/waived'> = {
  name: 'waive',
  says: 'give up on purpose what a gate asks for, with who takes the risk; "gate" lists what is missing',
  examples: [
    'waive session plan --reason "The customer plans it" --approver "Mina Okafor"',
    'waive closing "check-in" --reason "Held by phone" --approver "Mina Okafor" --expires +7',
  ],
  makes: {
    'gate/waived': {
      gate: argument('gate', 'the gate', {choices: gateNames}),
      requirement: argument('requirement', 'its id or a part of its id or text', {
        reads: 'requirement',
      }),
      text: byProgram,
      reason: option('why it can wait; it is printed', {value: 'text', isNeeded: true}),
      approver: option('who takes the risk, by name', {value: 'name', isNeeded: true}),
      expires: option('from that day on it counts no more (default: in 14 days)', {
        value: 'date',
        hasUsual: true,
      }),
      fact: byProgram,
    },
  },
  maker: 'waive',
};

/** `waive`. */
export function addWaive(program: Command, finish: Finish): void {
  addChangeCommands(program, finish, [waive]);
}
