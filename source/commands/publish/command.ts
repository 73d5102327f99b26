import {type Command, Option} from 'commander';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import type {PublishOptions} from './publish-handoff.ts';

/** `publish`. */
export function addPublish(program: Command, finish: Finish): void {
  const one = (flag: string, says: string, ...others: readonly string[]) =>
    new Option(flag, says).conflicts(['dryRun', 'status', 'fetch', 'retry', ...others]);
  withExamples(onHandoff(program.command('publish [target...]'), 'acts'), [
    'publish --example',
    'publish --dry-run',
    'publish tracker',
    'publish --fetch',
    'publish --status',
  ])
    .description('send outcome, open points and documents to trackers, CRM and wikis')
    .option('--dry-run', 'print exactly what would be sent, and send nothing')
    .option('--status', 'print what was sent, and what waits or needs an answer')
    .option('--fetch', 'bring here what was closed or opened there, and send nothing')
    .option('--retry', 'try also what was refused, and what would be tried later')
    .addOption(one('--arrived <sending>', 'say that a sending has arrived', 'again', 'drop'))
    .addOption(one('--again <sending>', 'say that it has not, so that it is sent again', 'drop'))
    .addOption(one('--drop <sending>', 'take a sending out of the outbox'))
    .option('--example', 'print a targets file to begin from')
    .option('--trust', 'trust exactly this content of the targets file')
    .option('--json', 'print it as JSON')
    .action(async (targets: string[], options: PublishOptions) =>
      finish(await (await import('./publish-handoff.ts')).publishHandoff(targets, options)),
    );
}
