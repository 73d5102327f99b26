import {expect, test, vi} from 'vitest';
import {usualCalendar} from '../../../source/handoff/time/business-calendar.ts';
import {dateAsk} from '../../../source/wizard/asking/date-ask.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {asked, openAsk} from './open-ask.tsx';

const {enter, backspace} = keys;

/** A Wednesday. */
const today = '2026-11-25';

type Options = Partial<Parameters<typeof dateAsk>[0]>;

/** Asks for a day, and gives those that it was asked to keep. */
async function openDate(options: Options = {}) {
  const days: string[] = [];
  const part = await openAsk((ask) =>
    ask(
      dateAsk({
        label: 'Due',
        today,
        calendar: usualCalendar,
        keepDay(day) {
          days.push(day);
          return Promise.resolve(true);
        },
        ...options,
      }),
    ),
  );
  return {part, days};
}

test.each([
  ['today', '2026-11-25', 'Wed 25 Nov 2026, today'],
  ['fri', '2026-11-27', 'Fri 27 Nov 2026, in 2 days'],
  ['+3', '2026-11-28', 'Sat 28 Nov 2026, in 3 days: a Saturday'],
  ['3 Dec', '2026-12-03', 'Thu 3 Dec 2026, in 8 days'],
  ['2026-12-24', '2026-12-24', 'Thu 24 Dec 2026, in 29 days'],
])('"%s" is said to be %s before it is kept', async (typed, day, words) => {
  const {part, days} = await openDate();
  await using _ = part;
  await part.press(typed);
  expect(asked(part)).toContain(`Due: ${typed}\n${words}`);
  await part.press(enter);
  await part.settle();
  expect(days).toEqual([day]);
});

test('what is no day, and what is past, stays in the field with what can be typed', async () => {
  const {part, days} = await openDate();
  await using _ = part;
  await part.press(enter);
  expect(asked(part)).toContain('A day is needed.');
  await part.press('someday', enter);
  expect(asked(part)).toMatch(/Due: someday\n.*someday/);
  await part.press(ctrl('u'), '2026-11-20', enter);
  expect(asked(part)).toMatch(/Due: 2026-11-20\n2026-11-20 is in the past/);
  await part.press(backspace.repeat(2), '30', enter);
  await part.settle();
  expect(days).toEqual(['2026-11-30']);
});

test('a day that lies behind: a weekday is the last one', async () => {
  const {part, days} = await openDate({isPast: true});
  await using _ = part;
  await part.press('fri', enter);
  await part.settle();
  expect(days).toEqual(['2026-11-20']);
});

test('where no day is an answer, the empty field takes it away', async () => {
  const {part, days} = await openDate({isOptional: true, initialText: '2026-12-01'});
  await using _ = part;
  await part.press(ctrl('u'), enter);
  await part.settle();
  expect(days).toEqual(['']);
});

test('what else is wrong with a day is said of the day that was meant', async () => {
  const problemWithDay = vi.fn((day: string) =>
    day > '2026-12-01' ? 'The transition ends on 1 December.' : undefined,
  );
  const {part, days} = await openDate({problemWithDay});
  await using _ = part;
  await part.press('+10', enter);
  expect(asked(part)).toContain('Due: +10\nThe transition ends on 1 December.');
  await part.press(backspace.repeat(2), '2', enter);
  await part.settle();
  expect(problemWithDay.mock.calls).toEqual([['2026-12-05'], ['2026-11-27']]);
  expect(days).toEqual(['2026-11-27']);
});
