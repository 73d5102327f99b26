import type {Phase, Playbook} from '../../playbook/playbook.ts';

/** A Markdown text of the playbook as it stands there, moved to the right. */
export function textLines(markdown: string, indent: string): string[] {
  return markdown.split('\n').map((line) => (line === '' ? '' : indent + line));
}

/** The title of a phase with what introduces it. */
export function phaseLines({title, introduction}: Phase): string[] {
  return ['', title.toUpperCase(), ...(introduction ? textLines(introduction, '  ') : [])];
}

/** What the playbook says of the whole. */
export function contextLines({context}: Playbook): string[] {
  return context ? ['', 'Context:', ...textLines(context, '  ')] : [];
}

/** What the playbook warns of, and where it points to. */
export function asideLines({gotchas, links}: Playbook): string[] {
  return [
    ...(gotchas.length > 0 ? ['', 'Gotchas:', ...gotchas.map(({text}) => `  - ${text}`)] : []),
    ...(links.length > 0
      ? [
          '',
          'Links:',
          ...links.map(({text, url}) => `  - ${text === url ? url : `${text}: ${url}`}`),
        ]
      : []),
  ];
}
