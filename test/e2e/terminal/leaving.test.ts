import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';
import {expectGone, pidsWrittenTo} from '../processes.ts';
import {goToChecks, openFirstText} from '../steps.ts';
import type {OpenTerminal} from '../../harness/terminal.ts';
import type {Wizard} from '../../harness/wizard.tsx';

const ready = '❯ ○ Validate every success criterion';

/** Whether the terminal is as a shell needs it: no alternate screen, a cursor, lines that wrap. */
function expectGivenBack({terminal}: OpenTerminal): void {
  expect(terminal.buffer.active.type).toBe('normal');
  expect(terminal.modes.wraparoundMode).toBe(true);
  expect(terminal.modes.bracketedPasteMode).toBe(false);
}

const places: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['a step', []],
  ['the palette', [[':', 'Command:']]],
  ['the help', [['?', 'Keys of this screen']]],
  ['finding', [['/', 'Find:']]],
  ['a question', [['t', 'Note:']]],
  ['what blocks', [['b', 'Before the session starts']]],
  [
    'a question about what blocks',
    [
      ['b', 'Before the session starts'],
      ['w', 'Why waived:'],
    ],
  ],
  [
    'the form of a row',
    [
      [']', '❯ ○ Architecture overview'],
      ['a', 'Add a component'],
    ],
  ],
  [
    'a text',
    [
      [']', '❯ ○ Architecture overview'],
      ['w', 'Write in Markdown.'],
    ],
  ],
  [
    'a confirmation',
    [
      [']', '❯ ○ Architecture overview'],
      ['u', 'nothing of yours'],
    ],
  ],
];

async function goThrough(
  wizard: Wizard,
  steps: readonly (readonly [string, string])[],
): Promise<void> {
  await wizard.waitFor(ready);
  for (const [key, shown] of steps) {
    wizard.write(key);
    await wizard.waitFor(shown);
  }
}

test.concurrent.each(places)('Ctrl+C leaves from %s', async (_, steps) => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await goThrough(wizard, steps);
  wizard.write(ctrl('c'));
  expect(await wizard.left).toBe('quit');
});

// The rest of the way out is the same from everywhere.
test.concurrent.each(places.filter(([name]) => ['a step', 'a text'].includes(name)))(
  'from %s the terminal is given back, and it is said that all is saved',
  async (_, steps) => {
    await using place = makePlace();
    await place.start();
    await using wizard = place.open(['resume']);
    await goThrough(wizard, steps);
    wizard.write(ctrl('c'));
    expect(await wizard.exited).toEqual({exitCode: 0, signal: 0});
    expect(wizard.screen().join('\n')).toContain('Everything is saved.');
    expectGivenBack(wizard);
  },
);

test.concurrent.each([
  ['the invitation', 'Attendees', 'i', 'Invitation'],
  ['the preview', 'How to access', 'v', 'back'],
] as const)('Ctrl+C leaves from %s', async (_, item, key, shown) => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor(ready);
  wizard.write('/');
  await wizard.waitFor('Find:');
  wizard.write(item);
  await wizard.waitFor(`Find: ${item}`);
  wizard.write(keys.enter);
  await wizard.waitFor((rows) => !rows.join('\n').includes('Find:'));
  wizard.write(key);
  await wizard.waitFor(shown);
  wizard.write(ctrl('c'));
  expect(await wizard.left).toBe('quit');
});

const stubborn = `checks:
  - name: Plain
    command: echo $$ >> pids.txt; exec sleep 1000
    expect: {exit: 0}
    timeout: 5m
  - name: Stubborn
    command: "(trap '' TERM; echo $$ >> pids.txt; sleep 1000) & echo $! >> pids.txt; wait"
    expect: {exit: 0}
    timeout: 5m
`;

test.concurrent.each([
  ['SIGHUP', 129],
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)(
  '%s ends the checks that run, and gives the terminal back',
  async (signal, exitCode) => {
    await using place = makePlace();
    await place.write('handoff.yaml', stubborn);
    await place.start();
    await using wizard = place.open(['resume']);
    await goToChecks(wizard);
    await wizard.waitFor('T trust and run');
    wizard.write('T');
    const pids = await pidsWrittenTo(`${place.workspace}/pids.txt`);
    wizard.kill(signal);
    expect(await wizard.exited).toEqual({exitCode, signal: 0});
    await expectGone(pids);
    expectGivenBack(wizard);
  },
);

test.concurrent('a second Ctrl+C does not wait', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', stubborn);
  await place.start();
  await using wizard = place.open(['resume']);
  await goToChecks(wizard);
  await wizard.waitFor('T trust and run');
  wizard.write('T');
  const pids = await pidsWrittenTo(`${place.workspace}/pids.txt`);
  wizard.write(ctrl('c').repeat(2));
  expect(await wizard.exited).toMatchObject({signal: 0});
  await expectGone(pids);
  expectGivenBack(wizard);
});

test.concurrent('at no width, however small, does the program end with a question open', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor(ready);
  wizard.write('t');
  await wizard.waitFor('Note:');
  wizard.write('a note that took a while');
  await wizard.waitFor('took a while');
  for (const cols of [33, 20, 5, 2, 1]) {
    wizard.resize(cols, 20);
    wizard.resize(cols, 1);
  }
  wizard.resize(80, 24);
  const rows = await wizard.waitFor(/Note: a note that took a while[^]*Esc leave it/);
  expect(rows.at(-1)).toContain('Esc leave it');
});

test.concurrent('on a terminal without an alternate screen the last word has a row of its own', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume']);
  // Such a terminal does not know the sequence that turns it on.
  wizard.terminal.parser.registerCsiHandler({prefix: '?', final: 'h'}, ([mode]) => mode === 1049);
  await wizard.waitFor(ready);
  wizard.write(ctrl('c'));
  await wizard.exited;
  const saved = wizard.screen().find((row) => row.includes('Everything is saved.'));
  expect(saved).toMatch(/^Everything is saved\./);
});

test.concurrent('a text that was begun is back after Ctrl+C', async () => {
  await using place = makePlace();
  await place.start();
  {
    await using wizard = place.open(['resume']);
    await openFirstText(wizard);
    wizard.write('Two tills');
    await wizard.waitFor('Two tills');
    wizard.write(ctrl('c'));
    expect(await wizard.exited).toMatchObject({exitCode: 0});
  }
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write('w');
  expect((await wizard.waitFor('Two tills')).join('\n')).toContain('is back');
});
