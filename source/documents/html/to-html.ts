import {createHash} from 'node:crypto';
import type {Element, ElementContent} from 'hast';
import {toHtml as serialize} from 'hast-util-to-html';
import {h} from 'hastscript';
import {isDiagram} from '../diagrams/is-diagram.ts';
import {cleanLine} from '../markdown/clean-text.ts';
import {readDocument, type DocumentContent} from '../markdown/read-document.ts';
import {toElements} from './html-body.ts';
import {toContents} from './html-contents.ts';
import {isElement} from './elements.ts';
import {toFigure} from './figures.ts';
import {pageScript} from './page-script.ts';
import {pageStyle} from './page-style.ts';
import {toSections} from './sections.ts';
import {toFacts} from './html-table.ts';

export interface HtmlOptions {
  /** For a document that has no heading of level 1. */
  readonly title?: string | undefined;
  /** The language of the document, as BCP 47 names it; English unless given. */
  readonly language?: string | undefined;
}

const mainId = 'page-document';
const searchId = 'page-search';

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The page may use its own style and script and nothing else, wherever it is opened. */
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The elements of the document with its diagrams in their places. */
async function withFigures(content: DocumentContent): Promise<ElementContent[]> {
  let count = 0;
  const elements = toElements(content);
  const blocks = content.blocks.filter(({type}) => type !== 'footnoteDefinition');
  const figures = new Map<number, Element>();
  for (const [index, block] of blocks.entries()) {
    if (!isDiagram(block)) continue;
    count += 1;
    figures.set(index, await toFigure(block, `diagram-${count}-`));
  }
  return elements.map((element, index) => figures.get(index) ?? element);
}

function head(title: string): Element {
  return h('head', [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('meta', {name: 'referrer', content: 'no-referrer'}),
    h('meta', {name: 'color-scheme', content: 'light dark'}),
    h('title', title),
    h('style', pageStyle),
  ]);
}

function bar(title: string): Element {
  return h('header', {className: ['bar']}, [
    h('p', title),
    h('form', {className: ['search'], role: 'search', hidden: true}, [
      h('label', {htmlFor: searchId}, 'Search'),
      h('input', {id: searchId, type: 'search', autoComplete: 'off', ariaKeyShortcuts: '/'}),
      h('button', {type: 'submit'}, 'Next'),
      h('output', {htmlFor: searchId}),
    ]),
  ]);
}

/**
 * A document as one HTML page that needs nothing besides itself: no network, no script, no font.
 * The same Markdown gives the same page.
 */
export async function toHtml(markdown: string, options: HtmlOptions = {}): Promise<string> {
  const content = readDocument(markdown, [mainId, searchId]);
  const title = content.title.trim() || cleanLine(options.title ?? '') || 'Document';
  const [first, ...rest] = await withFigures(content);
  const isFacts = isElement(first, 'div');
  const contents = toContents(content);
  const main = h('main', {id: mainId, tabIndex: -1}, [
    h('h1', title),
    ...(first ? [isFacts ? toFacts(first) : first] : []).slice(0, isFacts ? 1 : 0),
    ...toSections(isFacts || !first ? rest : [first, ...rest]),
  ]);
  const body = h('body', [
    h('a', {className: ['skip'], href: `#${mainId}`}, 'Skip to the document'),
    bar(title),
    h('div', {className: ['page']}, [...(contents ? [contents] : []), main]),
    h('footer', [
      h('p', [h('a', {href: `#${mainId}`}, 'Back to the top')]),
      h('p', 'This page is the accessible form of the document.'),
    ]),
    h('script', pageScript),
  ]);
  const page = h('html', {lang: options.language ?? 'en'}, [head(title), body]);
  return `<!doctype html>\n${serialize(page)}\n`;
}
