// What people write that Markdown does not know, or that is broken: it loads, and a notice tells.
import {expect, test} from 'vitest';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {stepsOf} from '../../source/playbook/walk.ts';
import {fixturePath, readFixture} from './fixtures.ts';
import {toldLines} from './told-lines.ts';

function read(name: string) {
  return parsePlaybook(readFixture(`repairs/${name}.md`), `${name}.md`);
}

const lines = (name: string) => toldLines(read(name));

function noticesOf(name: string): string[] {
  return read(name).notices.map(({message, position}) => `${position.line}: ${message}`);
}

test('times of day are lengths of agenda blocks', () => {
  expect(lines('agenda-clock-times')).toEqual([
    '# Agenda',
    '[ ] Welcome 15–15 min',
    '[ ] Walkthrough 45–45 min',
    '[ ] Q&A 30–30 min',
  ]);
  expect(stepsOf(read('agenda-clock-times')).map(({step}) => step.screen)).toEqual(['agenda']);
});

test('boxes without a blank or a bullet are boxes', () => {
  expect(lines('box-typos')).toEqual([
    '# Typos',
    '[ ] no space after dash',
    '[ ] no space in box',
    '[x] wide x',
    '[ ] no bullet',
    '[x] no bullet, done',
    '[ ] unicode box line',
    '[x] unicode box line, done',
  ]);
});

test('signs of boxes are boxes, and what is struck out is not applicable', () => {
  expect(lines('unicode-boxes')).toEqual([
    '# Boxes',
    '[ ] open',
    '[x] done',
    '[x] done too',
    '[ ] open too',
    '[-] struck out',
  ]);
});

test('front matter that is no YAML is told with its line, and the list loads', () => {
  expect(read('front-matter-invalid-yaml').title).toBe('Go live');
  expect(lines('front-matter-invalid-yaml')).toEqual(['# Go live', '[ ] Tell support']);
  expect(noticesOf('front-matter-invalid-yaml')).toEqual([
    expect.stringMatching(/^2: The front matter is not read, since it is not valid YAML: /u),
  ]);
});

test('steps of another tool in the front matter are told with their line', () => {
  expect(lines('front-matter-foreign-steps')).toEqual(['# Go live', '[ ] Tell support']);
  expect(noticesOf('front-matter-foreign-steps')).toEqual([
    '2: "steps" in the front matter is of another tool, so it is not used.',
  ]);
});

test('an empty heading of links is no title', () => {
  expect(read('empty-links-heading-as-title').title).toBe('empty-links-heading-as-title');
});

test('quick actions are told, and stay a note', () => {
  expect(noticesOf('gitlab-quick-actions')).toEqual([
    '5: 3 lines are quick actions of GitLab; nothing runs them here.',
  ]);
  expect(lines('gitlab-quick-actions').slice(0, 2)).toEqual(['# Flag', '[ ] Enable it']);
});

test('entries that are ticked in the file are told', () => {
  expect(noticesOf('pre-ticked')).toEqual([
    '3: 1 entry is ticked in the file; a handoff starts with it done.',
  ]);
});

test('context, introduction, gotchas and links are kept apart from the work', () => {
  const {context, phases, gotchas, links} = read('context-gotchas-links');
  expect(context).toBe('Read this first: never restart node 3.');
  expect(phases[0]?.introduction).toBe('Take the pager before you start.');
  expect(gotchas.map(({text}) => text)).toEqual(['Node 3 holds the lease']);
  expect(links).toMatchObject([{text: 'Wiki', url: 'https://wiki.example.com'}]);
});

test('a step below another heading has the title of both', () => {
  expect(stepsOf(read('long-prefix-titles')).map(({step}) => step.title)).toEqual([
    '1 Week Before Go-Live: Deployment Preparation',
    '1 Week Before Go-Live: Communication',
  ]);
});

test('a secret in the file is left out and told', async () => {
  const playbook = await loadPlaybook(fixturePath('repairs/secret-in-item.md'));
  expect(JSON.stringify(playbook)).not.toContain('hunter2hunter2');
  expect(playbook.notices.map(({position}) => position.line)).toEqual([1, 3]);
});

test('entries in a code block are told with their line', () => {
  expect(noticesOf('template-in-fence')).toEqual([
    '5: 2 entries lie in a code block, and are not taken; take the fence away to have them.',
  ]);
});

test('a code block that is never closed ends where Markdown goes on, and is told', () => {
  expect(lines('unclosed-fence')).toEqual([
    '# F',
    '[ ] a',
    '  | ```sh',
    '  | make',
    '  | ```',
    '  $ make',
    '# Later',
    '[ ] b',
    '[ ] c',
  ]);
  expect(noticesOf('unclosed-fence')).toEqual([
    '5: This code block is never closed; from line 8 on it is read as Markdown again.',
  ]);
});
