import type {Notice} from '../playbook.ts';
import {joinLines, splitLines} from './split-lines.ts';

/** Characters of a line that are read. Nobody settles more at once, and parsing takes memory for each. */
const longest = 20_000;

// A picture within the text is of no use on a terminal, and is longer than all else in the file.
const picture = /(data:[\w.+/-]+;base64,)[\w+/=%]{200,}/giu;

/** Leaves out pictures that are written into the text, and what is too long to be a line. */
export function mendLength(source: string): {
  readonly source: string;
  readonly notices: readonly Notice[];
} {
  const notices: Notice[] = [];
  const lines = splitLines(source).map((line, at) => {
    if (line.text.length <= longest / 20) return line;
    const text = line.text.replaceAll(picture, '$1…');
    if (text.length <= longest) return {...line, text};
    const end = Math.max(text.lastIndexOf(' ', longest), longest / 2);
    notices.push({
      message: `This line has ${text.length.toLocaleString('en')} characters; the first ${end.toLocaleString('en')} are read.`,
      position: {line: at + 1, column: 1},
    });
    return {...line, text: `${text.slice(0, end)} …`};
  });
  return {source: joinLines(lines), notices};
}
