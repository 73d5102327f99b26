import type {ChartNode} from './chart.ts';
import {textWidth} from './text-width.ts';
import {wrapLabel} from './wrap-label.ts';

/** Sizes in pixels of CSS. */
export const nameSize = 13;
export const moreSize = 11;
export const lineHeight = 17;
const widest = 150;
const narrowest = 64;
const paddingX = 12;
const paddingY = 9;

export interface LabelLine {
  readonly text: string;
  readonly size: number;
}

export interface Measured {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

/** A node's text in lines and the box that holds them. */
export function measureNode({label: [name = '', ...more]}: ChartNode): Measured {
  const toLines = (text: string, size: number, lines: number) =>
    wrapLabel(text, {width: widest, lines, size}).map((text) => ({text, size}));
  const lines = [
    ...toLines(name, nameSize, 3),
    ...more.flatMap((text) => toLines(text, moreSize, 2)),
  ];
  const text = Math.max(...lines.map(({text, size}) => textWidth(text, size)), 0);
  return {
    lines,
    width: Math.ceil(Math.max(narrowest, text + 2 * paddingX)),
    height: Math.max(1, lines.length) * lineHeight + 2 * paddingY,
  };
}
