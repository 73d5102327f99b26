import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {GateOptions} from './gate.ts';

/** `gate`. */
export function addGate(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('gate [gate]'), 'reads'), ['gate', 'gate session --json'])
    .description('tell what a gate lacks: session, handover or closing (default: the next one)')
    .option('--json', 'print it as JSON')
    .action(async (name: string | undefined, options: GateOptions) =>
      finish(await (await import('./gate.ts')).gate(name, options)),
    );
}
