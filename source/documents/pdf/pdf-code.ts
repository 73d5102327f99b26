import {codeSize, colors} from './look.ts';
import {textRuns, type PdfContext} from './pdf-inline.ts';
import type {PdfNode} from './nodes.ts';

/** pdfmake looks at all the rest of a text for each word of it, so a long text is cut. */
const longestLine = 2000;
const linesAtOnce = 30;
/** Code of so many lines, none of which is wider than the box, is not broken over two pages. */
const wholeCode = {lines: 12, characters: 80};

function cut(line: string): string[] {
  if (line.length <= longestLine) return [line];
  return line.match(new RegExp(`[^]{1,${longestLine}}`, 'gu')) ?? [];
}

/** Code or output in a box; what is long goes on over as many pages as it takes. */
export function toCodeBox(value: string, context: PdfContext): PdfNode {
  const lines = value.replaceAll('\t', '    ').split('\n').flatMap(cut);
  const parts: PdfNode[] = [];
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    const text = lines
      .slice(start, start + linesAtOnce)
      .map((line) => (line === '' ? ' ' : line))
      .join('\n');
    const style = {fontSize: codeSize, lineHeight: 1.3, preserveLeadingSpaces: true};
    parts.push({text: textRuns(text, style, context, 'Mono'), preserveLeadingSpaces: true});
  }
  const isWhole =
    lines.length <= wholeCode.lines && lines.every((line) => line.length <= wholeCode.characters);
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
