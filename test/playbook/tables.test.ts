// Tables that people keep checklists in, and those that are only to be read.
import {expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {stepsOf} from '../../source/playbook/walk.ts';
import {toldLines} from './told-lines.ts';

function read(...rows: readonly string[]) {
  return parsePlaybook(`# T\n\n## Part\n\n${rows.join('\n')}\n`, 'x.md');
}

test('columns fill owner, day, status and evidence; the others are details', () => {
  const playbook = read(
    '| # | Task | Owner | Due | Status | Evidence | Notes |',
    '|---|---|---|---|---|---|---|',
    '| 1 | Back up | @sam | 2026-12-01 | Done | [log](https://log.example.com/1) | nightly |',
    '| 2 | Restore | TBD | next week | In progress | | |',
    '| 3 | Fail over | Kim | | N/A | | |',
  );
  expect(toldLines(playbook)).toEqual([
    '# Part',
    '[x] Back up @sam 2026-12-01',
    '  | Evidence: [log](https://log.example.com/1)',
    '  | ',
    '  | Notes: nightly',
    '[ ] Restore',
    '  | Owner: TBD',
    '  | ',
    '  | Due: next week',
    '  | ',
    '  | Status: In progress',
    '[-] Fail over @Kim',
  ]);
  expect(stepsOf(playbook)[0]?.step.items[0]).toMatchObject({
    evidence: ['https://log.example.com/1'],
    links: [{url: 'https://log.example.com/1'}],
  });
});

test('a bold row names the rows that follow', () => {
  const playbook = read(
    '| Item | Done |',
    '|---|---|',
    '| **Network** | |',
    '| Ports open | ☐ |',
    '| **Disks** | |',
    '| Room left | ☑ |',
  );
  expect(toldLines(playbook)).toEqual([
    '# Part',
    'prose: **Network**',
    '[ ] Ports open',
    'prose: **Disks**',
    '[x] Room left',
  ]);
});

test.each([
  ['a box in a cell', '| | What |', '| [ ] | Ports open |'],
  ['a box behind', '| What | OK? |', '| Ports open | ☐ |'],
  ['a box in the text', '| Check |', '| [ ] Ports open |'],
  ['a column called step', '| Step | |', '| Ports open | |'],
  ['another language', '| Aufgabe | |', '| Ports open | |'],
  ['a status that is still empty', '| What | Status |', '| Ports open | |'],
])('is work by %s', (_, head, row) => {
  const line = head.replaceAll(/[^|]+/gu, '---');
  expect(toldLines(read(head, line, row))).toContain('[ ] Ports open');
});

test.each([
  ['of people', '| Name | Phone |', '| Kim | 123 |'],
  ['with room to write', '| Action | Owner |', '|  |  |'],
  ['of status codes', '| Status | Meaning |', '| 404 | Not found |'],
])('a table %s is read', (_, head, row) => {
  const line = head.replaceAll(/[^|]+/gu, '---');
  const [, text, reading] = toldLines(read(head, line, row));
  expect([text, reading]).toEqual([`table: ${head}\n${line}\n${row}`, '(read) Read "Part"']);
});

test.each([
  ['lengths', '10 min', '30 min'],
  ['times from and to', '09:00–09:10', '09:10–09:40'],
  ['starts', '9:00', '9:10'],
])('a table of %s and topics is an agenda', (_, first, second) => {
  const playbook = read(
    '| Time | Topic |',
    '|---|---|',
    `| ${first} | Intro |`,
    `| ${second} | Tour |`,
  );
  const [place] = stepsOf(playbook);
  expect(place?.step.screen).toBe('agenda');
  expect(place?.step.items.map(({text, minutes}) => [text, minutes?.max])[0]).toEqual([
    'Intro',
    10,
  ]);
});

test('a list of advice is work, and what is optional in it is so', () => {
  const playbook = read(
    '| Topic | Priority | Details |',
    '|---|---|---|',
    '| Long passwords | Essential | Use a manager |',
    '| A key of hardware | Optional | Costs money |',
  );
  expect(stepsOf(playbook)[0]?.step.items.map(({text, isOptional}) => [text, isOptional])).toEqual([
    ['Long passwords', false],
    ['A key of hardware', true],
  ]);
});

test.each([
  [
    'settings that are needed or not',
    '| Variable | Needed |',
    '| A | Required |',
    '| B | Optional |',
  ],
  [
    'whose task is what',
    '| Role | Owner | Tasks |',
    '| Lead | Kim | Plans |',
    '| Ops | Sam | Runs |',
  ],
])('a table of %s is read', (_, head, ...rows) => {
  const playbook = read(head, head.replaceAll(/[^|]+/gu, '---'), ...rows);
  expect(stepsOf(playbook)[0]?.step).toMatchObject({
    texts: [{kind: 'table'}],
    items: [{isReading: true}],
  });
});

test('figures and ids are no names of rows', () => {
  expect(
    toldLines(read('| Step | Action | Expected |', '|---|---|---|', '| 1 | Stop it | It stops |')),
  ).toEqual(['# Part', '[ ] Stop it', '  | Expected: It stops']);
  expect(
    toldLines(
      read(
        '| Control ID | Control title | Status |',
        '|---|---|---|',
        '| C1.2 | Backups | Planned |',
      ),
    ),
  ).toEqual(['# Part', '[ ] Backups', '  | Control ID: C1.2', '  | ', '  | Status: Planned']);
});

test('room for an owner is no owner', () => {
  const playbook = read('| Task | Owner |', '|---|---|', '| Back up | [Name] |', '| 復旧 | Kim |');
  expect(stepsOf(playbook)[0]?.step.items.map(({owner}) => owner)).toEqual([undefined, 'Kim']);
});
