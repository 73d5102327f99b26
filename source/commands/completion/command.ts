import {Argument, type Command} from 'commander';
import {shells, type Shell} from './completing-shells.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';

/** `completion`, and what its script asks at each Tab. */
export function addCompletion(program: Command, finish: Finish): void {
  withExamples(program.command('completion'), [
    'completion bash',
    'completion zsh',
    'completion fish',
  ])
    .addArgument(new Argument('<shell>', 'for which shell').choices(shells))
    .description('print what your shell reads to complete commands, options and names by Tab')
    .addHelpText('after', howTo)
    .action(async (shell: Shell) =>
      finish(await (await import('./print-completion.ts')).printCompletion(shell)),
    );
  withExamples(program.command('complete', {hidden: true}), ['complete -- item run check'])
    .argument('[words...]')
    .helpOption(false)
    .allowUnknownOption()
    .action(async (words: readonly string[]) =>
      finish(await (await import('./print-completion.ts')).printAnswers(program, words)),
    );
}

const howTo = `
To have it in each new shell:
  bash  echo 'source <(handoff-wizard completion bash)' >>~/.bashrc
  zsh   echo 'source <(handoff-wizard completion zsh)' >>~/.zshrc   (behind compinit)
  fish  handoff-wizard completion fish >~/.config/fish/completions/handoff-wizard.fish`;
