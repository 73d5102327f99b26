import type {Liquid} from 'liquidjs';
import {cleanLine, cleanText} from '../markdown/clean-text.ts';
import {registerWordFilters, textOf} from './word-filters.ts';

/** What every output of a plain-text template goes through: one line, and nothing but text. */
export function plainOutput(value: unknown): string {
  return cleanLine(textOf(value));
}

/** A longer text as it was written, without white space at line ends. */
function wholeText(value: unknown): string {
  return cleanText(textOf(value))
    .replaceAll(/[^\S\n]+$/gmu, '')
    .trim();
}

/**
 * The filters of plain-text templates. They have the names that the filters of Markdown templates
 * have, so that one set of rules serves both; nothing is markup here, so nothing is escaped.
 */
export function registerTextFilters(liquid: Liquid, timeZone: string): void {
  for (const name of ['inline', 'code', 'link'])
    liquid.registerFilter(name, {handler: plainOutput, raw: true});
  liquid.registerFilter('markdown', {handler: wholeText, raw: true});
  registerWordFilters(liquid, timeZone);
}

/** Takes out what tags left behind: white space at line ends, and more than one empty line. */
export function tidyText(rendered: string): string {
  const text = rendered.replaceAll(/[^\S\n]+$/gmu, '').replaceAll(/\n{3,}/gu, '\n\n');
  return `${text.trim()}\n`;
}
