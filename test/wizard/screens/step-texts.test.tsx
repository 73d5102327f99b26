// A step of a team's own file shows its texts where they stand, and nothing is ticked by being shown.
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {parsePlaybook} from '../../../source/playbook/parse.ts';
import type {Playbook} from '../../../source/playbook/playbook.ts';
import {createServices} from '../../../source/services/wizard-services.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {readFixture} from '../../playbook/fixtures.ts';
import {keys} from '../../harness/keys.ts';
import {openPart} from '../../harness/part.tsx';
import {makeStoreHome} from '../../harness/store-home.ts';
import {openStepOn} from '../open-step.tsx';

function openFile(home: string, markdown: string, step: string) {
  return openPlaybook(home, parsePlaybook(markdown, 'team.md'), step);
}

async function openPlaybook(home: string, playbook: Playbook, step: string) {
  const workspace = path.join(home, 'workspace');
  mkdirSync(workspace);
  const id = await createHandoff(home, engineer, {
    customer: 'Apex Banking',
    system: 'Payments API',
    workspace,
    timeZone: 'UTC',
    playbook,
    playbookSource: 'team.md',
  });
  const services = createServices({home, actor: engineer});
  return openStepOn(openPart, {id, services, step});
}

function below(rows: readonly string[], first: string): string[] {
  const from = rows.findIndex((row) => row.includes(first));
  return rows
    .slice(from)
    .map((row) => row.slice(25).trim())
    .filter((row) => row !== '');
}

test('a text between two lists stands above the second', async () => {
  await using home = makeStoreHome();
  await using screen = await openFile(
    home.path,
    readFixture('shapes/text-between-lists.md'),
    'cutover',
  );
  const rows = await screen.waitFor('Kill the pods');
  expect(below(rows, 'Stop traffic').slice(0, 6)).toEqual([
    'Stop traffic first:',
    '❯ ○ Drain the balancer',
    '○ Wait for zero',
    'If the drain hangs, do this instead:',
    '○ Kill the pods',
    '○ Tell support',
  ]);
});

test('a step of prose is shown whole by scrolling, and is open until somebody has read it', async () => {
  await using home = makeStoreHome();
  const prose = Array.from({length: 30}, (_, index) => `Paragraph ${index + 1}.`).join('\n\n');
  await using screen = await openFile(
    home.path,
    `# T\n\n## Summary\n\n${prose}\n\n## Do\n\n- [ ] Switch it on\n`,
    'summary',
  );
  const seen = new Set<string>();
  for (let page = 0; page < 12; page += 1) {
    for (const row of screen.screenText())
      for (const [found] of row.matchAll(/Paragraph \d+/gu)) seen.add(found);
    await screen.press(page < 6 ? keys.pageUp : keys.pageDown);
  }
  expect(seen.size).toBe(30);
  expect(screen.screenText().join('\n')).toContain('○ Read "Summary"');
  expect(screen.screenText().join('\n')).toMatch(/0\/1 settled/u);
  await screen.press(keys.enter);
  await screen.waitFor('1/1 settled');
});

test('a code block of an item keeps its lines in the detail', async () => {
  await using home = makeStoreHome();
  await using screen = await openFile(
    home.path,
    readFixture('shapes/fence-in-item-details.md'),
    'run',
  );
  const rows = await screen.waitFor('--really');
  expect(below(rows, '# first without')).toEqual(
    expect.arrayContaining(['│ # first without sending', '│ tell-list --tag v1.0.0']),
  );
});

test('the help of a step has the gotchas that bite there, the introduction of its phase, context and links', async () => {
  await using home = makeStoreHome();
  const markdown = readFixture('repairs/context-gotchas-links.md').replace(
    '- [ ] a',
    '- [ ] Restart node 3',
  );
  await using screen = await openFile(home.path, markdown, 'do');
  await screen.waitFor('Gotcha: Node 3 holds the lease');
  await screen.press('?');
  await screen.waitFor('Gotchas here');
  await screen.press(keys.end);
  const rows = await screen.waitFor('Links');
  const words = rows.join('\n');
  expect(words).toContain('Take the pager before you start.');
  expect(words).toContain('Read this first: never restart node 3.');
  expect(words).toContain('Wiki (https://wiki.example.com)');
});

test('steps of one heading can be told apart in the rail', async () => {
  await using home = makeStoreHome();
  const [step] = ['1-week-before-go-live-deployment-preparation'];
  await using screen = await openFile(
    home.path,
    readFixture('repairs/long-prefix-titles.md'),
    step ?? '',
  );
  const rail = (await screen.waitFor('Communication')).map((row) => row.slice(0, 24));
  expect(rail.join('\n')).toMatch(/… Deployment/u);
  expect(rail.join('\n')).toMatch(/… Communication/u);
});

test('the introduction of a handoff that was started by an earlier version is shown once', async () => {
  const said = 'Read this before you begin.';
  const {phases, ...rest} = parsePlaybook('# Go\n\n## Do\n\n- [ ] Begin\n', 'team.md');
  const earlier: Playbook = {
    ...rest,
    phases: phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map(({texts: _, ...step}) => ({...step, introduction: said})),
    })),
  };
  await using home = makeStoreHome();
  await using screen = await openPlaybook(home.path, earlier, 'do');
  const rows = await screen.waitFor('❯ ○ Begin');
  expect(rows.filter((row) => row.includes(said))).toHaveLength(1);
});
