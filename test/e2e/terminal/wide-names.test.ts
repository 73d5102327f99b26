import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

/** The column of a terminal at which a text begins in a line. */
function columnOf(line: string | undefined, text: string): number {
  const at = line?.indexOf(text) ?? -1;
  return at < 0 ? -1 : stringWidth(line?.slice(0, at) ?? '');
}

const systems = [
  ['株式会社みずほ銀行', '決済 API'],
  ['Apex Banking', 'Payments'],
  ['Café Müller', 'Orders'],
  ['Ops 👩‍🚒', 'Pager 🇯🇵'],
] as const;

test.concurrent('names of any script stand in columns, in each table of commands', async () => {
  await using place = makePlace();
  for (const [customer, system] of systems)
    await place.run(['new', '--customer', customer.normalize('NFD'), '--system', system]);
  const list = (await place.run(['list'])).stdout.trimEnd().split('\n');
  expect(list).toHaveLength(systems.length + 1);
  expect(new Set(list.slice(1).map((line) => columnOf(line, 'Preparation'))).size).toBe(1);
  expect(columnOf(list[0], 'PHASE')).toBe(columnOf(list[1], 'Preparation'));

  const [, id = ''] = /^(\S+) .*Apex/mu.exec(list.join('\n')) ?? [];
  for (const actor of ['田中 太郎', 'Jo Weber', 'Zoë'])
    await place.run(['item', 'network', 'done', '--handoff', id, '--note', `By ${actor}`], {
      HANDOFF_WIZARD_NAME: actor,
    });
  const log = (await place.run(['log', id])).stdout.split('\n');
  const lines = log.filter((line) => line.includes('What was deployed'));
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(new Set(lines.map((line) => columnOf(line, 'What was deployed'))).size).toBe(1);

  await place.write('handoff.yaml', 'checks:\n  - {name: 起動, command: pwd, expect: {exit: 0}}\n');
  for (const actor of ['田中 太郎', 'Jo'])
    await place.run(['check', '--trust', '--handoff', id], {HANDOFF_WIZARD_NAME: actor});
  const history = (await place.run(['check', 'history', '--handoff', id])).stdout.split('\n');
  const after = history.filter((line) => /田中 太郎|Jo/u.test(line));
  expect(after).toHaveLength(2);
  const behind = after.map((line) => columnOf(line, line.trimEnd().split(/ {2,}/u).at(-1) ?? '-'));
  expect(new Set(behind).size).toBe(1);

  await place.run(['config', 'set', 'name', '田中 太郎']);
  const config = (await place.run(['config'])).stdout.split('\n');
  expect(columnOf(config[1], 'settings file')).toBe(columnOf(config[0], 'FROM'));
});
