import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {mannerOf, progressLine, withProgress} from '../../source/commands/show-progress.ts';
import {trackParts} from '../../source/progress/track-parts.ts';
import {makePlace} from '../e2e/place.ts';

const progress = {doing: 'API is healthy, Pods run', done: 3, total: 12};

describe('the line that tells how far something is', () => {
  test('has a bar, the count, the time, what is left where that is known, and what is done', () => {
    expect(progressLine({progress, elapsed: 4234}, {columns: 80})).toBe(
      '━━━━━─────────────── 3/12  4 s  API is healthy, Pods run',
    );
    const known = {progress: {...progress, left: 41_000}, elapsed: 64_000, since: 1000};
    expect(progressLine(known, {columns: 80})).toBe(
      '━━━━━─────────────── 3/12  1 min 4 s, about 40 s left  API is healthy, Pods run',
    );
  });

  test('says nothing of what is left once that time has passed, and draws no bar of an unknown whole', () => {
    const late = {progress: {...progress, left: 2000}, elapsed: 9000, since: 2500};
    expect(progressLine(late, {columns: 80})).not.toContain('left');
    const unknown = {progress: {doing: 'looking through /srv', done: 0}, elapsed: 9000};
    expect(progressLine(unknown, {columns: 80})).toBe('9 s  looking through /srv');
  });

  test('has only plain signs where a terminal has no others', () => {
    expect(progressLine({progress, elapsed: 0}, {columns: 80, isPlain: true})).toMatch(
      /^#{5}\.{15} 3\/12 {2}0 s {2}API/u,
    );
  });

  test('never wraps, whatever the names are, and lets no escape through', () => {
    const doing = `\u001B[2J${'日本語のチェック'.repeat(9)}`;
    for (const columns of [10, 40, 41, 80]) {
      const line = progressLine({progress: {...progress, doing}, elapsed: 0}, {columns});
      expect(stringWidth(line)).toBeLessThan(columns);
      expect(line).not.toContain('\u001B');
    }
  });
});

describe('how progress is told', () => {
  test.each([
    ['a bar on a terminal', true, {}, 'bar'],
    ['nothing in a pipe', false, {}, 'nothing'],
    ['nothing on a dumb terminal', true, {TERM: 'dumb'}, 'nothing'],
    ['nothing in a pipeline', true, {CI: 'true'}, 'nothing'],
    ['a bar where CI says no', true, {CI: 'false'}, 'bar'],
    ['lines for a screen reader', true, {INK_SCREEN_READER: 'true'}, 'lines'],
    ['lines for a screen reader that Ink is told of', true, {INK_SCREEN_READER: 'true'}, 'lines'],
  ] as const)('%s', (_, isTerminal, env, manner) => {
    expect(mannerOf(isTerminal, env)).toBe(manner);
  });

  test('work that nobody watches is not asked how far it is', async () => {
    const asked = await withProgress(async (onProgress) => onProgress, {isQuiet: true});
    expect(asked).toBeUndefined();
  });
});

describe('the time that is left', () => {
  test('is told by what each part took the last time, of several at once', () => {
    let clock = 0;
    const usual = [4000, 2000, 6000];
    const parts = trackParts(
      usual.map((one, at) => ({name: `part ${at}`, kind: `part ${at}`, usual: one})),
      2,
      () => clock,
    );
    expect(parts.now()).toEqual({doing: '', done: 0, total: 3, left: 6000});
    parts.start(0);
    parts.start(1);
    clock = 1000;
    expect(parts.now()).toMatchObject({doing: 'part 0, part 1', left: 6000});
    parts.finish(1);
    parts.start(2);
    clock = 3500;
    expect(parts.now()).toMatchObject({done: 1, left: 3500});
    clock = 4500;
    expect(parts.now().left, 'part 0 takes longer than it ever did').toBeUndefined();
  });

  test('is told by those of its kind that are through, and not before', () => {
    let clock = 0;
    const parts = trackParts(
      ['md', 'pdf', 'md', 'pdf'].map((kind) => ({name: kind, kind})),
      1,
      () => clock,
    );
    const through = (index: number, time: number) => {
      parts.start(index);
      clock += time;
      parts.finish(index);
    };
    through(0, 100);
    expect(parts.now().left).toBeUndefined();
    through(1, 900);
    expect(parts.now().left).toBe(1000);
  });
});

test('on a terminal the progress is one line that goes when the report comes', async () => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    'checks:\n  - name: Waits\n    command: until test -e go; do sleep 0.05; done\n    expect: {exit: 0}\n',
  );
  await using terminal = place.open(['check', '--file', 'handoff.yaml', '--trust']);
  const rows = await terminal.waitFor(/0\/1 .*Waits/);
  expect(rows.filter((row) => row.includes('Waits'))).toHaveLength(1);
  await place.write('go', '');
  const report = await terminal.waitFor(/1 check · 1 pass/);
  expect(report.join('\n')).not.toContain('0/1');
  expect(await terminal.exited).toMatchObject({exitCode: 0});
});
