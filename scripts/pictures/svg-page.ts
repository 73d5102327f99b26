import {cell, colors, escapeXml} from './drawn-row.ts';

export const margin = 14;

export const font =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";

/** The size of a screen in a picture. */
export interface ScreenSize {
  readonly cols: number;
  readonly rows: number;
}

export function sizeOf({cols, rows}: ScreenSize) {
  return {width: Math.ceil(cols * cell.width), height: rows * cell.height};
}

interface Page {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  readonly style?: string;
}

/** A picture with the face of a terminal, that is readable on a light and on a dark page. */
export function svgPage({width, height, label, style = ''}: Page, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(label)}" font-family="${font}" font-size="14" fill="${colors.text}">
<title>${escapeXml(label)}</title>
<style>text{white-space:pre}${style}</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${colors.background}" stroke="${colors.edge}"/>
${body}
</svg>
`;
}
