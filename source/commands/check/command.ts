import {type Command, InvalidArgumentError, Option} from 'commander';
import {parseAmount} from '../../checks/assertions/amounts.ts';
import type {CheckOptions, ChecksFileOptions} from './check-options.ts';
import type {ExportOptions} from './check-export.ts';
import type {HistoryOptions} from './check-history.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {givenOptions} from '../given-options.ts';
import {onHandoff} from '../handoff-option.ts';
import {withFile} from '../which-checks.ts';

// Repeated here so that no reporter is loaded to read the arguments; a test compares the two.
const formats = ['text', 'json', 'junit', 'tap', 'nagios', 'prometheus', 'markdown'];

// As above: so that nothing of the export is loaded.
const exportForms = ['sh', 'nagios', 'goss'];

function addCheck(program: Command, finish: Finish): Command {
  const check = withExamples(withFile(program.command('check'), 'acts'), [
    'check',
    'check --only "API is healthy" --json',
    'check --watch 30s',
  ])
    .description('run the checks of a handoff and keep their evidence')
    // Otherwise options after the name of a subcommand would be taken for those of check.
    .enablePositionalOptions()
    .option('--only <name>', 'run only this check; may be repeated', collect)
    .option('--tag <tag>', 'run only checks with this tag; may be repeated', collect)
    .addOption(
      new Option('--severity <severity>', 'run only checks of this severity').choices([
        'required',
        'recommended',
      ]),
    )
    .addOption(new Option('--jobs <number>', 'checks at a time').argParser(wholeNumber).default(4))
    .option('--fail-fast', 'start no further check once a required one does not pass')
    .option('--attest <name[=note]>', 'say that a manual check is so; may be repeated', collect)
    .option('--deny <name[=note]>', 'say that a manual check is not so; may be repeated', collect)
    .option('--allow-changes', 'also run checks that change something')
    .option('--trust', 'trust the exact content of the file, then run it')
    .addOption(new Option('--format <format>', 'how to report the run').choices(formats))
    .option('--json', 'print the run as JSON (short for --format json)')
    .option('--out <file>', 'write the report to a file, and the text to the terminal')
    .addOption(
      new Option(
        '--watch [every]',
        'run again when the file changes, or every 30s or so',
      ).argParser(duration),
    )
    .addHelpText(
      'after',
      '\nThe kinds of checks and all their keys: check explain KIND, docs/checks.md.',
    )
    .action(async (options: CheckOptions) =>
      finish(await (await import('./check.ts')).check(options)),
    );
  return check;
}

function addRunCommands(check: Command, finish: Finish): void {
  withExamples(onHandoff(check.command('history'), 'reads'), ['check history'])
    .description('list the runs that were kept, the newest first')
    .option('--json', 'print them as JSON')
    .action(async (options: HistoryOptions, command: Command) =>
      finish(
        await (await import('./check-history.ts')).checkHistory(givenOptions(options, command)),
      ),
    );

  withExamples(onHandoff(check.command('diff <run> <run>'), 'reads'), ['check diff last~1 last'])
    .description('tell what changed between two runs: the beginning of an id, last, or last~1')
    .option('--json', 'print it as JSON')
    .action(async (before: string, after: string, options: HistoryOptions, command: Command) =>
      finish(
        await (
          await import('./check-history.ts')
        ).checkDiff(before, after, givenOptions(options, command)),
      ),
    );
}

function addFileCommands(check: Command, finish: Finish): void {
  withExamples(withFile(check.command('lint'), 'reads'), [
    'check lint',
    'check lint --file handoff.yaml',
  ])
    .description('find what is wrong or doubtful in a checks file; runs nothing')
    .option('--json', 'print it as JSON')
    .action(async (options: ChecksFileOptions, command: Command) =>
      finish(await (await import('./check-lint.ts')).checkLint(givenOptions(options, command))),
    );

  withExamples(withFile(check.command('explain <check>'), 'reads'), [
    'check explain "API is healthy"',
    'check explain http',
  ])
    .description('print exactly what a check would do, or all about a kind: explain http')
    .option('--json', 'print it as JSON')
    .action(async (name: string, options: ChecksFileOptions, command: Command) =>
      finish(
        await (
          await import('./check-explain.ts')
        ).checkExplain(name, givenOptions(options, command)),
      ),
    );

  withExamples(withFile(check.command('export'), 'acts'), [
    'check export --as sh --out checks.sh',
    'check export --as goss --out goss.yaml',
  ])
    .description('write the passed checks so that nothing of this program is needed; runs nothing')
    .addOption(
      new Option('--as <form>', 'a shell script, monitoring plugins, or a gossfile')
        .choices(exportForms)
        .makeOptionMandatory(),
    )
    .option('--out <place>', 'file to write, or folder for nagios')
    .option('--run <run>', 'which run: the beginning of an id, or last~1 (default: last)')
    .action(async (options: ExportOptions, command: Command) =>
      finish(await (await import('./check-export.ts')).checkExport(givenOptions(options, command))),
    );
}

/** `check` with what belongs to it. */
export function addCheckCommand(program: Command, finish: Finish): void {
  const check = addCheck(program, finish);
  addRunCommands(check, finish);
  addFileCommands(check, finish);
}

function collect(value: string, all: readonly string[] = []): readonly string[] {
  return [...all, value];
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('Write a whole number from 1 to 64.');
  return number;
}

function duration(text: string): number {
  const read = parseAmount(text);
  if (read?.dimension !== 'duration' || read.value < 1000 || read.value > 86_400_000)
    throw new InvalidArgumentError('Write a number with a unit, such as 30s, from 1s to 1d.');
  return read.value;
}
