import {codeSize, colors} from './look.ts';
import {textRuns, type PdfContext} from './pdf-inline.ts';
import type {PdfNode} from './nodes.ts';

/** pdfmake looks at all the rest of a text for each word of it, so a long text is cut. */
const longestLine = 2000;
const linesAtOnce = 30;
/** Characters of a line of the box, also within a list. */
const widest = 80;
/** Code of so many lines, none of which is wider than the box, is not broken over two pages. */
const wholeLines = 12;
/** A word that is longer than a line would make the box wider than the page. */
const longWord = new RegExp(`\\S{${widest}}(?=\\S)`, 'gu');

function cut(line: string): string[] {
  if (line.length <= longestLine) return [line];
  return line.match(new RegExp(`[^]{1,${longestLine}}`, 'gu')) ?? [];
}

/** Code or output in a box; what is long goes on over as many pages as it takes. */
export function toCodeBox(value: string, context: PdfContext): PdfNode {
  const lines = value.replaceAll('\t', '    ').replace(longWord, '$&\n').split('\n').flatMap(cut);
  const parts: PdfNode[] = [];
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    const text = lines
      .slice(start, start + linesAtOnce)
      .map((line) => (line === '' ? ' ' : line))
      .join('\n');
    const style = {fontSize: codeSize, lineHeight: 1.3, preserveLeadingSpaces: true};
    parts.push({text: textRuns(text, style, context, 'Mono'), preserveLeadingSpaces: true});
  }
  const isWhole = lines.length <= wholeLines && lines.every((line) => line.length <= widest);
  return {
    table: {widths: ['*'], dontBreakRows: isWhole, body: [[{stack: parts}]]},
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      hLineColor: () => colors.rule,
      vLineColor: () => colors.rule,
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 6,
      paddingBottom: () => 5,
      fillColor: colors.faint,
    },
    margin: [0, 2, 0, 8],
  };
}
