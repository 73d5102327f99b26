import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';

/** `schema`. */
export function addSchema(program: Command, finish: Finish): void {
  program
    .command('schema <name>')
    .description('print a JSON Schema: handoff.yaml (the checks file) or check-run (check --json)')
    .action(async (name: string) => finish(await (await import('./print-schema.ts')).schema(name)));
}
