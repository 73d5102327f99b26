import {railWidth} from '../../../source/wizard/frame/rail-width.ts';

/** A screen in its parts: what is of this screen alone, and what is round every screen. */
export interface Parts {
  /** Without the rail, the title, the rules and the keys. */
  readonly body: readonly string[];
  readonly title: string;
  readonly rail: readonly string[];
  readonly keys: string;
}

/** The column at which the body begins: two behind the rail, if there is one. */
function bodyColumn(rows: readonly string[], cols: number): number {
  const hasRail = rows.some((row) =>
    /^ {1,3}(?:PREPARATION|SESSION|POST-HANDOFF)(?: |$)/u.test(row),
  );
  return hasRail ? 1 + railWidth(cols) + 2 : 0;
}

/** A message lies over the whole width; beside a body there is the rail or nothing. */
function isMessage(row: string): boolean {
  return /^ [^ ❯]/u.test(row);
}

/** Takes a screen of so many columns apart, or the styles it is drawn in. */
export function partsOf(cols: number, shown: readonly string[], drawn = shown): Parts {
  const within = shown.slice(2, -2);
  const column = bodyColumn(within, cols);
  const body = drawn
    .slice(2, -2)
    .map((row, index) => (isMessage(within[index] ?? '') ? row : row.slice(column)));
  const rail = column === 0 ? [] : within.map((row) => row.slice(0, column).trimEnd());
  return {title: shown[0] ?? '', body, rail, keys: shown.at(-1) ?? ''};
}

/** What a screen reader says between the title and the keys. */
export function heardBody(rows: readonly string[]): readonly string[] {
  return rows.slice(
    1,
    rows.findLastIndex((row) => row.startsWith(' ')),
  );
}
