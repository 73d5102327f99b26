import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';

test('size tells what each would ask, sets one, and says what is asked for no more', async () => {
  await using place = makePlace();
  const id = await place.start();
  const shown = await place.run(['size']);
  expect(shown.stdout).toMatch(
    /^one-host: one host; \d+ items fewer; the next gate lacks \d+, about /u,
  );
  expect(shown.stdout).toContain('platform: a platform, as it is');
  expect((await place.stored(id)).journal).toHaveLength(1);

  const set = await place.run(['size', 'one-host']);
  expect(set).toMatchObject({exitCode: 0});
  expect(set.stdout).toContain('  Architecture diagrams  <architecture-diagrams>');
  expect((await place.stored(id)).handoff.size).toBe('one-host');
  expect((await place.run(['status'])).stdout).toMatch(
    /<architecture-diagrams> · not asked of one host/u,
  );
  const gate = JSON.parse((await place.run(['gate', '--json'])).stdout) as {
    missing: {id: string; minutes: number}[];
  };
  expect(gate.missing.map((one) => one.id)).not.toContain('item architecture-diagrams');
  expect(gate.missing.every(({minutes}) => minutes > 0)).toBe(true);

  const again = await place.run(['size', 'one-host']);
  expect(again).toMatchObject({exitCode: 2, stdout: ''});
  expect(again.stderr).toContain('The size is one host already.');
  expect((await place.run(['size', 'village'])).exitCode).toBe(2);
  expect((await place.stored(id)).handoff.size).toBe('one-host');
});

test('new starts with a size, and with none that there is not', async () => {
  await using place = makePlace();
  const names = ['--customer', 'Apex', '--system', 'Pay'];
  await place.run(['new', ...names, '--size', 'service']);
  expect((await place.stored('apex-pay')).handoff).toMatchObject({size: 'service', marks: []});
  const wrong = await place.run(['new', ...names, '--size', 'village']);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('one-host, service, platform');
});

test('the palette asks for the size with what each makes of it, and Esc leaves it as it is', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume', id]);
  await wizard.waitFor('Readiness checklist');
  const ask = async () => {
    wizard.write(':');
    await wizard.waitFor('Command:');
    wizard.write('how much to ask');
    await wizard.waitFor('❯ how much to ask');
    wizard.write(keys.enter);
    await wizard.waitFor(/❯ one host: \d+ items fewer/u);
  };
  await ask();
  wizard.write(keys.escape);
  await wizard.waitFor(/0\/7 settled/u);
  expect((await place.stored(id)).handoff.size).toBeUndefined();
  await ask();
  wizard.write(keys.enter);
  await wizard.waitFor(/It is one host: \d+ items fewer/u);
  await wizard.waitFor('not asked of one host');
  expect((await place.stored(id)).handoff.size).toBe('one-host');
});
