import {expect, test, vi} from 'vitest';
import type {TextAsk} from '../../../source/wizard/asking/ask.ts';
import {line} from '../../../source/wizard/list/line.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {asked, footer, openAsk} from './open-ask.tsx';

const reason: TextAsk = {
  label: 'Reason',
  hint: 'The document prints it.',
  problemWith: (text) =>
    text.length < 8 ? `At least 8 letters; "${text}" has too few.` : undefined,
};

const {enter, escape, down, up, tab, shiftTab, backspace} = keys;

test('the question stands under the step with its hint, and the footer says what the keys do', async () => {
  await using part = await openAsk((ask) => ask(reason));
  expect(asked(part)).toMatch(/^The step below\n+─+\nReason:\nThe document prints it\.$/);
  expect(footer(part)).toBe(' ⏎ save · Esc leave it');
});

test('Enter answers with what was typed, without blanks around it', async () => {
  await using part = await openAsk((ask) => ask(reason));
  await part.press('  Not needed here ', enter);
  expect(asked(part)).toBe('The step below\ncame to: "Not needed here"');
});

test('Esc leaves the question without an answer', async () => {
  await using part = await openAsk((ask) => ask(reason));
  await part.press('Not needed here', escape);
  expect(asked(part)).toBe('The step below\ncame to: nothing');
});

test('an answer that is refused stays in the field with the reason, until the next key', async () => {
  await using part = await openAsk((ask) => ask(reason));
  await part.press('short', enter);
  expect(asked(part)).toContain('Reason: short\nAt least 8 letters; "short" has too few.');
  await part.press(' not');
  expect(asked(part)).toContain('Reason: short not\nThe document prints it.');
  await part.press(enter);
  expect(asked(part)).toContain('came to: "short not"');
});

test('a paste becomes one line', async () => {
  await using part = await openAsk((ask) => ask(reason));
  await part.paste('Two\r\nlines\tand more');
  await part.press(enter);
  expect(asked(part)).toContain('came to: "Two lines and more"');
});

test('letters that are keys elsewhere are text', async () => {
  await using part = await openAsk((ask) => ask(reason));
  await part.press('why? q:t/u and so on', enter);
  expect(asked(part)).toContain('came to: "why? q:t/u and so on"');
});

test('what it begins with can be changed, and what is secret is never drawn', async () => {
  await using part = await openAsk(async (ask) => [
    await ask({label: 'Owner', hint: 'Who has it.', initialText: 'Lee Nowak'}),
    await ask({label: 'Token', hint: 'Kept until you leave.', isSecret: true}),
  ]);
  expect(asked(part)).toContain('Owner: Lee Nowak');
  await part.press(backspace.repeat(5), 'Novak', enter);
  await part.press('s3cret');
  expect(asked(part)).toContain('Token: ······');
  expect(asked(part)).not.toContain('s3cret');
  await part.press(ctrl('u'), 'other', enter);
  expect(asked(part)).toContain('came to: ["Lee Novak","other"]');
});

test('how the text is understood is said at every key, in the place of the hint', async () => {
  const echo = (text: string) =>
    text === '' ? undefined : ({text: `${text.length} letters`, token: 'accent'} as const);
  await using part = await openAsk((ask) => ask({label: 'Name', hint: 'First and last.', echo}));
  await part.press('abc');
  expect(asked(part)).toContain('Name: abc\n3 letters');
  await part.press(backspace.repeat(3));
  expect(asked(part)).toContain('Name:\nFirst and last.');
});

test('what could not be kept leaves the question as it is, and Enter twice keeps once', async () => {
  const {promise, resolve} = Promise.withResolvers<boolean>();
  const keep = vi
    .fn<(text: string) => Promise<boolean>>()
    .mockReturnValueOnce(promise)
    .mockResolvedValue(true);
  await using part = await openAsk((ask) => ask({label: 'Note', hint: 'Internal.', keep}));
  await part.press('a note', enter, enter);
  expect(keep.mock.calls).toEqual([['a note']]);
  resolve(false);
  await part.settle();
  expect(asked(part)).toContain('Note: a note\nInternal.');
  await part.press(enter);
  expect(asked(part)).toContain('came to: "a note"');
});

test('a keeping that fails keeps the question open as well', async () => {
  const keep = vi.fn<() => Promise<boolean>>().mockRejectedValue(new Error('The disk is full.'));
  await using part = await openAsk((ask) => ask({label: 'Note', hint: 'Internal.', keep}));
  await part.press('a note', enter);
  await part.settle();
  expect(asked(part)).toContain('Note: a note');
});

test('a question about a question comes first, and the first one still has its text', async () => {
  await using part = await openAsk((ask) =>
    ask({
      label: 'Outcome',
      hint: 'What came of it.',
      keep: async () =>
        (await ask({
          label: 'Say why',
          hint: 'It stays on record.',
          about: {title: 'This makes less of it', lines: () => [line('A result was shown.')]},
        })) !== undefined,
    }),
  );
  await part.press('done by hand', enter);
  expect(asked(part)).toMatch(/^This makes less of it\n\nA result was shown\.\n[^]*Say why:/);
  expect(asked(part)).not.toContain('Outcome');
  await part.press('because', escape);
  expect(asked(part)).toContain('Outcome: done by hand\nWhat came of it.');
  await part.press(enter, 'because', enter);
  await part.settle();
  expect(asked(part)).toContain('came to: "done by hand"');
});

const names = ['Mina Okafor', 'Lee Novak', 'Ana Ruiz', 'Sam Ito', 'Jo Kim', 'Eva Li'];
const owner: TextAsk = {
  label: 'Owner',
  hint: 'Who has it.',
  offers: names.map((value) => ({value, detail: 'on call'})),
};

test('what is offered stands under the field, four at a time, and scrolls with the cursor', async () => {
  await using part = await openAsk((ask) => ask(owner));
  expect(footer(part)).toBe(' ⏎ save · ↓ those known · Esc leave it');
  expect(asked(part)).toContain('Owner:\n  Mina Okafor  on call\n  Lee Novak  on call\n');
  expect(asked(part)).not.toContain('Jo Kim');
  await part.press(down, down, tab, tab, down);
  expect(asked(part)).toMatch(/❯ Jo Kim/);
  await part.press(down, down, down, up, shiftTab);
  expect(asked(part)).toMatch(/❯ Sam Ito/);
  await part.press(enter);
  expect(asked(part)).toContain('came to: "Sam Ito"');
});

test('typing narrows what is offered, by a later word as well; what nobody is called is taken as typed', async () => {
  await using part = await openAsk((ask) => ask(owner));
  await part.press('ok');
  expect(asked(part)).toMatch(/Owner: ok\n {2}Mina Okafor/);
  expect(asked(part)).not.toContain('Lee Novak');
  await part.press('x');
  expect(asked(part)).toContain('Nobody known: it is taken as typed.');
  await part.press(down, enter);
  expect(asked(part)).toContain('came to: "okx"');
});

test('typing after a choice takes the choice away', async () => {
  await using part = await openAsk((ask) => ask(owner));
  await part.press(down);
  await part.press('Lee', enter);
  expect(asked(part)).toContain('came to: "Lee"');
});

test('where one has to be named, Enter in the empty field takes the first', async () => {
  await using part = await openAsk((ask) => ask({...owner, takesFirst: true}));
  expect(asked(part)).toContain('❯ Mina Okafor');
  await part.press(enter);
  expect(asked(part)).toContain('came to: "Mina Okafor"');
});

test('an offer that is refused is said to be, and the field stays', async () => {
  const problemWith = (name: string) =>
    name === 'Mina Okafor' ? 'Mina Okafor cannot approve what she runs.' : undefined;
  await using part = await openAsk((ask) => ask({...owner, problemWith}));
  await part.press(down, enter);
  expect(asked(part)).toContain('Mina Okafor cannot approve what she runs.');
});

test('at 60×16 a long reason and a long hint are both seen', async () => {
  const hint =
    'What the customer is told about it, in a sentence or two, as the document prints it.';
  await using part = await openAsk((ask) => ask({label: 'Reason', hint}), {cols: 60, rows: 16});
  await part.press('The operations team has run two other systems of ours since 2024');
  const text = asked(part);
  expect(text).toMatch(/Reason: \S.*systems of ours since 2024\n/);
  expect(text.replaceAll('\n', ' ')).toContain(hint);
  for (const row of part.screenText()) expect(row.length).toBeLessThanOrEqual(60);
});

test('what a question is about can be paged through while the answer is typed', async () => {
  const lines = () => Array.from({length: 40}, (_, index) => line(`Gap ${index}`));
  const about = {title: 'Accepted with gaps', lines};
  await using part = await openAsk((ask) => ask({label: 'Reason', hint: 'On record.', about}));
  expect(asked(part)).toMatch(/^Accepted with gaps\n\nGap 0\n[^]*more · PgUp PgDn/);
  const seen = new Set(part.screenText().map((row) => row.trim()));
  await part.press('known');
  for (let page = 0; page < 6; page += 1) {
    await part.press(keys.pageDown);
    for (const row of part.screenText()) seen.add(row.trim());
  }
  for (let index = 0; index < 40; index += 1) expect(seen).toContain(`Gap ${index}`);
  await part.press(' to all', keys.pageUp, enter);
  expect(asked(part)).toContain('came to: "known to all"');
});

test('a terminal that gets too small and large again with a question open loses nothing', async () => {
  await using part = await openAsk((ask) => ask(reason));
  await part.press('a reason that took a while');
  for (const cols of [1, 2, 5, 20, 33]) {
    await part.resize(cols, 20);
    await part.resize(cols, 1);
  }
  await part.resize(80, 24);
  expect(asked(part)).toContain('Reason: a reason that took a while');
  expect(footer(part)).toContain('Esc leave it');
});
