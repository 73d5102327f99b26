import {Liquid} from 'liquidjs';
import type {DocumentData} from '../data/document-data.ts';
import {assemble} from '../markdown/assemble.ts';
import {keepBlocks} from '../markdown/markdown-blocks.ts';
import type {TemplateParts} from '../templates/template-parts.ts';
import {escapeOutput, registerFilters} from './filters.ts';
import {registerTags} from './tags.ts';
import {toTemplateError} from './template-error.ts';
import {plainOutput, registerTextFilters, tidyText} from './text-filters.ts';

/** Far above what a document needs, far below what would hold up a terminal. */
const limits = {
  /** Characters of a template. */
  parseLimit: 1_000_000,
  /** Milliseconds. */
  renderLimit: 60_000,
  /** Items and characters that filters and ranges make. */
  memoryLimit: 50_000_000,
};

function createEngine(outputEscape: (value: unknown) => string, parts: TemplateParts = {}): Liquid {
  return new Liquid({
    ...limits,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    outputEscape,
    // No template can name another file: only these parts are there to include.
    templates: {...parts},
    // A line that holds only a tag leaves nothing behind.
    trimTagLeft: true,
    trimTagRight: true,
    greedy: false,
  });
}

export interface Template {
  readonly source: string;
  /** Where the template is, for messages. */
  readonly file: string;
}

async function render(engine: Liquid, {source, file}: Template, data: object): Promise<string> {
  try {
    return String(await engine.render(engine.parse(source, file), data));
  } catch (error) {
    throw toTemplateError(error, file);
  }
}

/**
 * Renders one template to Markdown. The data is all a template can reach.
 *
 * @throws {TemplateError} when the template is wrong, with its place.
 */
export async function renderTemplate(
  template: Template,
  data: DocumentData,
  parts: TemplateParts = {},
): Promise<string> {
  const engine = createEngine(escapeOutput, parts);
  const blocks = keepBlocks();
  registerFilters(engine, blocks, data.timeZone);
  registerTags(engine);
  return assemble(await render(engine, template, data), blocks);
}

/**
 * Renders one template to plain text, where nothing is markup and nothing is escaped.
 *
 * @throws {TemplateError} when the template is wrong, with its place.
 */
export async function renderText(template: Template, data: DocumentData): Promise<string> {
  const engine = createEngine(plainOutput);
  registerTextFilters(engine, data.timeZone);
  return tidyText(await render(engine, template, data));
}
