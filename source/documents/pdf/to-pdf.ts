import {cleanLine} from '../markdown/clean-text.ts';
import {readDocument, type DocumentContent} from '../markdown/read-document.ts';
import {contentsOf, toContents} from './pdf-contents.ts';
import {noteNumbers, placeHeadings, toBody, toNotes} from './pdf-body.ts';
import type {Fonts} from './fonts.ts';
import {fontsFor, type FontOptions} from './document-fonts.ts';
import {orderLines} from './order-lines.ts';
import {glyphSplitter, textMeasure} from './pdf-glyphs.ts';
import {textRuns, type PdfContext} from './pdf-inline.ts';
import {toText} from './long-text.ts';
import {colors, pageMargins, textSize} from './look.ts';
import type {PdfDocument, PdfNode} from './nodes.ts';
import {toFactsTable} from './pdf-table.ts';
import {shareFonts} from './share-fonts.ts';

export interface PdfOptions extends FontOptions {
  /** ISO 8601 instant of the writing. It is the only thing in the file besides the document. */
  readonly now: string;
  /** For a document that has no heading of level 1. */
  readonly title?: string | undefined;
  /** The language of the document, as BCP 47 names it; English unless given. */
  readonly language?: string | undefined;
  /** The file beside it that has the document in a form for screen readers, if there is one. */
  readonly accessibleForm?: string | undefined;
  /** The names of files in the same folder that links may lead to; none unless given. */
  readonly beside?: ReadonlySet<string> | undefined;
}

const titleStyle = {bold: true, fontSize: 22, lineHeight: 1.15, color: colors.ink};

/** Texts at the left and the right of the head or the foot of a page, `top` points from its edge. */
function pageLine(left: string, right: string, top: number, context: PdfContext): PdfNode {
  const style = {fontSize: 8, color: colors.soft};
  return {
    columns: [
      {text: textRuns(left, style, context)},
      {text: textRuns(right, style, context), width: 'auto'},
    ],
    margin: [pageMargins[0], top, pageMargins[2], 0],
  };
}

function shorten(title: string): string {
  return title.length > 100 ? `${title.slice(0, 99).toWellFormed()}…` : title;
}

async function layOut(
  content: DocumentContent,
  options: PdfOptions,
  fonts: Fonts,
): Promise<PdfDocument> {
  const {blocks, anchors} = content;
  const title = content.title.trim() || cleanLine(options.title ?? '') || 'Document';
  const [first, ...rest] = blocks;
  const isFacts =
    first?.type === 'table' && first.children.every(({children}) => children.length === 2);
  const own = isFacts ? rest : blocks;
  const contents = contentsOf(own);
  const places = placeHeadings(blocks, contents.lists, anchors);
  const numbers = noteNumbers(blocks);
  const split = glyphSplitter(fonts);
  const context: PdfContext = {
    split,
    measure: textMeasure(fonts, split),
    destinations: new Map([...places].map(([heading, {id}]) => [anchors.get(heading) ?? '', id])),
    beside: options.beside ?? new Set(),
    noteNumber: (identifier) => numbers.indexOf(identifier) + 1,
  };
  const opening = await toBody(own.slice(0, contents.place), places, context);
  const body = await toBody(own.slice(contents.place), places, context);
  // To the minute, as the text tells it: where that has not changed, neither do the bytes.
  const created = new Date(options.now);
  created.setUTCSeconds(0, 0);
  const form = options.accessibleForm;
  const forReaders = form === undefined ? '' : `For screen readers: ${form}, beside this file`;
  return {
    content: [
      toText(textRuns(title, titleStyle, context), {
        ...titleStyle,
        margin: [0, 0, 0, 8],
      }),
      {
        canvas: [
          {type: 'line', x1: 0, y1: 0, x2: 64, y2: 0, lineWidth: 3, lineColor: colors.accent},
        ],
        margin: [0, 0, 0, 8],
      },
      ...(isFacts ? [toFactsTable(first, context)] : []),
      ...opening,
      ...toContents(contents, context),
      ...body,
      ...toNotes(blocks, numbers, context),
    ],
    info: {
      title,
      ...(forReaders === '' ? {} : {subject: forReaders}),
      creator: 'handoff-wizard',
      producer: 'pdfmake',
      creationDate: created,
      modDate: created,
    },
    language: options.language ?? 'en',
    pageSize: 'A4',
    pageMargins,
    version: '1.7',
    displayTitle: true,
    defaultStyle: {font: 'Text', fontSize: textSize, lineHeight: 1.25, color: colors.ink},
    header: (page) => (page === 1 ? {text: ''} : pageLine(shorten(title), '', 30, context)),
    footer: (page, pages) =>
      pageLine(page === 1 ? forReaders : '', `Page ${page} of ${pages}`, 24, context),
  };
}

/**
 * A document as PDF. It loads nothing but fonts, of this program and for characters that these lack
 * of the system: no address is fetched and no other file is read, whatever the text says. The same Markdown,
 * moment and fonts give the same bytes.
 */
export async function toPdf(markdown: string, options: PdfOptions): Promise<Uint8Array> {
  const {default: pdfmake} = await import('pdfmake');
  const fonts = await fontsFor(markdown, options);
  await orderLines(markdown);
  await shareFonts();
  pdfmake.setUrlAccessPolicy(() => false);
  const files = new Set([...fonts.values()].flatMap(({faces}) => Object.values(faces).flat()));
  pdfmake.setLocalAccessPolicy((file) => files.has(file));
  pdfmake.setFonts(Object.fromEntries([...fonts].map(([name, {faces}]) => [name, {...faces}])));
  const document = await layOut(readDocument(markdown), options, fonts);
  return pdfmake.createPdf(document).getBuffer();
}
