import {Command, CommanderError} from 'commander';
import {addCheckCommands} from './check-program.ts';
import type {ApplyOptions} from './apply.ts';
import type {DemoOptions} from './demo.ts';
import {addArchiveCommands, addDocsCommands} from './docs-program.ts';
import type {GateOptions} from './gate.ts';
import type {ItemOptions} from './item.ts';
import type {NewOptions} from './new.ts';
import type {HolidayOptions} from './settings.ts';
import {exitCodes} from './report-error.ts';

const applyHelp = `
One change a line, as JSON. "as" names a line; in a line after it, @name stands for the id of what
it made:

  {"type":"item/settled","item":"network","status":"done"}
  {"as":"lee","type":"record/added","register":"contacts","item":"escalation-contacts","fields":{"name":"Lee"}}
  {"type":"record/changed","record":"@lee","fields":{"channel":"desk 12"}}
  {"as":"q1","type":"session/noted","kind":"question","text":"Who rotates the log?"}
  {"type":"follow-up/closed","followUp":"question @q1","outcome":"Answered by mail"}
`;

/** Every command with its arguments. Each loads its own code only when it is called. */
function buildProgram(version: string, finish: (code: number) => void): Command {
  const program = new Command('handoff-wizard')
    .description('Hand a deployed system over to the people who will run it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('Run "handoff-wizard --help" for all commands.')
    .exitOverride()
    .allowExcessArguments(false);
  // A command of its own inherits these only when they are set before it is made.
  program.configureOutput({
    outputError: (text, write) => write(text.replace(/^error: /, '').replace(/^./, upper)),
  });

  program
    .command('new')
    .description('start a handoff')
    .requiredOption('--customer <name>', 'who takes the system over')
    .requiredOption('--system <name>', 'what is handed over')
    .option('--workspace <folder>', 'folder with the checks file (default: this folder)')
    .option('--playbook <file>', 'Markdown checklist to follow (default: the built-in playbook)')
    .option('--json', 'print the id as JSON')
    .action(async (options: NewOptions) =>
      finish(await (await import('./new.ts')).newHandoff(options)),
    );

  program
    .command('resume [id]')
    .description('open a handoff where it was left (default: the one worked on last)')
    .action(async (id?: string) => finish(await (await import('./resume.ts')).resume(id)));

  program
    .command('list')
    .description('list all handoffs')
    .option('--json', 'print them as JSON')
    .action(async (options: {json?: boolean}) =>
      finish(await (await import('./list.ts')).list(options)),
    );

  program
    .command('status [id]')
    .description('print a handoff whole (default: the one worked on last)')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, options: {json?: boolean}) =>
      finish(await (await import('./status.ts')).status(id, options)),
    );

  program
    .command('item <item> <done|open|na>')
    .description('settle an item; ITEM is its id or a part of its id or text')
    .option('--reason <text>', 'why it does not apply (needed with na)')
    .option('--note <text>', 'internal note')
    .option('--owner <name>', 'who has it')
    .option('--due <date>', 'day by which it must be settled, YYYY-MM-DD')
    .option('--evidence <link>', 'link to what proves it')
    .option('--handoff <id>', 'which handoff (default: the one worked on last)')
    .action(async (item: string, status: string, options: ItemOptions) =>
      finish(await (await import('./item.ts')).item(item, status, options)),
    );

  program
    .command('apply <file>')
    .description('apply changes from a file, or from standard input with -: all or none')
    .option('--handoff <id>', 'which handoff (default: the one worked on last)')
    .option('--dry-run', 'tell whether they are allowed, and write nothing')
    .option('--json', 'print what was applied or refused as JSON')
    .addHelpText('after', applyHelp)
    .action(async (file: string, options: ApplyOptions) =>
      finish(await (await import('./apply.ts')).apply(file, options)),
    );

  program
    .command('gate [gate]')
    .description('tell what a gate lacks: session, handover or closing (default: the next one)')
    .option('--handoff <id>', 'which handoff (default: the one worked on last)')
    .option('--json', 'print it as JSON')
    .action(async (name: string | undefined, options: GateOptions) =>
      finish(await (await import('./gate.ts')).gate(name, options)),
    );

  addCheckCommands(program, finish);

  addDocsCommands(program, finish);
  addArchiveCommands(program, finish);

  const playbook = program.command('playbook').description('look at playbooks');
  playbook
    .command('show [file]')
    .description('show how a Markdown file is read (default: the built-in playbook)')
    .option('--json', 'print it as JSON')
    .action(async (file: string | undefined, options: {json?: boolean}) =>
      finish(await (await import('./playbook.ts')).showPlaybook(file, options)),
    );

  const settings = program.command('settings').description('look at your settings, or change them');
  settings
    .command('show', {isDefault: true})
    .description('print your name, the holidays, and how many checks files you trust')
    .option('--json', 'print them as JSON')
    .action(async (options: {json?: boolean}) =>
      finish(await (await import('./settings.ts')).showSettings(options)),
    );
  settings
    .command('holidays')
    .description('list, add or remove days that are no business days')
    .option('--add <date...>', 'days to add, such as 2026-12-25')
    .option('--remove <date...>', 'days to remove')
    .action(async (options: HolidayOptions) =>
      finish(await (await import('./settings.ts')).setHolidays(options)),
    );
  settings
    .command('name <name>')
    .description('set the name under which you act')
    .option('--was <name>', 'a name under which you have acted before, so that it stays your own')
    .action(async (name: string, options: {was?: string}) =>
      finish(await (await import('./settings.ts')).setName(name, options)),
    );

  program
    .command('demo')
    .description('start a small sample system and look at a handoff of it')
    .option('--auto', 'play the whole journey without a terminal')
    .option('--out <folder>', 'where --auto writes the documents (default: handoff-documents)')
    .action(async (options: DemoOptions) =>
      finish(await (await import('./demo.ts')).demo(options)),
    );
  return program;
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

/** Parses the arguments and runs the command. Wrong usage is told and gives 2. */
export async function runProgram(args: readonly string[], version: string): Promise<number> {
  let code: number = exitCodes.good;
  const program = buildProgram(version, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, {from: 'user'});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.good : exitCodes.badInput;
  }
  return code;
}
