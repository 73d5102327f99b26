import {keys} from '../../harness/keys.ts';
import type {Part} from '../../harness/part.tsx';
import type {Screen} from '../../harness/screen.ts';

/** Where the text of a step begins beside the rail, in a terminal of 80 columns. */
const besideRail = 24;

/** What only says how much lies above and below, or parts the panes. */
const marks = /^(?:─+|[↑↓] \d+ (?:more|above|below).*|Tab reads on|PgUp PgDn)$/u;

/** Walks end, however long a screen is. */
const mostKeys = 400;

function hasRail(rows: readonly string[]): boolean {
  return rows.some((row) => /^ {3}(?:PREPARATION|SESSION|POST-HANDOFF)/u.test(row));
}

/** What a screen shows within its frame, beside its rail. */
export function bodyOf(screen: Part): string[] {
  const rows = screen.screenText();
  const column = hasRail(rows) ? besideRail : 0;
  return rows.slice(2, -2).map((row) => row.slice(column));
}

/** The lines of a screen's text, without its cursor. */
export function textLines(body: readonly string[]): string[] {
  return body
    .map((row) => row.replaceAll('❯', ' ').trim())
    .filter((row) => row !== '' && !marks.test(row));
}

/** The lines of the question at the bottom of a screen; none where there is none. */
export function questionOn(screen: Screen): readonly string[] {
  if (!screen.screenText().at(-1)?.includes('Esc leave it')) return [];
  const body = bodyOf(screen);
  const rule = body.findLastIndex((row) => /^ ?─+$/u.test(row));
  return rule < 0 ? [] : textLines(body.slice(rule + 1));
}

/** Presses a key until the screen is one that it was before, and calls back after each. */
export async function pressThrough(
  screen: Part,
  key: string,
  look: () => Promise<void> | void,
): Promise<void> {
  const before = new Set<string>();
  for (let count = 0; count < mostKeys; count += 1) {
    const now = screen.screenText().join('\n');
    if (before.has(now)) return;
    before.add(now);
    await screen.press(key);
    await look();
  }
  throw new Error(`The screen is still another after ${mostKeys} keys.`);
}

interface Walk {
  /** Whether the detail is more than the terminal shows, and has to be gone to. */
  readonly reads: boolean;
}

/** Every line that the keys of a list and its detail bring on the screen. */
export async function linesOfRows(screen: Screen, {reads}: Walk): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const look = (): void => {
    for (const text of textLines(bodyOf(screen))) seen.add(text);
  };
  /** Rows whose detail was gone through: the way back from it is to the row, not to where one scrolled. */
  const gone = new Set<string>();
  async function read(): Promise<void> {
    look();
    if (!reads) return;
    const body = bodyOf(screen);
    const rule = body.findIndex((row) => /─{20}/u.test(row));
    const row = body.find((text) => text.includes('❯'));
    const at = `${row}\n${rule < 0 ? '' : body.slice(rule).join('\n')}`;
    const isWhole = rule >= 0 && !/ more · Tab/u.test(body.join('\n'));
    if (row === undefined || isWhole || gone.has(at)) return;
    gone.add(at);
    await screen.press(keys.tab);
    look();
    // Where nothing is known of a row, Tab says so and the keys still move the list.
    if (!screen.screenText().at(-1)?.includes('to the list')) return;
    await pressThrough(screen, keys.pageDown, look);
    await screen.press(keys.tab);
    look();
  }
  await screen.press(keys.home);
  await pressThrough(screen, keys.pageUp, look);
  await read();
  await pressThrough(screen, keys.down, read);
  await pressThrough(screen, keys.pageUp, look);
  return seen;
}

/** Every line that paging, and the fields or rows one after the other, bring on a screen. */
export async function linesOfPages(screen: Screen): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const look = (): void => {
    for (const text of textLines(bodyOf(screen))) seen.add(text);
  };
  look();
  await pressThrough(screen, keys.pageDown, look);
  await pressThrough(screen, keys.pageUp, look);
  // Text without a cursor has nothing but pages.
  if (!bodyOf(screen).some((row) => row.includes('❯'))) return seen;
  await pressThrough(screen, keys.down, look);
  // The last row is drawn as one of many only where another one is selected.
  await pressThrough(screen, keys.up, look);
  await pressThrough(screen, keys.tab, look);
  return seen;
}
