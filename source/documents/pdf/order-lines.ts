import {hasRightToLeft, orderLine, type Line} from './right-to-left.ts';

interface LineWriter {
  alignLine: (this: unknown, line: Line) => void;
}

async function orderEachLine(): Promise<void> {
  // Its parts are CommonJS, so what they export is behind two defaults.
  const {default: parts} = await import('pdfmake/js/ElementWriter.js');
  const prototype = parts.default.prototype as LineWriter;
  const {alignLine} = prototype;
  prototype.alignLine = function alignOrdered(line) {
    orderLine(line);
    alignLine.call(this, line);
  };
}

let ordered: Promise<void> | undefined;

/**
 * pdfmake lays all words out from left to right. Where a text runs leftwards, each line is put in
 * order before it is placed; there is no public way into that, so its writer of lines is extended.
 */
export async function orderLines(text: string): Promise<void> {
  if (!hasRightToLeft(text)) return;
  ordered ??= orderEachLine();
  await ordered;
}
