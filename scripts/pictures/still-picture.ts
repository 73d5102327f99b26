import {cell} from './drawn-row.ts';
import {margin, sizeOf, svgPage, type ScreenSize} from './svg-page.ts';

/** One screen as a picture with words that can be selected. */
export function stillPicture(rows: readonly string[], size: ScreenSize, label: string): string {
  const {width, height} = sizeOf(size);
  const drawn = rows.flatMap((row, at) =>
    row === ''
      ? []
      : [`<g transform="translate(${margin} ${margin + at * cell.height})">${row}</g>`],
  );
  return svgPage({width: width + 2 * margin, height: height + 2 * margin, label}, drawn.join('\n'));
}
