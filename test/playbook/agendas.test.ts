// Agendas as people write them: lists, tables and headings that say when, or how long.
import {describe, expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {stepsOf} from '../../source/playbook/walk.ts';

function stepsIn(...lines: readonly string[]) {
  return stepsOf(parsePlaybook(`# T\n\n${lines.join('\n')}\n`, 'x.md')).map(({step}) => step);
}

function blocksIn(...lines: readonly string[]) {
  const [step] = stepsIn(...lines);
  expect(step?.screen).toBe('agenda');
  return step?.items.map(({text, minutes}) => [text, minutes?.min, minutes?.max]);
}

describe('a list', () => {
  test('says in one bracket who and how long', () => {
    expect(
      blocksIn(
        '## Agenda',
        '1. Roll call (1m, Kim)',
        '1. Report (Sam Roe, 25 minutes)',
        '1. Any other',
      ),
    ).toEqual([
      ['Roll call (Kim)', 1, 1],
      ['Report (Sam Roe)', 25, 25],
      ['Any other', undefined, undefined],
    ]);
  });

  test('names noon, and figures alone among other times', () => {
    expect(
      blocksIn(
        '## Monday',
        '- 9-9:30\tHello',
        '- 11:15-noon Review',
        '- noon-1 Lunch',
        '- 1-2 Demo',
      ),
    ).toEqual([
      ['Hello', 30, 30],
      ['Review', 45, 45],
      ['Lunch', 60, 60],
      ['Demo', 60, 60],
    ]);
  });

  test('without a time is no block of the agenda beside it', () => {
    const [step] = stepsIn(
      '## Agenda',
      '- Link all you show',
      '',
      'Then:',
      '',
      '1. A (5 min)',
      '1. B (5 min)',
    );
    expect(step?.items.map(({text}) => text)).toEqual(['A', 'B']);
    expect(step?.texts?.map(({markdown}) => markdown)).toEqual(['- Link all you show', 'Then:']);
  });

  test('of figures is none', () => {
    const [step] = stepsIn('## People', '- 1-2 people for the desk', '- 3-4 people for the door');
    expect(step?.screen).toBe('checklist');
  });
});

test.each(['Time slot', 'Timebox', 'Allotted time', 'Start time', 'Zeit', '時間'])(
  'a table with a column called %s',
  (header) => {
    expect(
      blocksIn(
        '## Day',
        `| ${header} | Topic |`,
        '|---|---|',
        '| 9:00 - 9:20 | Hello |',
        '| | Break |',
      ),
    ).toEqual([
      ['Hello', 20, 20],
      ['Break', undefined, undefined],
    ]);
  },
);

test('headings with minutes are blocks with all that stands below them', () => {
  const steps = stepsIn(
    '## Meeting agenda & notes',
    '### 1. Scope (20 min)',
    '- In scope',
    '',
    '**Questions raised:**',
    '- What of the old system?',
    '',
    '### 2. Next steps (10 min)',
    '- Dates',
  );
  expect(steps).toHaveLength(1);
  expect(steps[0]?.items).toMatchObject([
    {
      text: '1. Scope',
      minutes: {min: 20},
      children: [
        {text: 'In scope'},
        {text: 'Questions raised', children: [{text: 'What of the old system?'}]},
      ],
    },
    {text: '2. Next steps', minutes: {min: 10}},
  ]);
});

test('bold lines with a name and minutes are blocks', () => {
  expect(
    blocksIn(
      '## Agenda',
      '**Storage** (Kim) -- 10/15 min',
      '- Folders',
      '',
      '**Rights** (Sam - 5 min)',
      '- Roles',
    ),
  ).toEqual([
    ['Storage (Kim)', 10, 15],
    ['Rights (Sam)', 5, 5],
  ]);
});

test('headings with minutes and boxes below stay steps', () => {
  const steps = stepsIn(
    '## Plan',
    '### Move (20 min)',
    '- [ ] Copy',
    '### Switch (10 min)',
    '- [ ] Point',
  );
  expect(steps.map(({screen, minutes}) => [screen, minutes?.min])).toEqual([
    ['checklist', 20],
    ['checklist', 10],
  ]);
});
