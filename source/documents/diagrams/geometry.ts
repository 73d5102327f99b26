/** Lengths in pixels of CSS, from the left and from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a line: straight, or a bend that leaves and arrives upright. */
export interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly isBend: boolean;
}

/** Where a bend is, `at` 0 at its begin and 1 at its end. */
export function pointOn({from, to, isBend}: Piece, at: number): Point {
  const y = from.y + (to.y - from.y) * (isBend ? 1.5 * at * (1 - at) + at ** 3 : at);
  const x = from.x + (to.x - from.x) * (isBend ? 3 * at ** 2 - 2 * at ** 3 : at);
  return {x, y};
}

const steps = 24;

/** Whether a line touches a rectangle or comes nearer than `gap`. */
export function isTouching(pieces: readonly Piece[], box: Rectangle, gap = 0): boolean {
  return pieces.some((piece) =>
    Array.from({length: steps + 1}, (_, index) => pointOn(piece, index / steps)).some(
      ({x, y}) =>
        x > box.x - gap &&
        x < box.x + box.width + gap &&
        y > box.y - gap &&
        y < box.y + box.height + gap,
    ),
  );
}
