import {expect, test} from 'vitest';
import {amount} from '../../harness/amount.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {randomFrom} from '../../torture/random.ts';
import {makePlace} from '../place.ts';
import {openFirstText} from '../steps.ts';

const count = amount(200, 20_000);

// Ctrl+C and `q` leave, and Ctrl+X starts an editor that asks: they have tests of their own.
const letters = Array.from(
  'abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789/:?[] .-ä日',
);
const special = [
  ...Object.values(keys),
  ...['g', 'l', 'n', 's', 'z', 'r', 'u'].map(ctrl),
  '\u{1B}',
  '\u{1B}[',
  '\u{1B}]11;rgb:1e1e',
  '\u{1B}P1+r',
  '\u{1B}[M !!',
  '\u{1B}[200~lost',
  '\u{1B}[201~',
  '\u{1B}[27;5;115~',
  '\u{1B}Op',
  '\u{7}',
  '\u{0}',
];
const sizes = [
  [1, 1],
  [80, 24],
  [2, 40],
  [200, 1],
  [60, 16],
  [33, 20],
  [120, 50],
] as const;

test('random keys, sizes and signals end nothing, and what was typed before is kept', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = place.open(['resume'], {env: {EDITOR: 'true'}});
  await openFirstText(wizard);
  wizard.write('Two tills');
  await wizard.waitFor('Two tills');
  wizard.write(keys.escape);
  await wizard.waitFor('Written: Architecture overview');
  const next = randomFrom(4711);
  const pick = <T>(all: readonly T[]): T | undefined => all[next(all.length)];
  const resizeTo = ([cols, rows]: readonly [number, number] = [80, 24]): void =>
    wizard.resize(cols, rows);
  let redrawn = 0;
  wizard.terminal.parser.registerCsiHandler({final: 'J'}, () => {
    redrawn += 1;
    return false;
  });

  /** Resolves once the keys so far are read; a paste or an answer without its end takes Ctrl+L in. */
  async function caughtUp(tries = 5): Promise<void> {
    const before = redrawn;
    wizard.write(ctrl('l'));
    try {
      await wizard.waitFor(() => redrawn > before, {timeout: 5000});
    } catch (error) {
      if (tries === 0) throw error;
      await caughtUp(tries - 1);
    }
  }

  for (let pressed = 0; pressed < count; pressed += 1) {
    const chance = next(100);
    if (chance === 0) resizeTo(pick(sizes));
    else if (chance === 1) wizard.kill(pick(['SIGCONT', 'SIGWINCH', 'SIGTSTP']));
    else wizard.write((chance < 40 ? pick(special) : pick(letters)) ?? '');
    if (pressed % 20 === 0) await caughtUp();
  }
  wizard.resize(80, 24);
  wizard.kill('SIGTERM');
  expect(await wizard.exited).toEqual({exitCode: 143, signal: 0});
  expect(wizard.terminal.buffer.active.type).toBe('normal');
  expect(wizard.terminal.modes.wraparoundMode).toBe(true);
  expect(wizard.terminal.modes.bracketedPasteMode).toBe(false);
  const {journal} = await place.stored(id);
  expect(journal).toContainEqual(
    expect.objectContaining({type: 'item/written', text: 'Two tills'}),
  );
}, 1_800_000);

test('a terminal that is closed ends the wizard, and what was typed is kept', async () => {
  await using place = makePlace();
  await place.start();
  {
    await using wizard = place.open(['resume']);
    await openFirstText(wizard);
    wizard.write('Two tills');
    await wizard.waitFor('Two tills');
    wizard.kill('SIGHUP');
    expect(await wizard.exited).toEqual({exitCode: 129, signal: 0});
  }
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write('w');
  await wizard.waitFor('Two tills');
});
