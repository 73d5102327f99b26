import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {progressLine} from '../../source/commands/check/check-progress.ts';
import {makePlace} from '../e2e/place.ts';

test('the progress line has the bar, the count, the time and what runs', () => {
  const state = {total: 12, finished: 3, running: ['API is healthy', 'Pods run'], elapsed: 4234};
  expect(progressLine(state, 80)).toBe(
    '━━━━━─────────────── 3/12  4 s  running API is healthy, Pods run',
  );
});

test('the progress line never wraps, whatever the names are', () => {
  const state = {total: 2, finished: 0, running: ['日本語のチェック'.repeat(9)], elapsed: 0};
  for (const columns of [10, 40, 41, 80])
    expect(stringWidth(progressLine(state, columns))).toBeLessThan(columns);
});

test('on a terminal the progress is one line that goes when the report comes', async () => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    'checks:\n  - name: Waits\n    command: until test -e go; do sleep 0.05; done\n    expect: {exit: 0}\n',
  );
  await using terminal = place.open(['check', '--file', 'handoff.yaml', '--trust']);
  const rows = await terminal.waitFor(/0\/1 .*running Waits/);
  expect(rows.filter((row) => row.includes('Waits'))).toHaveLength(1);
  await place.write('go', '');
  const report = await terminal.waitFor(/1 check · 1 pass/);
  expect(report.join('\n')).not.toContain('running');
  expect(await terminal.exited).toMatchObject({exitCode: 0});
});
