import {readFileSync} from 'node:fs';
import path from 'node:path';
import {unitWords} from '../../source/checks/assertions/amounts.ts';
import {wordDescriptions} from '../../source/checks/assertions/forms.ts';
import {kinds} from '../../source/checks/kinds/check-kinds.ts';
import {commonReference} from './common-reference.ts';
import {
  kindReference,
  type KeyWords,
  type KindReference,
} from '../../source/checks/reference/kind-reference.ts';
import {exitCodes} from '../../source/commands/report-error.ts';

/** Braces, pipes and pointed brackets mean something in a table of Markdown. */
function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll(/<(?=\w)/g, '&lt;');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(titles), `|${titles.map(() => '---').join('|')}|`, ...rows.map(row)];
}

function code(text: string): string {
  return `\`${text}\``;
}

function usually({isRequired, usual}: KeyWords): string {
  if (isRequired) return 'required';
  return usual === undefined ? '' : code(usual);
}

function keyTable(keys: readonly KeyWords[]): string {
  const rows = keys.map((key) => [code(key.name), key.takes, usually(key), key.meaning]);
  return table(['key', 'takes', 'default', 'what it means'], rows).join('\n');
}

function meaningTable(title: string, meanings: Readonly<Record<string, string>>): string {
  const rows = Object.entries(meanings).map(([word, meaning]) => [code(word), meaning]);
  return table([title, 'what it means'], rows).join('\n');
}

function kindPart({word, does, proves, keys, subjects, remarks, example}: KindReference): string {
  const looked = subjects.map(({name, takes, meaning}) => [code(name), takes, meaning]);
  return [
    `### ${word}`,
    '',
    `${does} A pass proves ${proves}`,
    '',
    '```yaml',
    example.trimEnd(),
    '```',
    '',
    ...(keys.length === 0 ? [] : [keyTable(keys), '']),
    remarks.join(' ').replace('`on`', '[`on`](#every-check)'),
    '',
    ...table(['`expect`, `warn`', 'takes', 'what is looked at'], looked),
  ].join('\n');
}

function kindsPart(): string {
  const all = [...kinds.values()].map(kindReference);
  const rows = all.map(({word, does}) => [`[${code(word)}](#${word})`, does]);
  return [table(['kind', 'what it does'], rows).join('\n'), ...all.map(kindPart)].join('\n\n');
}

/** The anchor that a heading gets where the page is shown. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

function contents(page: string): string {
  const titles = [...page.matchAll(/^## (?!Contents)(.+)$/gm)].map(([, title = '']) => title);
  const kindLinks = [...kinds.keys()].map((word) => `[${word}](#${word})`).join(', ');
  return titles
    .map((title) => {
      const below = title === 'Kinds' ? `: ${kindLinks}` : '';
      return `- [${title}](#${anchor(title)})${below}`;
    })
    .join('\n');
}

function parts(template: string): Readonly<Record<string, string>> {
  const {check, retry, conditions, file, waiver} = commonReference();
  return {
    contents: contents(template),
    kinds: kindsPart(),
    checkKeys: keyTable(check),
    retryKeys: keyTable(retry),
    conditionKeys: meaningTable('condition', conditions),
    words: meaningTable('word', wordDescriptions),
    units: unitWords.map(code).join(' '),
    fileKeys: keyTable(file),
    waiverKeys: keyTable(waiver),
    exitGood: String(exitCodes.good),
    exitInternal: String(exitCodes.internalError),
    exitBadInput: String(exitCodes.badInput),
    exitBlocked: String(exitCodes.blocked),
    exitWarnings: String(exitCodes.warnings),
    exitInterrupted: String(exitCodes.interrupted),
  };
}

/**
 * The page of all kinds of checks and what they share. Its prose stands in `checks.md` beside this
 * file; what the program knows of itself is put in where that says `{{name}}`.
 *
 * @throws {Error} where the prose asks for a part that is not made.
 */
export function checksPage(): string {
  const template = readFileSync(path.join(import.meta.dirname, 'checks.md'), 'utf8');
  const made = parts(template);
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = made[name];
    if (part === undefined) throw new Error(`checks.md asks for {{${name}}}, which is not made.`);
    return part;
  });
}
