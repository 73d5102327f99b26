import {expect, test} from 'vitest';
import {keys} from '../harness/keys.ts';
import type {Wizard} from '../harness/wizard.tsx';
import {makePlace} from './place.ts';

const size = {cols: 60, rows: 16};

/** Waits for a screen with its title, its keys uncut, and every text of `shown` between them. */
function waitForFrame(
  wizard: Wizard,
  title: string,
  shown: readonly (string | RegExp)[],
): Promise<readonly string[]> {
  return wizard.waitFor((rows) => {
    const rule = '─'.repeat(size.cols);
    const body = rows.slice(2, 14).join('\n');
    return (
      rows[0]?.startsWith(` ${title}`) === true &&
      rows[1] === rule &&
      rows[14] === rule &&
      /^ [^ …][^…]*$/.test(rows[15] ?? '') &&
      shown.every((text) => (typeof text === 'string' ? body.includes(text) : text.test(body)))
    );
  });
}

test.concurrent('at 60×16 the first screen shows all choices, and the form all fields', async () => {
  await using place = makePlace();
  await using wizard = await place.openHere([], size);
  await waitForFrame(wizard, 'handoff-wizard', [
    'Hand over what you have deployed',
    '❯ Start a handoff for this folder (workspace)',
    'Look at a sample system',
    'your team’s own Markdown checklist',
  ]);
  wizard.write(keys.enter);
  await waitForFrame(wizard, 'New handoff', ['❯ Customer', 'System', 'Workspace', 'Playbook']);
  wizard.write(`${keys.enter.repeat(3)}nowhere.md`);
  await waitForFrame(wizard, 'New handoff', ['❯ Playbook   nowhere.md']);
  wizard.write(keys.enter);
  await waitForFrame(wizard, 'New handoff', ['❯ Playbook   nowhere.md', 'There is no such']);
  expect(await place.files(place.path)).not.toContain('store/handoffs');
});

test.concurrent('at 60×16 home and every step show title, list and keys', async () => {
  await using place = makePlace();
  await place.start();
  const {stdout} = await place.run(['status', '--json']);
  const {steps} = JSON.parse(stdout) as {steps: {title: string; items: {text: string}[]}[]};
  await using wizard = await place.openHere([], size);
  await waitForFrame(wizard, 'handoff-wizard', ['❯   Apex Banking · Payments API']);
  wizard.write(keys.enter);
  expect(steps.length).toBeGreaterThan(10);
  for (const [index, {title, items}] of steps.entries()) {
    const texts = items.map(({text}) =>
      text.slice(0, 30).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    );
    // The plan begins with its date, every other step with an item.
    await waitForFrame(wizard, 'Apex Banking · Payments API', [
      new RegExp(`^ ${title} `, 'm'),
      `step ${index + 1} of ${steps.length}`,
      // The plan begins with its own lines, before its items.
      title === 'Session plan' ? '❯ Date' : new RegExp(`^ +❯ +[^\\n]*(?:${texts.join('|')})`, 'm'),
    ]);
    wizard.write(keys.right);
  }
});

test.concurrent('at 60×16 a question, the editor, the help and the lists to choose from fit', async () => {
  await using place = makePlace();
  await place.start();
  const title = 'Apex Banking · Payments API';
  await using wizard = await place.openHere(['resume'], size);
  await waitForFrame(wizard, title, ['❯ ○ Validate every success criterion']);
  wizard.write('n');
  await waitForFrame(wizard, title, [
    '❯ ○ Validate every',
    'Why not applicable:',
    'The reason is printed',
  ]);
  wizard.write(keys.enter);
  await waitForFrame(wizard, title, ['needs a reason']);
  wizard.write(keys.escape);
  await waitForFrame(wizard, title, [/^(?![^]*Why)/, '❯ ○ Validate every']);
  wizard.write('?');
  await waitForFrame(wizard, title, ['Keys of this screen', /↓ \d+ more/]);
  wizard.write(keys.escape);
  await waitForFrame(wizard, title, ['❯ ○ Validate every']);
  wizard.write('b');
  await waitForFrame(wizard, title, ['Before the session starts', '❯ ▲']);
  wizard.write(keys.escape);
  await waitForFrame(wizard, title, ['❯ ○ Validate every']);
  wizard.write(`${keys.right}w`);
  await waitForFrame(wizard, title, ['Architecture overview', 'Write in Markdown.']);
  wizard.write(`first${keys.enter.repeat(20)}last`);
  const rows = await waitForFrame(wizard, title, ['Architecture overview', 'last']);
  expect(rows.join('\n')).not.toContain('first');
});
