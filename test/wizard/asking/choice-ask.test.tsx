import {expect, test} from 'vitest';
import type {ChoiceAsk} from '../../../source/wizard/asking/ask.ts';
import {line} from '../../../source/wizard/list/line.ts';
import {keys} from '../../harness/keys.ts';
import {asked, footer, openAsk} from './open-ask.tsx';

const {down, up, enter, escape} = keys;

function choiceOf(count: number, more: Partial<ChoiceAsk> = {}): ChoiceAsk {
  const choices = Array.from({length: count}, (_, index) => ({
    value: `value ${index}`,
    label: `Label ${index}`,
  }));
  return {label: 'Which one?', hint: 'It can be changed later.', choices, ...more};
}

test('choices have the page to themselves, and Enter takes the one under the cursor', async () => {
  await using part = await openAsk((ask) => ask(choiceOf(3)));
  expect(asked(part)).toBe('Which one?\nIt can be changed later.\n❯ Label 0\n  Label 1\n  Label 2');
  expect(footer(part)).toBe(' ⏎ choose · Esc leave it');
  await part.press(down, down, up, enter);
  expect(asked(part)).toBe('The step below\ncame to: "value 1"');
});

test('Esc leaves the choices', async () => {
  await using part = await openAsk((ask) => ask(choiceOf(3)));
  await part.press(down, escape);
  expect(asked(part)).toBe('The step below\ncame to: nothing');
});

test.each([
  {cols: 80, rows: 24},
  {cols: 60, rows: 16},
])('at $cols×$rows more choices than fit scroll, and the last one can be taken', async (size) => {
  await using part = await openAsk((ask) => ask(choiceOf(60)), size);
  const seen = new Set<string>();
  for (let index = 0; index < 60; index += 1) {
    const row = part.screenText().find((one) => one.includes('❯'));
    seen.add(row?.trim() ?? '');
    if (index < 59) await part.press(down);
  }
  expect([...seen]).toEqual(Array.from({length: 60}, (_, index) => `❯ Label ${index}`));
  await part.press(enter);
  expect(asked(part)).toContain('came to: "value 59"');
});

test('what the choice is about stands over it and is paged through without moving the choice', async () => {
  const lines = () => Array.from({length: 30}, (_, index) => line(`Fact ${index}`));
  const ask = choiceOf(3, {about: {title: 'The decision', lines}});
  await using part = await openAsk((person) => person(ask));
  expect(asked(part)).toMatch(/^The decision\n\nFact 0\n[^]*Which one\?\n[^]*❯ Label 0/);
  const seen = new Set<string>();
  for (let page = 0; page < 5; page += 1) {
    for (const row of part.screenText()) seen.add(row.trim());
    await part.press(keys.pageDown);
  }
  for (const row of part.screenText()) seen.add(row.trim());
  for (let index = 0; index < 30; index += 1) expect(seen).toContain(`Fact ${index}`);
  expect(asked(part)).toContain('❯ Label 0');
  await part.press(down, enter);
  expect(asked(part)).toContain('came to: "value 1"');
});

test('a choice that cannot be kept stays open', async () => {
  const ask = choiceOf(2, {keep: (answer) => Promise.resolve(answer === 'value 1')});
  await using part = await openAsk((person) => person(ask));
  await part.press(enter);
  await part.settle();
  expect(asked(part)).toContain('❯ Label 0');
  await part.press(down, enter);
  await part.settle();
  expect(asked(part)).toContain('came to: "value 1"');
});
