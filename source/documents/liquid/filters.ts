import type {Liquid} from 'liquidjs';
import type {BlockKeeper} from '../markdown/markdown-blocks.ts';
import type {ToldPart} from '../../handoff/runbooks/expected-words.ts';
import {cleanText} from '../markdown/clean-text.ts';
import {codeCell, codeSpan, fencedCode, fencedExcerpt} from '../markdown/markdown-code.ts';
import {slugOf} from '../markdown/contents.ts';
import {escapeInline} from '../markdown/escape-inline.ts';
import {safeMarkdown} from '../markdown/safe-markdown.ts';
import {registerWordFilters, textOf} from './word-filters.ts';

/** Long enough for a stack trace's line, short enough for a printed page. */
const excerptWidth = 160;

/** What every output goes through unless its last filter already made Markdown of it. */
export function escapeOutput(value: unknown): string {
  return escapeInline(textOf(value));
}

/** A cell of a table: a text of several lines keeps them. */
function escapeCell(value: unknown): string {
  const lines = cleanText(textOf(value)).split('\n').map(escapeInline);
  return lines.filter((line) => line !== '').join('<br>') || '–';
}

function cellsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function linkText(value: unknown): string {
  if (Array.isArray(value)) return value.map(linkText).join(', ');
  const text = textOf(value).trim();
  const isPlain = /^https?:\/\//iu.test(text) && escapeInline(text) === text;
  return isPlain ? text : codeSpan(text);
}

/** A cell that leads to the heading of a title, here or in another document; without a title only the cell. */
function toHeading(value: unknown, title: unknown, file: unknown = ''): string {
  const slug = slugOf(textOf(title).trim());
  return slug === '' ? escapeCell(value) : `[${escapeOutput(value)}](${textOf(file)}#${slug})`;
}

/** What is expected: in words, and as code what stands in the output. */
function toldInline(parts: readonly ToldPart[]): string {
  return parts
    .map(({text, isExact}) => (isExact ? codeSpan(text) : escapeOutput(text)))
    .join(' ')
    .replaceAll(/ +,/gu, ',');
}

/**
 * Filters whose result is Markdown. `raw`, which liquidjs brings, is for Markdown that a template
 * itself made.
 */
function markdownFilters(
  blocks: BlockKeeper,
): Record<string, (value: unknown, arg: unknown, file?: unknown) => string> {
  let texts = 0;
  return {
    inline: escapeOutput,
    cell: escapeCell,
    row: (value, leads, file) => {
      const titles = Array.isArray(leads) ? leads : [];
      return tableRow(cellsOf(value).map((cell, at) => toHeading(cell, titles[at], file)));
    },
    heading_cell: (value, title) => toHeading(value, title === undefined ? value : title),
    slug: (value) => slugOf(textOf(value).trim()),
    rule: (value) => tableRow(cellsOf(value).map(() => '---')),
    told: (value) => (Array.isArray(value) ? toldInline(value as ToldPart[]) : ''),
    code: (value) => codeSpan(textOf(value)),
    code_cell: (value) => codeCell(textOf(value)) || '–',
    link: linkText,
    markdown: (value, depth) => {
      texts += 1;
      const options = {depth: Number(depth ?? 3), footnotePrefix: `text-${texts}-`};
      return blocks.keep(safeMarkdown(textOf(value), options));
    },
    fenced: (value, language) =>
      blocks.keep({markdown: fencedCode(textOf(value), textOf(language) || 'text'), headings: []}),
    excerpt: (value, lines) => {
      const limits = {lines: Number(lines ?? 20), width: excerptWidth};
      return blocks.keep({markdown: fencedExcerpt(textOf(value), limits), headings: []});
    },
  };
}

/** Adds the filters of the documents to an engine that renders one document. */
export function registerFilters(liquid: Liquid, blocks: BlockKeeper, timeZone: string): void {
  for (const [name, handler] of Object.entries(markdownFilters(blocks)))
    liquid.registerFilter(name, {handler, raw: true});
  registerWordFilters(liquid, timeZone);
}
