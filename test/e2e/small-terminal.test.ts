import {expect, test} from 'vitest';
import {ctrl, keys} from '../harness/keys.ts';
import type {Wizard} from '../harness/wizard.tsx';
import {makePlace} from './place.ts';
import {openFirstText} from './steps.ts';

const tooSmall = /This terminal is \d+×\d+\.[^]*needs 60×16\./;

async function shrinkTo(wizard: Wizard, cols: number, rows: number): Promise<void> {
  wizard.resize(cols, rows);
  await wizard.waitFor((screen) => {
    const text = screen.join(' ').replaceAll(/\s+/g, ' ');
    return text.includes(`is ${cols}×${rows}.`) && !text.includes('Apex');
  });
}

async function shrinkAndGrow(wizard: Wizard): Promise<void> {
  await shrinkTo(wizard, 59, 24);
  await shrinkTo(wizard, 80, 15);
  await shrinkTo(wizard, 20, 5);
  wizard.resize(80, 24);
}

test.concurrent('a terminal too small at the start says what is needed and goes on once it is larger', async () => {
  await using place = makePlace();
  await using wizard = place.open([], {cols: 59, rows: 15});
  await wizard.waitFor(tooSmall);
  wizard.resize(60, 16);
  await wizard.waitFor(/Hand over what you have deployed[^]*❯ Start a handoff/);
  wizard.resize(59, 16);
  await wizard.waitFor(tooSmall);
  wizard.write(ctrl('c'));
  expect(await wizard.exited).toEqual({exitCode: 0, signal: 0});
});

test.concurrent('the form keeps every field through a terminal that was too small', async () => {
  await using place = makePlace();
  await using wizard = await place.openHere();
  await wizard.waitFor('❯ Start a handoff');
  wizard.write(`${keys.enter}Apex Banking${keys.tab}Pay`);
  await wizard.waitFor(/Customer {3}Apex Banking[^]*❯ System {5}Pay/);
  await shrinkAndGrow(wizard);
  await wizard.waitFor(/Customer {3}Apex Banking[^]*❯ System {5}Pay/);
  wizard.write('ments API');
  await wizard.waitFor('❯ System     Payments API');
  expect(await place.files(place.path)).not.toContain('store/handoffs');
});

test.concurrent('the editor and a question keep their text through a terminal that was too small', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Validate every');
  wizard.write('nNot ');
  await wizard.waitFor('Why not applicable: Not');
  await shrinkAndGrow(wizard);
  await wizard.waitFor('Why not applicable: Not');
  wizard.write(`needed${keys.enter}`);
  await wizard.waitFor('❯ – Validate every');
  wizard.write(keys.right);
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write(`wTwo tills${keys.enter}and `);
  await wizard.waitFor(/Two tills[^]*and/);
  await shrinkAndGrow(wizard);
  await wizard.waitFor(/Two tills[^]*and/);
  wizard.write(`a drawer${keys.escape}`);
  await wizard.waitFor('Written: Architecture overview');
  expect((await place.stored(id)).journal.slice(1)).toMatchObject([
    {status: 'not-applicable', reason: 'Not needed'},
    {text: 'Two tills\nand a drawer'},
  ]);
});

test.concurrent('keys that act on a handoff do nothing while nobody can see it', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor('❯ ○ Validate every');
  await shrinkTo(wizard, 40, 10);
  // Ctrl+L takes away what somebody else wrote: by then the keys before it were heard.
  wizard.terminal.write('torn');
  wizard.write(` ${keys.enter}nu${ctrl('l')}`);
  await wizard.waitFor((rows) => !rows.join('').includes('torn'));
  wizard.resize(80, 24);
  await wizard.waitFor('❯ ○ Validate every');
  wizard.write('t');
  await wizard.waitFor('Note:');
  expect((await place.stored(id)).journal).toHaveLength(1);
});

test.concurrent('typing goes on while the terminal is resized, and nothing is lost', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = place.open(['resume']);
  await openFirstText(wizard);
  const words = Array.from({length: 60}, (_, index) => `word${index}`);
  for (const [index, word] of words.entries()) {
    wizard.resize(60 + ((index * 7) % 60), 16 + ((index * 5) % 20));
    wizard.write(`${word} `);
  }
  wizard.resize(80, 24);
  await wizard.waitFor('word59');
  wizard.write(ctrl('s'));
  await wizard.waitFor('Written: Architecture overview');
  expect((await place.stored(id)).journal.at(-1)).toMatchObject({text: `${words.join(' ')} `});
});
