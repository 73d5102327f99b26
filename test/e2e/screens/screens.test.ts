// Every screen as it was reviewed: its body in a file of its own, and what is round all of them in
// kept/frames.txt. After a change that is meant, "npx vitest run test/e2e/screens -u" writes them
// anew; read the difference before it is kept.
import {createRequire} from 'node:module';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {Screen} from '../../harness/screen.ts';
import {styleRows} from './drawing.ts';
import {heardBody, partsOf} from './parts.ts';
import {instant, makeScreenPlace, type PlaceName, type ScreenPlace} from './places.ts';
import {scenes, type Scene} from './scenes.ts';
import {openStage} from './stage.tsx';

interface Chalk {
  level: number;
}

/** The chalk that Ink colours with; it took this process for one without a terminal. */
async function chalkOfInk(): Promise<Chalk> {
  const ink = createRequire(import.meta.url).resolve('ink');
  const file = createRequire(ink).resolve('chalk');
  return ((await import(pathToFileURL(file).href)) as {default: Chalk}).default;
}

const chalk = await chalkOfInk();
const usualLevel = chalk.level;
const places = new Map<PlaceName, ScreenPlace>();

beforeAll(async () => {
  // Timers go on; only what the clock says stands still.
  vi.useFakeTimers({toFake: ['Date'], now: new Date(instant)});
  chalk.level = 1;
  for (const name of new Set(scenes.map(({place}) => place)))
    places.set(name, await makeScreenPlace(name));
});

afterAll(async () => {
  vi.useRealTimers();
  chalk.level = usualLevel;
  await Promise.all([...places.values()].map(({remove}) => remove()));
});

async function reach(
  {place: name, step, keys = [], opens, shows}: Scene,
  size: object,
): Promise<Screen> {
  const place = places.get(name);
  if (!place) throw new Error(`There is no place ${name}.`);
  // What another size has typed is no part of this one.
  await rm(path.join(place.home, 'drafts'), {recursive: true, force: true});
  const screen = await openStage(place, step, size);
  if (step !== undefined) await screen.waitFor(/all keys|Type|Esc/);
  await screen.waitFor((rows) => rows.some((row) => row !== ''));
  for (const [index, key] of keys.entries()) {
    await screen.press(key);
    if (index === 0 && opens !== undefined) await screen.waitFor(opens);
  }
  await screen.waitFor(shows);
  await screen.settle();
  return screen;
}

/** What a screen shows at a size, after the rules that hold for every screen. */
function look(screen: Screen, cols: number): readonly string[] {
  const shown = screen.screenText();
  const [title = '', rule = ''] = shown;
  expect(title).toMatch(/^ \S/);
  expect(rule).toBe('─'.repeat(cols));
  expect(shown.at(-2)).toBe('─'.repeat(cols));
  expect(shown.at(-1)).toMatch(/all keys$|Esc [a-z ]+(?: · |$)/);
  expect(shown.at(-1)).not.toContain('…');
  expect(shown.every((row) => row.length <= cols)).toBe(true);
  return shown;
}

const sizes = [
  [80, 24],
  [120, 40],
  [200, 60],
  [60, 16],
] as const;

const kept = path.join(import.meta.dirname, 'kept');

/** Titles and keys of every scene, and the rail of the first step of each place. */
const frames: string[] = [];
const drawn = new Set<string>();
const railed = new Set<PlaceName>();

/** Notes what is round a body, and gives the body. */
function withoutFrame({name, place}: Scene, cols: number, rows: number, shown: readonly string[]) {
  const size = `${cols}×${rows}`;
  const {title, rail, keys, body} = partsOf(cols, shown);
  if (rail.length > 0 && !railed.has(place)) {
    railed.add(place);
    frames.push(`== the rail of ${place} at ${size}`, ...rail);
  }
  if (!drawn.has(name)) frames.push(`== ${name}`, title);
  drawn.add(name);
  frames.push(`${size.padEnd(7)}${keys}`);
  return body;
}

describe('every screen, as it was reviewed', () => {
  test.each(scenes)('$name', async (scene) => {
    const parts: string[] = [];
    {
      await using screen = await reach(scene, {cols: 80, rows: 24});
      for (const [cols, rows] of sizes) {
        await screen.resize(cols, rows);
        await screen.waitFor(scene.shows);
        const shown = look(screen, cols);
        parts.push(`== ${cols}×${rows}`, ...withoutFrame(scene, cols, rows, shown));
        if (cols !== 80) continue;
        const {body} = partsOf(cols, shown, styleRows(screen.terminal));
        parts.push('== colours at 80×24', ...body);
      }
    }
    {
      await using screen = await reach(
        {...scene, shows: scene.heard ?? scene.shows},
        {cols: 80, rows: 60, isScreenReader: true},
      );
      parts.push('== screen reader', ...heardBody(screen.screenText()));
    }
    const wing = scene.keys ? path.join('pressed', scene.place) : scene.place;
    const file = path.join(kept, wing, `${scene.name}.txt`);
    await expect(`${parts.join('\n').trimEnd()}\n`).toMatchFileSnapshot(file);
  });

  test('what is round them all', async ({skip}) => {
    skip(drawn.size < scenes.length, 'Not every screen was drawn.');
    const file = path.join(kept, 'frames.txt');
    await expect(`${frames.join('\n')}\n`).toMatchFileSnapshot(file);
  });
});
