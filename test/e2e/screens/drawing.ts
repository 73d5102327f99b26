import type {IBufferCell, Terminal} from '@xterm/headless';

/** One letter for a style: what is bold is a capital. */
function styleOf(cell: IBufferCell): string {
  if (cell.isInverse() > 0) return '#';
  const color = cell.isFgDefault() ? undefined : 'krgybmcw'[cell.getFgColor() % 8];
  const letter = color ?? (cell.isDim() > 0 ? 'd' : cell.isItalic() > 0 ? 'i' : undefined);
  if (cell.isBold() > 0) return (letter ?? 'o').toUpperCase();
  return letter ?? '.';
}

/**
 * The styles of a screen, a letter for each cell that has a character: r g y c are colours, d dim,
 * i italic, # inverse, . plain; a capital is bold, O bold without colour.
 */
export function styleRows({buffer, rows, cols}: Terminal): string[] {
  const {active} = buffer;
  return Array.from({length: rows}, (_, row) => {
    const line = active.getLine(active.baseY + row);
    let letters = '';
    for (let column = 0; column < cols; column += 1) {
      const cell = line?.getCell(column);
      const characters = cell?.getChars().trim() ?? '';
      const isDrawn = cell !== undefined && (characters !== '' || cell.isInverse() > 0);
      letters += isDrawn ? styleOf(cell) : ' ';
    }
    return letters.trimEnd();
  });
}
