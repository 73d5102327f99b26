import {isTouching, type Piece, type Rectangle} from './geometry.ts';
import type {PlacedTitle} from './placed-chart.ts';
import {textWidth} from './text-width.ts';
import {wrapLabel} from './wrap-label.ts';

export const titleSize = 12;
export const titleHeight = 16;
/** What a title takes of a line at the most. */
export const titleRoom = 170;
const inset = 8;
const step = 4;

/** A title in lines, with the room that they take. */
export function measureTitle(label: string, width: number): Omit<PlacedTitle, 'x' | 'y'> {
  const lines = wrapLabel(label, {width, lines: 2, size: titleSize});
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, titleSize)));
  return {lines, width: Math.ceil(widest), height: lines.length * titleHeight};
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** A rectangle with a line in it. */
function around({from, to}: Piece): Rectangle {
  return {
    x: Math.min(from.x, to.x) - 1,
    y: Math.min(from.y, to.y) - 1,
    width: Math.abs(to.x - from.x) + 2,
    height: Math.abs(to.y - from.y) + 2,
  };
}

/** A place in the head of a frame, from the left, where its title touches no line and no box. */
export function placeTitle(
  label: string,
  frame: Rectangle,
  boxes: readonly Rectangle[],
  lines: readonly Piece[],
): PlacedTitle | undefined {
  const title = measureTitle(label, Math.min(titleRoom, frame.width - 2 * inset));
  const right = frame.x + frame.width - inset - title.width;
  const head = {x: frame.x, y: frame.y, width: frame.width, height: title.height + 2 * inset};
  const near = lines.filter((line) => overlap(around(line), head));
  for (let x = frame.x + inset; x <= right; x += step) {
    const place = {...title, x, y: frame.y + inset - 2};
    const isFree = boxes.every((box) => !overlap(place, box)) && !isTouching(near, place, 3);
    if (isFree) return place;
  }
  return undefined;
}
