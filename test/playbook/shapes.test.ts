// Checklists in the shapes that public files have, each with what it means.
import {expect, test} from 'vitest';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {agendaMinutes, stepsOf} from '../../source/playbook/walk.ts';
import {readFixture} from './fixtures.ts';
import {toldLines} from './told-lines.ts';

function read(name: string) {
  return parsePlaybook(readFixture(`shapes/${name}.md`), `${name}.md`);
}

const lines = (name: string) => toldLines(read(name));

test('a table with columns of levels: its rows are items, not ticked by their levels', () => {
  const playbook = read('table-level-columns');
  expect(toldLines(playbook)).toEqual([
    '# Upkeep',
    'prose: How easily the team can change it.',
    '[ ] Automatic tests',
    '  | What it means: Each change is tested by a machine.',
    '  | ',
    '  | Level C, Level B, Level A',
    '[ ] Settings from outside',
    '  | What it means: No setting is built in.',
    '  | ',
    '  | Level B, Level A',
  ]);
  const links = playbook.phases[0]?.steps[0]?.items[1]?.links;
  expect(links).toMatchObject([{url: 'https://config.example.com/'}]);
});

test('a table with boxes and folded cells: the summary is the item, and the contents are none', () => {
  expect(lines('table-html-box')).toEqual([
    '# Hosts',
    '[ ] Three zones in use',
    '  | One may fail at a time.',
    '[ ] Dashboard switched on (optional)',
    '  | See [here](https://ui.example.com/).',
    '# Balancing',
    '[ ] Probes answer',
    '  | Only the active node takes traffic.',
  ]);
});

test('a list of contents is read, and nobody ticks it', () => {
  const playbook = read('toc-as-items');
  expect(playbook.context).toContain('[Cutting](#cutting)');
  expect(toldLines(playbook)).toEqual([
    '# Conventions',
    'prose: - Use UTC',
    '(read) Read "Conventions"',
    '# Cutting',
    '[ ] Cut the branch',
  ]);
});

test('plain bullets beside boxes are notes of the task above, with their links', () => {
  const playbook = read('plain-bullets-beside-tasks');
  expect(toldLines(playbook).filter((line) => !line.startsWith('  '))).toEqual([
    '# Head',
    '[ ] Icons: every size is there.',
    '[ ] Title: each page has its own.',
  ]);
  const [icons] = playbook.phases[0]?.steps[0]?.items ?? [];
  expect(icons?.details).toContain('[An icon maker](https://icons.example.com/maker)');
  expect(icons?.links).toHaveLength(2);
  expect(playbook.context).toContain('![Low](https://example.com/low.svg) can wait');
});

test('what stands between two lists stands above the second', () => {
  expect(lines('text-between-lists')).toEqual([
    '# Cutover',
    'prose: Stop traffic first:',
    '[ ] Drain the balancer',
    '[ ] Wait for zero',
    'prose: If the drain hangs, do this instead:',
    '[ ] Kill the pods',
    '[ ] Tell support',
  ]);
});

test('a code block at the margin belongs to the entry above it', () => {
  expect(lines('code-after-item')).toEqual([
    '# Page head',
    '[ ] Encoding is named',
    '  | ```html',
    '  | <meta charset="utf-8">',
    '  | ```',
    '[ ] Width is named',
    '  | ```html',
    '  | <meta name="viewport" content="width=device-width">',
    '  | ```',
  ]);
});

test('a code block of an entry keeps its lines, and each of its commands is one', () => {
  expect(lines('fence-in-item-details')).toEqual([
    '# Run',
    '[ ] Tell the mailing list',
    '  | ```sh',
    '  | # first without sending',
    '  | tell-list --tag v1.0.0',
    '  | tell-list --tag v1.0.0 --really',
    '  | ```',
    '  $ tell-list --tag v1.0.0',
    '  $ tell-list --tag v1.0.0 --really',
  ]);
});

test('a step of prose is read and confirmed', () => {
  const [summary, text, reading, ...others] = lines('prose-only-step');
  expect([summary, reading]).toEqual(['# Summary', '(read) Read "Summary"']);
  expect(text).toMatch(/^prose: The new price list .* they touch anything\.$/u);
  expect(others).toEqual(['# Do', '[ ] Switch it on']);
});

test('headings that ask are texts to write', () => {
  const playbook = read('questions-under-headings');
  expect(stepsOf(playbook).map(({step}) => step.screen)).toEqual(['text']);
  expect(toldLines(playbook)).toEqual([
    '# Overview',
    '[ ] Purpose',
    '  | > Which need of the business does it serve?',
    '  | ',
    '  | _(for example: bills are paid on time)_',
    '[ ] Owner',
    '  | > Which team answers for it?',
  ]);
});

test('optional is said in many ways, and not within a sentence', () => {
  expect(lines('optional-words')).toEqual([
    '# Optional',
    '[ ] Load test (optional)',
    '[ ] Chaos test (optional)',
    '[ ] soak test (optional)',
    '[ ] Load test 5 (optional)',
    '[ ] Load test 6: see wiki (optional)',
    '[ ] brief the CSM (optional)',
    '[ ] Scale out (optional)',
    '[ ] Preserve optional, required and format hints',
  ]);
});

test('words of a session in the name of another thing are no session', () => {
  const {phases, notices} = read('kind-false-friends');
  expect(phases.map(({kind}) => kind)).toEqual(['preparation']);
  expect(notices).toEqual([]);
});

test('a cutover has its phases by their words', () => {
  expect(read('kind-go-live').phases.map(({kind}) => kind)).toEqual([
    'preparation',
    'session',
    'post-handoff',
  ]);
});

test('a table of times and topics is an agenda, with the item beside it', () => {
  const playbook = read('agenda-table');
  expect(toldLines(playbook)).toEqual([
    '# Session agenda',
    '[ ] Intro 10–10 min',
    '[ ] Walkthrough 30–30 min',
    '# Session agenda: to settle',
    '[ ] Book the room',
  ]);
  const [place] = stepsOf(playbook);
  expect(place?.step.screen).toBe('agenda');
  expect(place && agendaMinutes(place.step)).toEqual({min: 40, max: 40});
});
