import type {Command} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onlyPrints} from '../handoff-option.ts';
import type {SetOptions} from './set-config.ts';

interface JsonOption {
  readonly json?: boolean;
}

/** `config` with what belongs to it. */
export function addConfig(program: Command, finish: Finish): void {
  const config = program
    .command('config')
    .description('look at your settings, or change them; "help settings" has them all');
  withExamples(onlyPrints(config.command('list', {isDefault: true})), [
    'config list',
    'config list --json',
  ])
    .description('print each setting as it is now, and where that comes from')
    .option('--json', 'print them as JSON')
    .action(async (options: JsonOption) =>
      finish(await (await import('./list-config.ts')).listConfig(options)),
    );
  withExamples(config.command('get <setting>'), ['config get editor'])
    .description('print one setting as it is now')
    .option('--json', 'print it as JSON, with where it comes from')
    .action(async (setting: string, options: JsonOption) =>
      finish(await (await import('./list-config.ts')).getConfig(setting, options)),
    );
  withExamples(config.command('set <setting> [value...]'), [
    'config set theme dark',
    'config set editor "code --wait"',
    'config set holidays --add 2026-12-25 2026-12-26',
    'config set weekend fri sat',
    'config set name "Jordan Ruiz" --was jruiz',
    'config set theme ""',
  ])
    .description('set one; an empty value goes back to what is usual')
    .option('--add <value...>', 'of days: add these to those that are set')
    .option('--remove <value...>', 'of days: take these out of those that are set')
    .option(
      '--was <name>',
      'of name: one under which you have acted before, so that what you entered stays yours',
    )
    .option('--json', 'print it as JSON')
    .action(async (setting: string, values: readonly string[], options: SetOptions) =>
      finish(await (await import('./set-config.ts')).setConfig(setting, values, options)),
    );
  withExamples(config.command('unset <setting...>'), ['config unset theme plain-signs'])
    .description('go back to what is usual')
    .action(async (settings: readonly string[]) =>
      finish(await (await import('./set-config.ts')).unsetConfig(settings)),
    );
  withExamples(config.command('edit'), ['config edit'])
    .description('change them as a commented text in your editor; what is wrong comes back to it')
    .action(async () => finish(await (await import('./edit-config.ts')).editConfig()));
}
