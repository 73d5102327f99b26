import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';
import type {GateOptions} from './gate.ts';

/** `gate`. */
export function addGate(program: Command, finish: Finish): void {
  program
    .command('gate [gate]')
    .description('tell what a gate lacks: session, handover or closing (default: the next one)')
    .option('--handoff <id>', 'which handoff (default: the one worked on last)')
    .option('--json', 'print it as JSON')
    .action(async (name: string | undefined, options: GateOptions) =>
      finish(await (await import('./gate.ts')).gate(name, options)),
    );
}
