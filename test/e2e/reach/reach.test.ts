// Every line of every screen can be brought on a terminal of 80×24: what a terminal that is tall
// enough for all of it shows is what the keys of the screen show in a small one.
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {screens} from '../../../source/playbook/playbook.ts';
import {leadingTexts, stepsOf} from '../../../source/playbook/walk.ts';
import {isFull} from '../../harness/amount.ts';
import {keys} from '../../harness/keys.ts';
import type {Screen} from '../../harness/screen.ts';
import {builtInPlaybook} from '../../fixtures/built-in-playbook.ts';
import {instant, makeScreenPlace, type PlaceName, type ScreenPlace} from '../screens/places.ts';
import {scenes, type Scene} from '../screens/scenes.ts';
import {openStage} from '../screens/stage.tsx';
import {linesOfPages, linesOfRows, questionOn} from './walk.ts';

const usual = [80, 24] as const;
const smallest = [60, 16] as const;
const tall = 150;

const steps = stepsOf(builtInPlaybook);

/** What shows that all of a step is read, wherever it is. */
function showsOf(step: string): Scene['shows'] {
  return scenes.find((scene) => scene.step === step && !scene.keys)?.shows ?? '? all keys';
}

function inState(place: PlaceName, step: string): Scene {
  return {name: `${place} ${step}`, place, step, shows: showsOf(step)};
}

const stepScenes = steps.map(({step}) => inState('finished', step.id));

/** While the session runs, its steps show other lines, and have the least room for them. */
const runningScenes = steps
  .filter(({phase}) => phase.id === 'session')
  .map(({step}) => inState('running', step.id));

/** The first step of each screen; all of them, where all is asked for. */
const toldSteps = steps.filter(
  ({step}, at) => isFull || steps.findIndex((other) => other.step.screen === step.screen) === at,
);

const helpScenes = toldSteps.map(({step}) => ({
  ...inState('finished', step.id),
  keys: ['?'],
  shows: 'Esc close',
}));

/** What opens over a step or before one, and the questions. */
const otherScenes = scenes.filter(({keys, step}) => keys !== undefined || step === undefined);

const places = new Map<PlaceName, ScreenPlace>();

beforeAll(async () => {
  vi.useFakeTimers({toFake: ['Date'], now: new Date(instant)});
  for (const name of new Set(
    [...stepScenes, ...runningScenes, ...otherScenes].map(({place}) => place),
  ))
    places.set(name, await makeScreenPlace(name));
});

afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([...places.values()].map(({remove}) => remove()));
});

function introductionOf(id: string | undefined): string {
  const step = steps.find((place) => place.step.id === id)?.step;
  return (step ? leadingTexts(step) : [])
    .map(({markdown}) => markdown.replaceAll(/\[([^\]]+)\]\(([^)]*)\)/g, '$1 ($2)'))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

/** Opened with room for all of it, so that what comes late is seen to have come. */
async function open(
  {place: name, step, keys: typed = [], shows}: Scene,
  cols: number = usual[0],
): Promise<Screen> {
  const place = places.get(name);
  if (!place) throw new Error(`There is no place ${name}.`);
  await rm(path.join(place.home, 'drafts'), {recursive: true, force: true});
  const screen = await openStage(place, step, {cols, rows: tall});
  await screen.waitFor(/all keys|Type|Esc/);
  if (step !== undefined && typed.length > 0) await screen.waitFor(showsOf(step));
  for (const key of typed) await screen.press(key);
  await screen.waitFor(shows);
  await screen.settle();
  return screen;
}

type Lines = (screen: Screen, isSmall: boolean) => Promise<Iterable<string>> | Iterable<string>;

/** Lines of a scene with room for all of it that no key brings on its screen once that is small. */
async function lostLines(
  {name, step}: Scene,
  linesOf: Lines,
  {whole, small = whole, rows = usual[1]}: {whole: Screen; small?: Screen; rows?: number},
): Promise<readonly string[]> {
  const wanted = new Set(await linesOf(whole, false));
  if (wanted.size === 0) throw new Error(`${name} shows nothing.`);
  await small.resize(small.terminal.cols, rows);
  const seen = new Set(await linesOf(small, true));
  // Where there is little room, the help has the introduction.
  const introduction = rows < usual[1] ? introductionOf(step) : '';
  return [...wanted].filter((text) => !seen.has(text) && !introduction.includes(text));
}

/**
 * The question of a screen that leaves in sight what it is asked over, which waits for the answer;
 * nothing where there is none. What a question is about by itself is paged through, and is text like any other.
 */
async function questionOf(screen: Screen): Promise<readonly string[]> {
  await screen.resize(...usual);
  const question = questionOn(screen);
  const before = screen.screenText();
  if (question.length > 0) await screen.press(keys.pageDown);
  const isStill = screen.screenText().join() === before.join();
  await screen.resize(usual[0], tall);
  return isStill ? question : [];
}

test('every screen that a step can have is walked', () => {
  const walked = new Set(steps.map(({step}) => step.screen));
  expect(screens.filter((screen) => !walked.has(screen))).toEqual([]);
});

const linesOfStep: Lines = (screen, isSmall) => linesOfRows(screen, {reads: isSmall});

describe('every step', () => {
  test.each([...stepScenes, ...runningScenes])('$name', async (scene) => {
    await using whole = await open(scene);
    expect(await lostLines(scene, linesOfStep, {whole})).toEqual([]);
  });

  test.each(runningScenes)('$name in the smallest terminal', async (scene) => {
    const [cols, rows] = smallest;
    await using whole = await open(scene, cols);
    expect(await lostLines(scene, linesOfStep, {whole, rows})).toEqual([]);
  });
});

describe('the help of every step', () => {
  test.each(helpScenes)('$step', async (scene) => {
    await using whole = await open(scene);
    expect(await lostLines(scene, linesOfPages, {whole})).toEqual([]);
  });
});

describe('over a step, and before one', () => {
  test.each(otherScenes)('$name', async (scene) => {
    await using whole = await open(scene);
    const question = await questionOf(whole);
    const isAsked = question.length > 0;
    // What a form says of a field goes as the field is left.
    await using again = isAsked ? undefined : await open(scene);
    const linesOf = isAsked ? questionOn : linesOfPages;
    expect(await lostLines(scene, linesOf, {whole, small: again ?? whole})).toEqual([]);
    // A question that is cut ends in the middle of a sentence.
    expect(question.at(-1) ?? '').toMatch(/^$|[.?!)]$|, in \d+ days$/u);
  });
});
