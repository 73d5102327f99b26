import {appendFileSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {foldAll} from '../../source/handoff/changes/fold.ts';
import {openJournal} from '../../source/store/journal/open-journal.ts';
import {openReader} from '../../source/store/snapshot.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {randomFrom} from '../torture/random.ts';
import {runsOf} from '../torture/runs-of.ts';
import {anyEvents, linesOf} from '../torture/three-copies.ts';

/** What the lines say when all of them are read at once, in the order in which they were written. */
function saidBy(lines: readonly string[]) {
  const journal = openJournal('/nowhere', lines);
  journal.refresh();
  const actions = journal.actions();
  return {actions, heads: journal.heads(), problems: journal.problems(), fold: foldAll(actions)};
}

/** The lines in some order, in some of four files. */
function split(lines: readonly string[], seed: number): readonly (readonly string[])[] {
  const draw = randomFrom(seed);
  const shuffled = lines
    .map((line) => ({line, place: draw(1e9)}))
    .toSorted((a, b) => a.place - b.place)
    .map(({line}) => line);
  const files: string[][] = [[], [], [], []];
  for (const line of shuffled) files[draw(4)]?.push(line);
  return files;
}

test('lines united in any order and from any files give one state', async () => {
  await using place = makeStoreHome();
  let run = 0;
  fc.assert(
    fc.property(anyEvents, fc.nat(), (events, seed) => {
      const lines = linesOf(events);
      const folder = path.join(place.path, String((run += 1)));
      mkdirSync(folder);
      for (const [index, file] of split(lines, seed).entries())
        writeFileSync(path.join(folder, `w${index}.jsonl`), `\n${file.join('\n\n')}\n`);
      const journal = openJournal(folder);
      journal.refresh();
      const said = saidBy(lines);
      expect(journal.problems()).toEqual([]);
      expect(said.problems).toEqual([]);
      expect(said.actions).toHaveLength(lines.length);
      expect(journal.actions()).toEqual(said.actions);
      expect(journal.heads()).toEqual(said.heads);
      expect(foldAll(journal.actions())).toEqual(said.fold);
    }),
    runsOf(30),
  );
});

test('reading on piece by piece, wherever a piece ends, gives what reading at once gives', async () => {
  await using place = makeStoreHome();
  let run = 0;
  fc.assert(
    fc.property(anyEvents, fc.nat(), (events, seed) => {
      const lines = linesOf(events);
      const [first = '', ...rest] = lines;
      const draw = randomFrom(seed);
      const home = path.join(place.path, String((run += 1)));
      const folder = path.join(home, 'handoffs', 'one');
      mkdirSync(folder, {recursive: true});
      writeFileSync(path.join(folder, 'w0.jsonl'), `${first}\n`);
      const left = split(rest, seed).map((file) =>
        Buffer.from(file.map((line) => `\n${line}\n`).join('')),
      );
      const reader = openReader(home, 'one');
      while (left.some((bytes) => bytes.length > 0)) {
        const index = draw(4);
        const bytes = left[index] ?? Buffer.alloc(0);
        const size = draw(700);
        appendFileSync(path.join(folder, `w${index}.jsonl`), bytes.subarray(0, size));
        left[index] = bytes.subarray(size);
        reader.refresh();
      }
      const said = saidBy(lines);
      const {handoff, journal, marks, setAside, heads, problems, size} = reader.snapshot();
      expect(problems).toEqual([]);
      expect(journal).toEqual(said.actions);
      expect(heads).toEqual(said.heads);
      expect({handoff, marks, setAside}).toEqual(said.fold);
      expect(size).toEqual(openReader(home, 'one').snapshot().size);
    }),
    runsOf(30),
  );
});

test('what was allowed when it was written is never recorded against the rules, whoever meets', () => {
  let crossed = 0;
  fc.assert(
    fc.property(anyEvents, (events) => {
      const {marks} = saidBy(linesOf(events)).fold;
      crossed += marks.filter(({reading}) => reading === 'crossed').length;
      expect(marks.filter(({reading}) => reading !== 'crossed')).toEqual([]);
    }),
    runsOf(120),
  );
  expect(crossed).toBeGreaterThan(0);
});

test('of lines that come in any order, those of one change count together or not at all', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(), (events, seed) => {
      const lines = linesOf(events);
      const whole = saidBy(lines);
      const draw = randomFrom(seed);
      const [first = '', ...rest] = lines;
      // Some lines are missing, as on a disk that lost them.
      const some = saidBy([first, ...rest.filter(() => draw(4) > 0)]);
      const ids = new Set(some.actions.map(({id}) => id));
      const all = new Set(whole.actions.map(({id}) => id));
      const halves = some.actions
        .filter(({id}) => id.endsWith('.0'))
        .map(({id}) => `${id.slice(0, -2)}.1`)
        .filter((second) => all.has(second) && !ids.has(second));
      expect(halves).toEqual([]);
    }),
    runsOf(30),
  );
});
