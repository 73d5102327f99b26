import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter();

/** Cuts a word that is wider than a line. */
function pieces(word: string, width: number): string[] {
  if (stringWidth(word) <= width) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const {segment} of graphemes.segment(word)) {
    if (piece !== '' && stringWidth(piece + segment) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...cut, piece];
}

/** Breaks plain text into lines of at most `width` columns, between words where it can. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
