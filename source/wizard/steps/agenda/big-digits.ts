import {glyphs} from '../../theme/glyphs.ts';

/** Rows of a digit before it is enlarged. */
export const digitRows = 5;

/** Each character as five rows; `#` is a filled cell. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  '0': ['###', '# #', '# #', '# #', '###'],
  '1': [' # ', '## ', ' # ', ' # ', '###'],
  '2': ['###', '  #', '###', '#  ', '###'],
  '3': ['###', '  #', '###', '  #', '###'],
  '4': ['# #', '# #', '###', '  #', '  #'],
  '5': ['###', '#  ', '###', '  #', '###'],
  '6': ['###', '#  ', '###', '# #', '###'],
  '7': ['###', '  #', '  #', '  #', '  #'],
  '8': ['###', '# #', '###', '# #', '###'],
  '9': ['###', '# #', '###', '  #', '###'],
  ':': [' ', '#', ' ', '#', ' '],
  '-': ['   ', '   ', '###', '   ', '   '],
};

function smallRows(text: string): string[] {
  const letters = text.split('').flatMap((character) => shapes[character] ?? []);
  return Array.from({length: digitRows}, (_, row) =>
    Array.from(
      {length: letters.length / digitRows},
      (_, at) => letters[at * digitRows + row] ?? '',
    ).join(' '),
  );
}

/**
 * A clock such as `12:05` or `-1:30` as large as the room allows, in rows of one width. Wider than
 * high, since a cell of a terminal is higher than wide.
 */
export function bigDigits(text: string, width: number, height: number): string[] {
  const rows = smallRows(text);
  const across = Math.max(1, Math.floor(width / Math.max(1, rows[0]?.length ?? 1)));
  const down = Math.max(1, Math.min(Math.floor(height / digitRows), Math.round(across / 2)));
  return rows.flatMap((row) => {
    const wide = row.replaceAll(/./g, (cell) =>
      (cell === '#' ? glyphs.barFull : ' ').repeat(across),
    );
    return Array.from({length: down}, () => wide);
  });
}
