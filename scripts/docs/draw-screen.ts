import type {IBufferCell, Terminal} from '@xterm/headless';

const cell = {width: 8.4, height: 18} as const;
const margin = 14;

const background = '#1e222a';
const foreground = '#d7dae0';

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
  if (index < 16) return foreground;
  if (index >= 232) return hex(...Array.from({length: 3}, () => 8 + (index - 232) * 10));
  const at = index - 16;
  return hex(...[at / 36, (at / 6) % 6, at % 6].map((part) => levels[Math.floor(part)] ?? 0));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function colorOf(style: IBufferCell): string {
  if (style.isFgDefault()) return foreground;
  const color = style.getFgColor();
  return style.isFgRGB() ? `#${color.toString(16).padStart(6, '0')}` : colorOfIndex(color);
}

/**
 * One run of cells that look alike. Drawn without the blanks at its ends and wider ones between words,
 * which viewers fold, and each part as wide as its cells, whatever font there is.
 */
function textRun(run: string, style: IBufferCell, column: number, row: number): string {
  const y = margin + row * cell.height + 13;
  const weight = style.isBold() ? ' font-weight="bold"' : '';
  const opacity = style.isDim() ? ' opacity="0.6"' : '';
  return [...run.matchAll(/\S+(?: \S+)*/gu)]
    .map(({0: text, index}) => {
      const x = (margin + (column + index) * cell.width).toFixed(1);
      const length = (text.length * cell.width).toFixed(1);
      return `<text x="${x}" y="${y}" fill="${colorOf(style)}"${weight}${opacity} textLength="${length}" lengthAdjust="spacingAndGlyphs">${escape(text)}</text>`;
    })
    .join('\n');
}

function looksAlike(a: IBufferCell, b: IBufferCell): boolean {
  return (
    a.getFgColor() === b.getFgColor() &&
    a.isFgDefault() === b.isFgDefault() &&
    a.isBold() === b.isBold() &&
    a.isDim() === b.isDim()
  );
}

function drawRow(terminal: Terminal, row: number): string[] {
  const line = terminal.buffer.active.getLine(row);
  const runs: string[] = [];
  let text = '';
  let start = 0;
  let style: IBufferCell | undefined;
  for (let column = 0; column < terminal.cols; column += 1) {
    const next = line?.getCell(column);
    if (!next) break;
    if (style && !looksAlike(style, next)) {
      runs.push(textRun(text, style, start, row));
      text = '';
      start = column;
    }
    style = next;
    text += next.getChars() || ' ';
  }
  if (style) runs.push(textRun(text, style, start, row));
  return runs.filter(Boolean);
}

/** What stands on a terminal's screen, as a picture with words that can be selected. */
export function drawScreen(terminal: Terminal, label: string): string {
  const width = terminal.cols * cell.width + 2 * margin;
  const height = terminal.rows * cell.height + 2 * margin;
  const lines = Array.from({length: terminal.rows}, (_, row) => drawRow(terminal, row)).flat();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(label)}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
<rect width="100%" height="100%" rx="10" fill="${background}"/>
${lines.join('\n')}
</svg>
`;
}
