import {cleanLine, cleanText} from './clean-text.ts';
import {escapeInline} from './escape-inline.ts';

function longestRun(text: string, character: string): number {
  const runs = text.matchAll(new RegExp(`${character}+`, 'gu'));
  return Math.max(0, ...runs.map(([run]) => run.length));
}

/** A code span on one line; empty text gives nothing. */
export function codeSpan(text: string): string {
  const line = cleanLine(text);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line, '`') + 1);
  const gap = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** The same inside a table, where a pipe ends the cell even within code. */
export function codeCell(text: string): string {
  // Renderers disagree about a backslash before an escaped pipe, so that one is no code.
  if (text.includes('\\|')) return escapeInline(text);
  return codeSpan(text).replaceAll('|', '\\|');
}

function shortenLine(line: string, width: number): string {
  // Cutting a pair of surrogates in two would leave half a character.
  return line.length > width
    ? `${line.slice(0, width - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`
    : line;
}

export interface ExcerptLimits {
  /** Lines to keep. */
  readonly lines: number;
  /** Characters of each line to keep. */
  readonly width: number;
}

/** The beginning of a text as a fenced block that nothing in the text can close. */
export function fencedExcerpt(text: string, {lines, width}: ExcerptLimits): string {
  const all = cleanText(text).trimEnd().split('\n');
  const kept = all.slice(0, lines).map((line) => shortenLine(line, width).trimEnd());
  const left = all.length - kept.length;
  const rest = left === 0 ? [] : [`… ${left} more ${left === 1 ? 'line' : 'lines'}`];
  return fencedCode([...kept, ...rest].join('\n'), 'text');
}

/** A whole text as a fenced block that nothing in the text can close. */
export function fencedCode(text: string, language: string): string {
  const body = cleanText(text).trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}
