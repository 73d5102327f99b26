import {topics} from '../../source/commands/help/help-topics.ts';
import {commandGroups, type DescribedCommand, type Term} from './described-commands.ts';

/** Text in the language of man pages: what begins a request or is a sign of its own there is itself. */
function roff(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/^(?<sign>[.'])/gmu, String.raw`\&$<sign>`)
    .replaceAll(
      /[^\n\x20-\x7E]/gu,
      (sign) => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}

function terms(all: readonly Term[]): string[] {
  return all.flatMap(({term, about}) => ['.TP', `.B ${roff(term)}`, roff(about)]);
}

function section({usage, about, operands, options, examples}: DescribedCommand): string[] {
  return [
    `.SS ${roff(usage)}`,
    `${roff(about).replace(/^./u, (letter) => letter.toUpperCase())}.`,
    ...terms([...operands, ...options]),
    ...(examples.length > 0 ? ['.PP', 'Examples:', '.nf', ...examples.map(roff), '.fi'] : []),
  ];
}

function preformatted(text: string): string[] {
  return ['.nf', roff(text), '.fi'];
}

/** `docs/handoff-wizard.1`: the manual page. */
export function manualPage(): string {
  const groups = commandGroups().flatMap(({title, commands}) => [
    `.SH ${roff(title.toUpperCase())}`,
    ...commands.flatMap(section),
  ]);
  return [
    '.TH HANDOFF\\-WIZARD 1',
    '.SH NAME',
    'handoff\\-wizard \\- hand a deployed system over to the people who will run it',
    '.SH SYNOPSIS',
    '.B handoff\\-wizard',
    '[command] [options]',
    '.SH DESCRIPTION',
    'Without a command it opens the wizard.',
    ...groups,
    '.SH GLOBAL OPTIONS',
    ...preformatted(topics['options']?.text ?? ''),
    '.SH EXIT STATUS',
    ...preformatted(topics['exit-codes']?.text ?? ''),
    '.SH ENVIRONMENT',
    ...preformatted(topics['environment']?.text ?? ''),
    '.SH SETTINGS',
    ...preformatted(topics['settings']?.text ?? ''),
    '.SH OUTPUT',
    ...preformatted(topics['formatting']?.text ?? ''),
    '',
  ].join('\n');
}
