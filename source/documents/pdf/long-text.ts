import type {PdfNode, PdfRun, PdfStyle} from './nodes.ts';

/**
 * pdfmake measures all the rest of a word for each line of it, and looks at all the rest of a text
 * for each word. A word of 100 kB would use up the memory, so such a text is laid out in pieces.
 */
const longestText = 2000;
const longestWord = 400;

/** Where a text that starts within a piece of `used` characters has to be cut. */
function cutAt(text: string, used: number): number {
  const room = Math.max(1, longestText - used);
  if (text.length <= room && !longWord.test(text)) return text.length;
  const long = longWord.exec(text);
  const end = Math.min(room, long ? long.index + longestWord : Infinity);
  const space = text.lastIndexOf(' ', end);
  const cut = space > 0 && (long === null || space > long.index) ? space + 1 : end;
  // Half a pair of surrogates is no character.
  return /[\uD800-\uDBFF]/u.test(text[cut - 1] ?? '') ? cut + 1 : cut;
}

const longWord = new RegExp(`\\S{${longestWord + 1}}`, 'u');

/** The runs of a text in pieces that can be laid out one after the other. */
export function cutRuns(runs: readonly PdfRun[]): PdfRun[][] {
  let piece: PdfRun[] = [];
  const pieces = [piece];
  let used = 0;
  for (const run of runs) {
    let {text} = run;
    while (text !== '') {
      const cut = cutAt(text, used);
      piece.push({...run, text: text.slice(0, cut)});
      used += cut;
      text = text.slice(cut);
      if (text === '') break;
      piece = [];
      pieces.push(piece);
      used = 0;
    }
  }
  return pieces;
}

/** A text of any length as a node. */
export function toText(runs: readonly PdfRun[], style: PdfStyle = {}): PdfNode {
  const pieces = cutRuns(runs);
  if (pieces.length === 1) return {...style, text: runs};
  return {...style, stack: pieces.map((text) => ({text}))};
}
