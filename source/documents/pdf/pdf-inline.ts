import type {PhrasingContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import type {Tone} from '../markdown/outcome-words.ts';
import {lookOf} from '../markdown/cell-html.ts';
import {colors, textSize} from './look.ts';
import type {Family} from './fonts.ts';
import type {MeasureText, SplitGlyphs} from './pdf-glyphs.ts';
import type {PdfRun, PdfStyle} from './nodes.ts';

/** What all parts of a document need to know while it is laid out. */
export interface PdfContext {
  readonly split: SplitGlyphs;
  readonly measure: MeasureText;
  /** Ids of the headings by the anchors that links name. */
  readonly destinations: ReadonlyMap<string, string>;
  /** The names of files in the same folder that links may lead to. */
  readonly beside: ReadonlySet<string>;
  /** The number of a footnote by its identifier. */
  readonly noteNumber: (identifier: string) => number;
}

/** Text in a style, in runs of the fonts it needs. */
export function textRuns(
  text: string,
  style: PdfStyle,
  {split}: PdfContext,
  family: Family = 'Text',
): PdfRun[] {
  return split(text, family).map(({text, font}) => ({...style, text, font}));
}

function linkStyle(url: string, {destinations, beside}: PdfContext): PdfStyle {
  if (/^(?:https?|mailto|tel):/iu.test(url) || beside.has(url.replace(/#.*$/u, '')))
    return {link: url, color: colors.accent, decoration: 'underline'};
  const destination = url.startsWith('#') ? destinations.get(decode(url.slice(1))) : undefined;
  // What else lies next to the document on the writer's disk cannot be reached from within it.
  return destination === undefined ? {} : {linkToDestination: destination, color: colors.accent};
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function codeRuns(value: string, style: PdfStyle, context: PdfContext): PdfRun[] {
  const size = (style.fontSize ?? textSize) * 0.88;
  return textRuns(value, {...style, fontSize: size, background: colors.faint}, context, 'Mono');
}

function lookStyle(look: string | undefined): PdfStyle {
  if (look === 'sup') return {sup: true};
  if (look === 'sub') return {sub: true};
  return look === 'ins' ? {decoration: 'underline'} : {italics: true};
}

/** A word of state in a box of its colour; the spaces within it do not break. */
function badgeRuns(word: string, tone: Tone, style: PdfStyle, context: PdfContext): PdfRun[] {
  const text = `\u00A0\u00A0${word.toUpperCase().replaceAll(' ', '\u00A0')}\u00A0\u00A0`;
  const box = {bold: true, color: '#ffffff', background: colors[tone]};
  return [...textRuns(text, {...style, ...box}, context), ...textRuns('\u00A0', style, context)];
}

function runsOf(node: PhrasingContent, style: PdfStyle, context: PdfContext): PdfRun[] {
  switch (node.type) {
    case 'text':
      // A line that ends in the source goes on; spaces in a row are one, as on a page.
      return textRuns(node.value.replaceAll(/\s+/gu, ' '), style, context);
    case 'inlineCode':
      return codeRuns(node.value.replaceAll('\n', ' '), style, context);
    case 'break':
      return [{...style, text: '\n', font: 'Text'}];
    case 'strong':
      return node.data?.badge
        ? badgeRuns(toString(node), node.data.badge, style, context)
        : toRuns(node.children, {...style, bold: true}, context);
    case 'emphasis':
      return toRuns(node.children, {...style, ...lookStyle(lookOf(node))}, context);
    case 'delete':
      return toRuns(node.children, {...style, decoration: 'lineThrough'}, context);
    case 'link': {
      const isEmpty = node.children.length === 0;
      const children: PhrasingContent[] = isEmpty
        ? [{type: 'text', value: node.url}]
        : node.children;
      return toRuns(children, {...style, ...linkStyle(node.url, context)}, context);
    }
    case 'footnoteReference':
      return textRuns(String(context.noteNumber(node.identifier)), {...style, sup: true}, context);
    default:
      return 'value' in node ? textRuns(node.value, style, context) : [];
  }
}

/** The contents of a paragraph, a heading or a cell. */
export function toRuns(
  nodes: readonly PhrasingContent[],
  style: PdfStyle,
  context: PdfContext,
): PdfRun[] {
  return nodes.flatMap((node) => runsOf(node, style, context));
}
