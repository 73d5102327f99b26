import type {IBufferCell, Terminal} from '@xterm/headless';

export const cell = {width: 8.4, height: 18} as const;

export const colors = {background: '#1e222a', text: '#d7dae0', edge: '#3a404c'} as const;

/** Levels of red, green and blue in the cube of 216 colours that begins at 16, as xterm has it. */
const levels = [0, 95, 135, 175, 215, 255];

function hex(...parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * A colour of xterm's 256. The wizard uses none of the first sixteen where it has all of them, as
 * terminals make of those what they like.
 */
function colorOfIndex(index: number): string {
  if (index < 16) return colors.text;
  if (index >= 232) return hex(...Array.from({length: 3}, () => 8 + (index - 232) * 10));
  const at = index - 16;
  return hex(...[at / 36, (at / 6) % 6, at % 6].map((part) => levels[Math.floor(part)] ?? 0));
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** How a run of cells looks. */
interface Look {
  readonly color: string;
  readonly isBold: boolean;
  readonly isDim: boolean;
  /** Drawn the other way round, as the place where something is typed. */
  readonly isInverse: boolean;
}

function lookOf(style: IBufferCell): Look {
  const color = style.isFgDefault()
    ? colors.text
    : style.isFgRGB()
      ? `#${style.getFgColor().toString(16).padStart(6, '0')}`
      : colorOfIndex(style.getFgColor());
  return {
    color,
    isBold: style.isBold() !== 0,
    isDim: style.isDim() !== 0,
    isInverse: style.isInverse() !== 0,
  };
}

function attributesOf({color, isBold, isDim, isInverse}: Look): string {
  const fill = isInverse ? colors.background : color;
  return [
    fill === colors.text ? '' : ` fill="${fill}"`,
    isBold ? ' font-weight="bold"' : '',
    isDim ? ' opacity=".6"' : '',
  ].join('');
}

const x = (column: number) => Number((column * cell.width).toFixed(1));

/**
 * One run of cells that look alike. Drawn without the blanks at its ends and wider ones between words,
 * which viewers fold, and each part as wide as its cells, whatever font there is.
 */
function drawRun(run: string, look: Look, column: number): string {
  const back = look.isInverse
    ? `<rect x="${x(column)}" width="${x(run.length)}" height="${cell.height}" fill="${look.color}"/>`
    : '';
  const parts = [...run.matchAll(/█+|[^\s█]+(?: [^\s█]+)*/gu)].map(({0: text, index}) => {
    // Fonts leave gaps between blocks, and what they draw has none.
    if (text.startsWith('█'))
      return `<rect x="${x(column + index)}" width="${x(text.length)}" height="${cell.height}"${attributesOf(look)}/>`;
    const length = text.length > 1 ? ` textLength="${x(text.length)}"` : '';
    return `<text x="${x(column + index)}" y="13"${length}${attributesOf(look)}>${escapeXml(text)}</text>`;
  });
  return back + parts.join('');
}

/** A row of a terminal's screen as markup, from the top left of the row. */
function drawRow(terminal: Terminal, row: number): string {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
  const runs: string[] = [];
  let text = '';
  let start = 0;
  let look: Look | undefined;
  const end = (column: number, next?: Look) => {
    if (look) runs.push(drawRun(text, look, start));
    text = '';
    start = column;
    look = next;
  };
  for (let column = 0; column < terminal.cols; column += 1) {
    const style = line?.getCell(column);
    if (!style) break;
    const next = lookOf(style);
    if (!look || JSON.stringify(next) !== JSON.stringify(look)) end(column, next);
    text += style.getChars() || ' ';
  }
  end(terminal.cols);
  return runs.join('');
}

/** What stands on a terminal's screen now, a row each; an empty row is an empty text. */
export function drawRows(terminal: Terminal): string[] {
  return Array.from({length: terminal.rows}, (_, row) => drawRow(terminal, row));
}
