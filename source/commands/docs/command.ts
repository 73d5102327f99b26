import {type Command, Option} from 'commander';
import type {DataOptions} from './docs-data.ts';
import type {DocsOptions} from './docs.ts';
import type {EjectOptions} from './docs-templates.ts';
import type {DocsLintOptions} from './docs-lint.ts';
import {withExamples} from '../examples.ts';
import type {Finish} from '../finish-command.ts';
import {onHandoff} from '../handoff-option.ts';
import {givenOptions} from '../given-options.ts';

function audience(words: string): Option {
  return new Option('--audience <audience>', words).choices(['customer', 'internal']);
}

/** `docs` with what belongs to it. */
export function addDocs(program: Command, finish: Finish): void {
  const docs = withExamples(onHandoff(program.command('docs [id]'), 'acts'), [
    'docs --out documents',
    'docs --out documents --format md,html,pdf --audience customer',
    'docs --document handoff-document --out - --format html >handoff.html',
  ])
    .description('write the documents of a handoff')
    .option(
      '--out <folder>',
      'folder for the documents, made if it is missing; - is standard output',
    )
    .option(
      '--document <name>',
      'with --out -: which one, such as handoff-document, as md unless --format says otherwise',
    )
    .option(
      '--format <list>',
      'any of md, html and pdf, with commas between (default: md,html and what is there)',
    )
    .option('--force', 'overwrite documents that were changed by hand')
    .addOption(audience('for whom (default: each document for those it is made for)'))
    .action(async (id: string | undefined, options: Partial<DocsOptions>, command: Command) => {
      const {out} = options;
      // Were it a required option, commander would ask for it with the subcommands too.
      if (out === undefined) command.error("error: required option '--out <folder>' not specified");
      else finish(await (await import('./docs.ts')).docs(id, {...options, out}));
    });

  withExamples(onHandoff(docs.command('lint [id]'), 'reads'), ['docs lint', 'docs lint --json'])
    .description('find what is missing or doubtful in the documents')
    .option('--json', 'print it as JSON')
    .action(async (id: string | undefined, options: DocsLintOptions, command: Command) =>
      finish(await (await import('./docs-lint.ts')).docsLint(id, givenOptions(options, command))),
    );

  withExamples(onHandoff(docs.command('eject <name>'), 'acts'), [
    'docs eject handoff-document --to workspace',
  ])
    .description('copy a document template out, to edit it')
    .addOption(
      new Option('--to <place>', 'for all your handoffs, or into the workspace')
        .choices(['user', 'workspace'])
        .default('user'),
    )
    .action(async (name: string, options: EjectOptions, command: Command) =>
      finish(
        await (await import('./docs-templates.ts')).docsEject(name, givenOptions(options, command)),
      ),
    );

  withExamples(onHandoff(docs.command('data [id]'), 'reads'), [
    'docs data',
    'docs data --json --audience internal',
  ])
    .description('print what a document template may use')
    .addOption(audience('for whom (default: customer)'))
    .option('--json', 'print the data whole, as JSON')
    .action(async (id: string | undefined, options: DataOptions, command: Command) =>
      finish(await (await import('./docs-data.ts')).docsData(id, givenOptions(options, command))),
    );
}
