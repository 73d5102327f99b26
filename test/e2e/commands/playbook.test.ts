import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

interface Shown {
  readonly format: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly notices: readonly {readonly line: number; readonly text: string}[];
  readonly phases: readonly {
    readonly title: string;
    readonly steps: readonly {readonly screen: string; readonly items: readonly object[]}[];
  }[];
  readonly gotchas: readonly unknown[];
  readonly links: readonly unknown[];
}

test.concurrent('playbook show prints the built-in playbook, as text and as data', async () => {
  await using place = makePlace();
  const text = await place.run(['playbook', 'show']);
  expect(text).toMatchObject({exitCode: 0, stderr: ''});
  expect(text.stdout).toContain('Readiness checklist');
  expect(text.stdout).toContain('Train the receiving team · optional');

  const {stdout} = await place.run(['playbook', 'show', '--json']);
  const {phases, gotchas, links} = JSON.parse(stdout) as Shown;
  expect(phases.map(({title}) => title)).toEqual(['Preparation', 'Session', 'Post-handoff']);
  expect(phases[0]?.steps[0]?.items).toHaveLength(7);
  expect(phases.flatMap(({steps}) => steps.map(({screen}) => screen))).toContain('agenda');
  expect(gotchas).toHaveLength(6);
  expect(links).toHaveLength(3);
});

test.concurrent('playbook show reads any checklist', async () => {
  await using place = makePlace();
  await place.write('team.md', '# Go live\n\n- [ ] Tell people\n- [ ] Order a cake (optional)\n');
  const {exitCode, stdout} = await place.run(['playbook', 'show', 'team.md']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Go live$/m);
  expect(stdout).toContain('[ ] Tell people  <tell-people>');
});

test.concurrent.each([
  ['a missing file', 'nowhere.md', 'nowhere.md'],
  ['an empty file', 'empty.md', 'empty.md:1:1'],
  ['a folder', '.', 'workspace'],
])('playbook show of %s names it and gives 2', async (_, file, said) => {
  await using place = makePlace();
  await place.write('empty.md', '');
  const {exitCode, stdout, stderr} = await place.run(['playbook', 'show', file]);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain(said);
});

test.concurrent('a playbook from elsewhere cannot write escape sequences to the terminal', async () => {
  await using place = makePlace();
  await place.write('evil.md', '# A\u{1B}[31mB\n\n- [ ] Take \u{1B}]0;owned\u{7} `ls \u{1B}[2J`\n');
  const {exitCode, stdout} = await place.run(['playbook', 'show', 'evil.md']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('owned');
  expect(stdout).not.toContain('\u{1B}');
});

test.concurrent('playbook show says what was read as what, and what was not taken', async () => {
  await using place = makePlace();
  await place.write(
    'team.md',
    '# Go live\n\n- [x] Tell people\n- [ ] ~~Order a cake~~\n\n## About\n\nWords.\n\n```md\n- [ ] a\n- [ ] b\n```\n',
  );
  const {stdout} = await place.run(['playbook', 'show', 'team.md']);
  expect(stdout).toContain('[-] Order a cake');
  expect(stdout).toContain('2 items (0 optional), 1 ticked, 1 struck out, 1 text to read, ');
  expect(stdout).toContain('line 10: 2 entries lie in a code block');
  const data = await place.run(['playbook', 'show', 'team.md', '--json']);
  const {format, counts, notices} = JSON.parse(data.stdout) as Shown;
  expect(format).toBe(1);
  expect(counts).toMatchObject({items: 2, ticked: 1, notApplicable: 1, readings: 1, codeBlocks: 1});
  expect(notices.map(({line}) => line)).toEqual([1, 3, 10]);
});

test.concurrent('playbook show of wrong front matter names its place and gives 2', async () => {
  await using place = makePlace();
  await place.write(
    'wrong.md',
    '---\ndue: {tell-peple: 1 day after session}\n---\n- [ ] Tell people\n',
  );
  const {exitCode, stderr} = await place.run(['playbook', 'show', 'wrong.md']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    'wrong.md:2:7: There is no item "tell-peple"; did you mean "tell-people"?',
  );
});
