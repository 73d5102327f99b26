import * as fc from 'fast-check';

const text = fc
  .array(
    fc.constantFrom(
      'Check',
      'the node',
      'Rotate keys',
      '`kubectl get pods`',
      '**bold**',
      '*soft*',
      '[link](https://a.example/x)',
      '漢字の確認',
      'فحص النظام',
      '🚀',
      'ümläut',
      'a | b',
      'x_y_z',
      '2 < 3',
      '(optional)',
      '(10 min)',
      'sessions, cookies',
      'zero\u200Bwidth',
      'non\u00A0breaking',
      'it is: so.',
      '~~half~~ of it',
      'C:\\temp',
      'if applicable',
      '50 % "done"',
    ),
    {minLength: 1, maxLength: 4},
  )
  .map((words) => words.join(' '));

const box = fc.constantFrom(
  '[ ] ',
  '[ ] ',
  '[x] ',
  '[X] ',
  '[] ',
  '[ x ] ',
  '[/] ',
  '[-] ',
  '\\[ \\] ',
  '☐ ',
  '☑ ',
  '⬜ ',
  '✅ ',
  '✔️ ',
  '🔲 ',
  ':white_check_mark: ',
  ':white_large_square: ',
  '<input type="checkbox"> ',
  '',
  '',
);
const bullet = fc.constantFrom(
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '-',
  '• ',
  '',
  '-   ',
  '> - ',
  '-\t',
);
const tail = fc.constantFrom(
  '',
  '',
  '',
  '  ',
  ' @sam',
  ' (owner: Sam Ito)',
  ' (owner: )',
  ' 📅 2026-03-04',
  ' (due: 2026-03-04)',
  ' [due:: 2026-03-04]',
  ' Owner: Sam',
  ' Due: 2026-05-06',
  ' (due: TBD)',
);
const indent = fc.constantFrom('', '', '', '  ', '    ', '\t');
const entry = fc
  .tuple(indent, bullet, box, fc.boolean(), text, tail)
  .map(
    ([gap, mark, sign, isStruck, words, end]) =>
      gap + mark + sign + (isStruck && words.length % 3 === 0 ? `~~${words}~~` : words) + end,
  );
const below = fc.constantFrom(
  '  Owner:',
  '  - Owner: ____',
  '  **Due:** TBD',
  '  Evidence:',
  '  a note below',
  '  ```sh\n  echo ok\n  ```',
  '      code by indent',
  '  ☐ loose box',
);
const list = fc
  .array(fc.oneof({weight: 5, arbitrary: entry}, {weight: 1, arbitrary: below}), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => lines.join('\n'));

const cell = fc.constantFrom(
  '',
  ' ',
  'a',
  '[ ]',
  '[x]',
  '☐',
  '✅',
  'Done',
  'Open',
  'TODO',
  'n/a',
  'x',
  'Sam',
  '@sam',
  '2026-03-04',
  'tbd',
  'https://a.example/p',
  'a \\| b',
  '`x`',
  '**Group**',
  '<br>below',
  'offen',
  'erledigt',
  '10 min',
);
const header = fc.constantFrom(
  '',
  'Task',
  'Status',
  'Done',
  'Owner',
  'Due',
  'Evidence',
  'Check',
  '✓',
  '#',
  'Level 1',
  'Time',
  'Stand',
);
const table = fc.integer({min: 1, max: 4}).chain((width) =>
  fc
    .tuple(
      fc.array(header, {minLength: width, maxLength: width}),
      fc.array(fc.array(cell, {minLength: width, maxLength: width + 1}), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.constantFrom('| ', '|', ''),
    )
    .map(([heads, rows, edge]) => {
      const close = edge.split('').toReversed().join('');
      const line = (cells: readonly string[]) =>
        edge + cells.join(edge === '|' ? '|' : ' | ') + close;
      return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
    }),
);

const other = fc.oneof(
  fc
    .tuple(fc.constantFrom('# ', '## ', '### ', '#### '), text)
    .map(([mark, words]) => mark + words),
  fc.constantFrom(
    '**Agenda** 60 min',
    '## Gotchas',
    '## Links',
    '## Session',
    '# Context',
    'Under\n=====',
    '## What is next?',
    '---',
    '***',
    '<details>\n<summary>More</summary>',
    '</details>',
    '<!-- a comment -->',
    '```sh\nkubectl get pods\n- [ ] no task\n```',
    '~~~\nopen fence',
    '> a quote\n> - [ ] in it',
    '[ref]: https://a.example',
    'password: hunter2hunter2Xk9',
    'Text between, on\ntwo lines.',
    '1. **Intro** (10 min)\n   - topic\n2. **Tour** (20 min)',
    '09:00 Welcome\n09:30 End',
  ),
);
const block = fc.oneof(
  {weight: 5, arbitrary: list},
  {weight: 2, arbitrary: table},
  {weight: 2, arbitrary: other},
);
const front = fc.constantFrom(
  '',
  '',
  '',
  '---\ntitle: Mine\n---\n',
  '---\nfoo: [\n---\n',
  '+++\na = 1\n+++\n',
);
const ends = fc.constantFrom('\n', '\n', '\r\n', '\r', 'mixed');

/** A checklist of all shapes, with its line ends; each has at least one task. */
export const checklist = fc
  .tuple(fc.boolean(), front, fc.array(block, {minLength: 1, maxLength: 8}), ends, fc.boolean())
  .map(([hasMark, start, blocks, end, isEnded]) => {
    const whole = `${start}${['- [ ] first of all', ...blocks].join('\n\n')}${isEnded ? '\n' : ''}`;
    const lines = whole.split('\n');
    const ended = lines.map((line, at) => {
      const own = end === 'mixed' ? (['\n', '\r\n', '\r'][at % 3] ?? '\n') : end;
      return at === lines.length - 1 ? line : line + own;
    });
    return (hasMark ? '\uFEFF' : '') + ended.join('');
  });
