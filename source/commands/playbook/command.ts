import type {Command} from 'commander';
import type {Finish} from '../finish-command.ts';

/** `playbook` with what belongs to it. */
export function addPlaybook(program: Command, finish: Finish): void {
  const playbook = program.command('playbook').description('look at playbooks');
  playbook
    .command('show [file]')
    .description('show how a Markdown file is read (default: the built-in playbook)')
    .option('--json', 'print it as JSON')
    .action(async (file: string | undefined, options: {json?: boolean}) =>
      finish(await (await import('./show-playbook.ts')).showPlaybook(file, options)),
    );
}
