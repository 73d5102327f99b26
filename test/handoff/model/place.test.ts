import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {
  followUpId,
  followUpKinds,
  readFollowUpId,
} from '../../../source/handoff/afterwards/follow-up-id.ts';
import {
  isSamePlace,
  itemPlace,
  lineKey,
  placeOn,
  readLine,
  rowPlace,
  stepWith,
  type Line,
} from '../../../source/handoff/model/place.ts';
import {afterwardsPlaybook} from '../../fixtures/afterwards.ts';

/** A line of each kind, with the key under which cursors on disk have it. */
const lines: Readonly<Record<Line['kind'], readonly [Line, string]>> = {
  item: [{kind: 'item', id: 'check-health'}, 'check-health'],
  row: [{kind: 'row', id: 'a1'}, 'record a1'],
  check: [{kind: 'check', name: 'API is healthy'}, 'check API is healthy'],
  note: [{kind: 'note', id: 'a4'}, 'note a4'],
  'check-in': [{kind: 'check-in', number: 12}, 'check-in 12'],
  exit: [{kind: 'exit', id: 'end-date'}, 'exit end-date'],
  'follow-up': [{kind: 'follow-up', id: 'check in 2'}, 'follow-up check in 2'],
  document: [{kind: 'document', name: 'training-pack'}, 'document training-pack'],
  gap: [
    {kind: 'gap', document: 'training-pack', about: 'record a1 secret "x y"'},
    'gap training-pack record a1 secret "x y"',
  ],
};

describe('a line', () => {
  it.each(Object.values(lines))('%o has a key, and is read from it', (line, key) => {
    expect(lineKey(line)).toBe(key);
    expect(readLine(key)).toEqual(line);
  });

  it.each(['in 2', ' two  blanks ', 'one\nmore', 'record a1', '-in 2'])(
    'of a check named %j is no other line',
    (name) => {
      const check = {kind: 'check', name} as const;
      expect(readLine(lineKey(check))).toEqual(check);
    },
  );

  it('is told apart from an item that is called the same', () => {
    expect(['check-in', 'note', 'record'].map((id) => readLine(id))).toEqual([
      {kind: 'item', id: 'check-in'},
      {kind: 'item', id: 'note'},
      {kind: 'item', id: 'record'},
    ]);
  });

  it.each([
    undefined,
    '',
    ' ',
    'record ',
    ' record a1',
    'plan start',
    'heading exit',
    'question a4',
    'check-in two',
    'check-in 0',
    'check-in 1.5',
    'gap training-pack',
  ])('is not read from %j', (key) => {
    expect(readLine(key)).toBeUndefined();
  });
});

describe('a place', () => {
  it('is found by the screen of its step', () => {
    const line = {kind: 'follow-up', id: 'tie a1'} as const;
    expect(stepWith(afterwardsPlaybook, 'follow-ups')?.id).toBe('open-points');
    expect(placeOn(afterwardsPlaybook, 'follow-ups', line)).toEqual({step: 'open-points', line});
    expect(placeOn(afterwardsPlaybook, 'follow-ups')).toEqual({step: 'open-points'});
    expect(placeOn(afterwardsPlaybook, 'plan')).toBeUndefined();
  });

  it('of a row is below its item, wherever that stands', () => {
    expect(rowPlace(afterwardsPlaybook, {id: 'a9', item: 'our-ties'})).toEqual({
      step: 'still-ours',
      line: {kind: 'row', id: 'a9'},
    });
    expect(rowPlace(afterwardsPlaybook, {id: 'a9', item: 'gone'})).toBeUndefined();
  });

  it('is the same only in the same step', () => {
    const here = itemPlace({id: 'risks'}, {id: 'issues'});
    expect(isSamePlace(here, {step: 'risks', line: {kind: 'item', id: 'issues'}})).toBe(true);
    expect(isSamePlace(here, {...here, step: 'ties'})).toBe(false);
    expect(isSamePlace(here, {step: 'risks'})).toBe(false);
    expect(isSamePlace({step: 'risks'}, {step: 'risks'})).toBe(true);
  });
});

describe('the id of a follow-up', () => {
  it.each(followUpKinds)('of a %s is read as what was written', (kind) => {
    const source = {kind, subject: 'a4 in 2'};
    expect(followUpId(source)).toBe(`${kind} a4 in 2`);
    expect(readFollowUpId(followUpId(source))).toEqual(source);
  });

  it.each(['', 'risk', 'risk ', 'runbook a4', 'check-in 2', 'our-ties'])(
    'is not read from "%s"',
    (id) => {
      expect(readFollowUpId(id)).toBeUndefined();
    },
  );
});

describe('keys of lines and ids of follow-ups', () => {
  const writers = new Set(['model/place.ts', 'afterwards/follow-up-id.ts']);
  const ofLines = Object.values(lines).flatMap(([, key]) => /^\S+(?= )/u.exec(key) ?? []);
  const words = [...ofLines, ...followUpKinds].join('|');
  /** A whole text of such a word and what comes in, or the word as a prefix to go by. */
  const spelt = new RegExp(`\`(?:${words})(?: \\$\\{[^}]*\\})+\`|'(?:${words}) '`, 'gu');

  async function speltIn(folder: string): Promise<string[]> {
    const root = path.join(import.meta.dirname, '../../../source', folder);
    const files = (await readdir(root, {recursive: true}))
      .filter((file) => /\.tsx?$/u.test(file))
      .filter((file) => !writers.has(file.replaceAll(path.sep, '/')));
    const found = await Promise.all(
      files.map(async (file) => {
        const text = await readFile(path.join(root, file), 'utf8');
        return [...text.matchAll(spelt)].map(([key]) => `${file}: ${key}`);
      }),
    );
    return found.flat();
  }

  it.each(['handoff', 'documents/lint', 'wizard'])(
    'are spelt by their writers only, in source/%s',
    async (folder) => {
      expect(await speltIn(folder)).toEqual([]);
    },
  );
});
