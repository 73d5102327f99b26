// A long checklist as teams have them: keys bring every line of it on a terminal of 80×24.
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createServices} from '../../../source/services/wizard-services.ts';
import {createLongStep, longStepItem} from '../../benchmark/benchmark-store.ts';
import {keys} from '../../harness/keys.ts';
import {openPart, type Part} from '../../harness/part.tsx';
import {makeStoreHome} from '../../harness/store-home.ts';
import {openStepOn} from '../../wizard/open-step.tsx';
import {bodyOf, pressThrough} from './walk.ts';

const count = 1000;
const home = makeStoreHome();
let screen: Part;
let paged: ReadonlyMap<number, string>;

beforeAll(async () => {
  const id = await createLongStep(home.path, count, {isMixed: true});
  const services = createServices({home: home.path, actor: 'J. Ruiz'});
  const live = await services.openHandoff(id);
  const step = live.snapshot().handoff.playbook.phases[0]?.steps[0]?.id ?? '';
  await live.close();
  screen = await openStepOn(openPart, {id, services, step});
  paged = await pagedLines();
});

afterAll(async () => {
  await screen.close();
  await home[Symbol.asyncDispose]();
});

const above = /^ *↑ (\d+) more above/u;
const below = /^ *↓ \d+ more below/u;

/** Lines of the list by their number, as its own marks number them. */
function linesOn(body: readonly string[]): readonly (readonly [number, string])[] {
  const last = body.findIndex((row) => below.test(row));
  const first = body.findIndex((row) => above.test(row));
  // At either end, the mark that says nothing is an empty row.
  const title = body.findIndex((row) => row.includes('settled'));
  const from = first < 0 ? title + 3 : first + 1;
  const to = last < 0 ? body.findIndex((row, at) => at > from && /─{20}/u.test(row)) - 1 : last;
  const top = Number(above.exec(body[first] ?? '')?.[1] ?? 0);
  return body
    .slice(from, to < 0 ? undefined : to)
    .map((row, at) => [top + at, row.replaceAll('❯', ' ').trim()]);
}

/** The lines that pages of the list bring, by their number. */
async function pagedLines(): Promise<ReadonlyMap<number, string>> {
  const seen = new Map<number, string>();
  const look = () => linesOn(bodyOf(screen)).forEach(([at, text]) => seen.set(at, text));
  await screen.press(keys.home);
  look();
  await pressThrough(screen, keys.pageDown, look);
  return seen;
}

test('paging brings every line of the list, each once and in its place', () => {
  const lines = [...paged].toSorted(([one], [other]) => one - other);
  expect(lines.map(([at]) => at)).toEqual(lines.map((_, at) => at));
  const texts = lines.map(([, text]) => text);
  const items = texts.flatMap((text) => /^○ (Item \d+)/u.exec(text)?.[1] ?? []);
  expect(items).toEqual(Array.from({length: count}, (_, index) => longStepItem(index)));
  for (const part of ['old system', 'app-1', 'db-1', 'Nobody goes on from here alone'])
    expect([part, texts.filter((text) => text.includes(part)).length]).toEqual([part, count / 40]);
});

test('moving from item to item brings what stands between them, and the code below one its detail', async () => {
  const moved = new Map<number, string>();
  await screen.press(keys.home);
  for (let item = 1; item < 40; item += 1) {
    await screen.press(keys.down);
    for (const [at, text] of linesOn(bodyOf(screen))) moved.set(at, text);
  }
  const furthest = Math.max(...moved.keys());
  for (let at = 10; at <= furthest; at += 1)
    expect([at, moved.get(at)]).toEqual([at, paged.get(at)]);
  expect([...moved.values()].join(' ')).toContain('db-1');

  const detail: string[] = [];
  await screen.press(keys.tab);
  await pressThrough(screen, keys.pageDown, () => {
    detail.push(...bodyOf(screen));
  });
  await screen.press(keys.tab);
  expect(detail.join(' ')).toMatch(/systemctl status orders.*journalctl -u orders --since -1h/u);
});
