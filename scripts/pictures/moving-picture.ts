import {cell, escapeXml} from './drawn-row.ts';
import {margin, sizeOf, svgPage, type ScreenSize} from './svg-page.ts';

/** What stands on the screen for a while. */
export interface Frame {
  readonly rows: readonly string[];
  /** Milliseconds. */
  readonly lasts: number;
  /** What is happening, in a sentence. */
  readonly caption: string;
}

interface Movie {
  readonly frames: readonly Frame[];
  readonly size: ScreenSize;
  readonly label: string;
  /** The place of the frame that is shown to those who ask for less motion. */
  readonly still: number;
}

const captionHeight = 40;

/** Frames that look alike are one that lasts longer. */
function merged(frames: readonly Frame[]): Frame[] {
  const all: Frame[] = [];
  for (const frame of frames) {
    const last = all.at(-1);
    const isSame =
      last?.caption === frame.caption && last.rows.join('\n') === frame.rows.join('\n');
    if (last && isSame) all[all.length - 1] = {...last, lasts: last.lasts + frame.lasts};
    else all.push(frame);
  }
  return all;
}

/** Each text once, under a short name. */
function collect() {
  const ids = new Map<string, string>();
  return {
    idOf(text: string): string {
      const id = ids.get(text) ?? `r${ids.size.toString(36)}`;
      ids.set(text, id);
      return id;
    },
    symbols: () => [...ids].map(([text, id]) => `<g id="${id}">${text}</g>`).join('\n'),
  };
}

/**
 * Screens one after the other, as one picture that needs no script: all of them lie side by side on a
 * strip, which is moved on by steps. Rows that several screens share are drawn once. Who asks for less
 * motion sees one of them stand still.
 */
export function movingPicture({frames: given, size, label, still}: Movie): string {
  const stillFrame = given[still];
  const frames = merged(given);
  const {width, height} = sizeOf(size);
  const step = width + 2 * margin;
  const whole = frames.reduce((sum, {lasts}) => sum + lasts, 0);
  const rows = collect();
  const screens = frames.map(({rows: drawn, caption}, at) => {
    const uses = drawn.flatMap((row, index) =>
      row === ''
        ? []
        : [`<use href="#${rows.idOf(row)}" x="${margin}" y="${margin + index * cell.height}"/>`],
    );
    const said = `<text class="c" x="${margin}" y="${height + 2 * margin + 25}">${escapeXml(caption)}</text>`;
    return `<svg x="${at * step}" width="${step}">${uses.join('')}<use href="#${rows.idOf(said)}"/></svg>`;
  });
  let at = 0;
  const stops = frames.map(({lasts}, index) => {
    const percent = Number(((at / whole) * 100).toFixed(3));
    at += lasts;
    return `${percent}%{transform:translateX(-${index * step}px)}`;
  });
  const stillAt = frames.findIndex(
    ({rows: drawn, caption}) =>
      caption === stillFrame?.caption && drawn.join('\n') === stillFrame.rows.join('\n'),
  );
  const seconds = (whole / 1000).toFixed(2);
  const full = height + 2 * margin + captionHeight;
  const style = [
    `.s{animation:m ${seconds}s step-end infinite}`,
    `.p{animation:p ${seconds}s linear infinite;transform-origin:0 0}`,
    `.c{font:15px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#fff}`,
    `@keyframes m{${stops.join('')}}`,
    '@keyframes p{from{transform:scaleX(0)}to{transform:scaleX(1)}}',
    `@media (prefers-reduced-motion:reduce){.s{animation:none;transform:translateX(-${stillAt * step}px)}.p{animation:none;transform:scaleX(0)}}`,
  ].join('\n');
  const body = `<defs>
${rows.symbols()}
</defs>
<path d="M1 ${height + 2 * margin}H${step - 1}V${full - 10}a9 9 0 0 1-9 9H10a9 9 0 0 1-9-9z" fill="#2b5ea8"/>
<rect class="p" x="0" y="${height + 2 * margin - 1}" width="${step}" height="2" fill="#8ab4f8"/>
<svg width="${step}" height="${full}"><g class="s">
${screens.join('\n')}
</g></svg>`;
  return svgPage({width: step, height: full, label, style}, body);
}
