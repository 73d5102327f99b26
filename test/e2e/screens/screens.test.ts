import {createRequire} from 'node:module';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {Screen} from '../../harness/screen.ts';
import {styleRows} from './drawing.ts';
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
  for (const name of new Set(scenes.map(({place}) => place)))
    places.set(name, await makeScreenPlace(name));
});

afterAll(async () => {
  vi.useRealTimers();
  chalk.level = usualLevel;
  await Promise.all([...places.values()].map(({remove}) => remove()));
});

async function reach({place: name, step, keys = [], shows}: Scene, size: object): Promise<Screen> {
  const place = places.get(name);
  if (!place) throw new Error(`There is no place ${name}.`);
  // What another size has typed is no part of this one.
  await rm(path.join(place.home, 'drafts'), {recursive: true, force: true});
  const screen = await openStage(place, step, size);
  if (step !== undefined) await screen.waitFor(/all keys|Type|Esc/);
  await screen.waitFor((rows) => rows.some((row) => row !== ''));
  for (const key of keys) await screen.press(key);
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

describe('every screen, as it was reviewed', () => {
  test.each(scenes)('$name', async (scene) => {
    const parts: string[] = [];
    chalk.level = 0;
    {
      await using screen = await reach(scene, {cols: 80, rows: 24});
      for (const [cols, rows] of sizes) {
        await screen.resize(cols, rows);
        await screen.waitFor(scene.shows);
        parts.push(`== ${cols}×${rows}`, ...look(screen, cols));
      }
    }
    {
      chalk.level = 1;
      await using screen = await reach(scene, {cols: 80, rows: 24});
      expect(screen.screenText()).toEqual(parts.slice(1, 25));
      parts.push('== colours at 80×24', ...styleRows(screen.terminal));
    }
    {
      await using screen = await reach(
        {...scene, shows: scene.heard ?? scene.shows},
        {cols: 80, rows: 60, isScreenReader: true},
      );
      parts.push('== screen reader', ...screen.screenText());
    }
    const file = path.join(import.meta.dirname, 'kept', `${scene.name}.txt`);
    await expect(`${parts.join('\n').trimEnd()}\n`).toMatchFileSnapshot(file);
  });
});
