import {createRequire} from 'node:module';
import {hasRightToLeft, orderLine, type Line} from './right-to-left.ts';

interface LineWriter {
  alignLine: (this: unknown, line: Line) => void;
}

let isOrdered = false;

/**
 * pdfmake lays all words out from left to right. Where a text runs leftwards, each line is put in
 * order before it is placed; there is no public way into that, so its writer of lines is extended.
 */
export function orderLines(text: string): void {
  if (isOrdered || !hasRightToLeft(text)) return;
  isOrdered = true;
  // The copy that pdfmake itself has: its parts are CommonJS.
  const parts = createRequire(import.meta.url)('pdfmake/js/ElementWriter.js') as {
    readonly default: {readonly prototype: LineWriter};
  };
  const {prototype} = parts.default;
  const {alignLine} = prototype;
  prototype.alignLine = function alignOrdered(line) {
    orderLine(line);
    alignLine.call(this, line);
  };
}
