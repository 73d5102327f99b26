import {topics} from '../../source/commands/help/help-topics.ts';
import {commandGroups, type DescribedCommand, type Term} from './described-commands.ts';

function cell(text: string): string {
  return text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll('<', '&lt;');
}

function table(title: string, terms: readonly Term[]): string[] {
  if (terms.length === 0) return [];
  return [
    `| ${title} | what it is |`,
    '|---|---|',
    ...terms.map(
      ({term, about}) => `| \`${term.replaceAll('|', String.raw`\|`)}\` | ${cell(about)} |`,
    ),
    '',
  ];
}

function section({name, usage, about, operands, options, examples}: DescribedCommand): string[] {
  return [
    `### ${name}`,
    '',
    `${cell(about).replace(/^./u, (letter) => letter.toUpperCase())}.`,
    '',
    '```text',
    usage,
    '```',
    '',
    ...table('operand', operands),
    ...table('option', options),
    ...(examples.length > 0 ? ['```sh', ...examples, '```', ''] : []),
  ];
}

/** `docs/commands.md`: what `--help` tells of each command, on one page. */
export function commandsPage(): string {
  const groups = commandGroups().flatMap(({title, commands}) => [
    `## ${title}`,
    '',
    ...commands.flatMap(section),
  ]);
  const told = Object.entries(topics).flatMap(([name, {text}]) => [
    `## help ${name}`,
    '',
    '```text',
    text,
    '```',
    '',
  ]);
  return [
    '# Commands',
    '',
    'What `--help` tells of each command, on one page. `handoff-wizard help COMMAND` has the same, and Tab',
    'completes it once your shell has read what `handoff-wizard completion bash` prints.',
    '',
    ...groups,
    ...told,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
