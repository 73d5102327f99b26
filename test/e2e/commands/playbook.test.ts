import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

interface Shown {
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
  expect(links).toHaveLength(4);
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
