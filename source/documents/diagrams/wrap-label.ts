import {lettersOf, textWidth} from './text-width.ts';

interface Room {
  readonly width: number;
  readonly lines: number;
  /** The size of the font, in the unit of the width. */
  readonly size: number;
}

/** Where a long word may break besides its end: behind what joins names. */
function piecesOf(text: string): string[] {
  return text.split(/(?<=[\s/._:-])(?=[^\s/._:-])/u);
}

/** As many letters as have room, and what is left. */
function fill(text: string, {width, size}: Room): readonly [string, string] {
  const letters = lettersOf(text);
  let count = 0;
  let used = 0;
  for (const letter of letters) {
    used += textWidth(letter, size);
    if (used > width && count > 0) break;
    count += 1;
  }
  return [letters.slice(0, count).join(''), letters.slice(count).join('')];
}

function cutAt(line: string, {width, ...room}: Room): string {
  const [kept] = fill(line, {...room, width: width - textWidth('…', room.size)});
  return `${kept.trimEnd()}…`;
}

/** A text in lines that have room; what has none is cut, and a sign at the end says so. */
export function wrapLabel(text: string, room: Room): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text.trim())) {
    const isFitting = textWidth((line + piece).trimEnd(), room.size) <= room.width;
    if (!isFitting && line.trim() !== '') {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
    while (textWidth(line.trimEnd(), room.size) > room.width && lettersOf(line).length > 1) {
      const [first, rest] = fill(line, room);
      lines.push(first.trim());
      line = rest;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  const kept = lines.slice(0, room.lines);
  const [last = ''] = kept.slice(-1);
  return lines.length > kept.length ? [...kept.slice(0, -1), cutAt(last, room)] : kept;
}
