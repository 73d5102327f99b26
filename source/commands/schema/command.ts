import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onlyPrints} from '../handoff-option.ts';

/** `schema`. */
export function addSchema(program: Command, finish: Finish): void {
  const command = onlyPrints(program.command('schema <name>'))
    .description(
      'print a JSON Schema: handoff.yaml (the checks file), error, or of what a command prints under --json, such as check-run, status and changes',
    )
    .action(async (name: string) => finish(await (await import('./print-schema.ts')).schema(name)));
  withExamples(command, ['schema handoff.yaml', 'schema changes', 'schema error']);
}
