import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {ApplyOptions} from './apply.ts';

const applyHelp = `
One change a line, as JSON. "as" names a line; in a line after it, @name stands for the id of what
it made:

  {"type":"item/settled","item":"network","status":"done"}
  {"as":"lee","type":"record/added","register":"contacts","item":"escalation-contacts","fields":{"name":"Lee"}}
  {"type":"record/changed","record":"@lee","fields":{"channel":"desk 12"}}
  {"as":"q1","type":"session/noted","kind":"question","text":"Who rotates the log?"}
  {"type":"follow-up/closed","followUp":"question @q1","outcome":"Answered by mail"}
`;

/** `apply`. */
export function addApply(program: Command, finish: Finish): void {
  withExamples(onHandoff(program.command('apply <file>'), 'acts'), [
    'apply changes.jsonl --dry-run',
    'apply -',
  ])
    .description('apply changes from a file, or from standard input with -: all or none')
    .option('--dry-run', 'tell whether they are allowed, and write nothing')
    .option('--json', 'print what was applied or refused as JSON')
    .addHelpText('after', applyHelp)
    .action(async (file: string, options: ApplyOptions) =>
      finish(await (await import('./apply.ts')).apply(file, options)),
    );
}
