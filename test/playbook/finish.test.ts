import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {countsOf} from '../../source/playbook/counts.ts';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {defaultGates, requiredGates, type Playbook} from '../../source/playbook/playbook.ts';
import {builtInPlaybookPath} from '../../source/playbook/templates-folder.ts';
import {addedSteps, allItems, phasesOfFile, stepsOf} from '../../source/playbook/walk.ts';
import {fixtureNames, fixturePath, readFixture} from './fixtures.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'finish-'));
});
afterAll(() => rm(folder, {recursive: true}));

async function load(markdown: string): Promise<Playbook> {
  const file = path.join(folder, 'team.md');
  await writeFile(file, markdown);
  return loadPlaybook(file);
}

const outline = ({phases}: Playbook) =>
  phases.map(({title, kind, steps}) => [
    `${title} (${kind})`,
    ...steps.map((step) => `${step.isAppended ? '+ ' : ''}${step.title}: ${step.screen}`),
  ]);

const screensOf = (playbook: Playbook) =>
  stepsOf(playbook).map(({step}) => [step.title, step.screen]);

describe('a checklist without an end', () => {
  test('gets people, validation, document, open points and sign-off, with a notice', async () => {
    const playbook = await load('# Move\n\n- [ ] Copy the data\n- [ ] Switch the name\n');
    expect(outline(playbook)).toEqual([
      [
        'Move (preparation)',
        'Move: checklist',
        '+ People and risks: text',
        '+ Validation: checks',
        '+ Handoff document: documents',
      ],
      ['Closing (post-handoff)', '+ Open points: follow-ups', '+ Sign-off: sign-off'],
    ]);
    expect(playbook.gates).toEqual(requiredGates);
    expect(playbook.notices.map(({message}) => message)).toEqual([
      'People and risks, validation, handoff document, open points and sign-off are added, as the file has none. What is required has to be settled before the receiver signs.',
    ]);
    expect(countsOf(playbook)).toMatchObject({phases: 1, steps: 1, items: 2, added: 5});
  });

  test('gets its parts where they belong: before the session, before the agenda, at the end', async () => {
    const playbook = await load(
      '## Before\n\n- [ ] Ask\n\n## Session\n\n1. Look (10 min)\n2. Ask (5 min)\n\n## After the session\n\n- [ ] Thank\n',
    );
    expect(outline(playbook)).toEqual([
      [
        'Before (preparation)',
        'Before: checklist',
        '+ People and risks: text',
        '+ Validation: checks',
        '+ Handoff document: documents',
      ],
      ['Session (session)', '+ Session plan: plan', 'Session: agenda'],
      [
        'After the session (post-handoff)',
        'After the session: checklist',
        '+ Open points: follow-ups',
        '+ Sign-off: sign-off',
      ],
    ]);
  });

  test('has a preparation where all of it comes later', async () => {
    const playbook = await load('## Post-launch\n\n- [ ] Watch it\n\n## Hypercare\n\n- [ ] Stay\n');
    expect(outline(playbook)[0]?.[0]).toBe('Before it is handed over (preparation)');
    expect(outline(playbook).at(-1)?.at(-1)).toBe('+ Sign-off: sign-off');
  });
});

describe('what the file has by its words is not added', () => {
  test.each([
    ['Smoke tests', 'checks', 'Validation'],
    ['5. Validation & testing', 'checks', 'Validation'],
    ['Verify the deployment', 'checks', 'Validation'],
  ])('%s is the screen %s', async (title, screen, ours) => {
    const playbook = await load(
      `## Copy\n\n- [ ] a\n\n## ${title}\n\n- [ ] Log in\n\n## Rest\n\n- [ ] b\n`,
    );
    const own = screensOf(playbook).find(([name]) => title.endsWith(name ?? '-'));
    expect(own?.[1]).toBe(screen);
    expect(addedSteps(playbook).map((step) => step.title)).not.toContain(ours);
  });

  test.each(['Sign-off', 'Customer acceptance', 'Final sign off', 'Abnahme'])(
    '%s at the end is where it is signed, after the open points',
    async (title) => {
      const playbook = await load(
        `## Copy\n\n- [ ] a\n\n## ${title}\n\n- [ ] The customer agrees\n`,
      );
      expect(screensOf(playbook).slice(-2)).toEqual([
        ['Open points', 'follow-ups'],
        [title, 'sign-off'],
      ]);
    },
  );

  test('a sign-off in the middle is of something else', async () => {
    const playbook = await load(
      '## Design sign-off\n\n- [ ] a\n\n## Sign-off\n\n- [ ] b\n\n## Cutover\n\n- [ ] c\n',
    );
    expect(screensOf(playbook).filter(([, screen]) => screen === 'sign-off')).toEqual([
      ['Sign-off', 'sign-off'],
    ]);
    expect(screensOf(playbook)).toContainEqual(['Sign-off', 'checklist']);
  });

  test('the six parts by their words are the handoff document', async () => {
    const playbook = await load(
      '## Copy\n\n- [ ] a\n\n## The paper\n\n- **What was deployed** - versions\n- **How to access it** - roles\n- **How to operate it**\n- **How to troubleshoot**\n- **Who to contact**\n- **Resources**\n',
    );
    expect(screensOf(playbook)).toContainEqual(['The paper', 'documents']);
    expect(addedSteps(playbook).map(({title}) => title)).not.toContain('Handoff document');
  });

  test('topics to write about are written, in their tables', async () => {
    const playbook = await load(
      '## Document it\n\n- Architecture overview (where)\n- Access requirements and credentials\n- How to view logs and troubleshoot\n\n## Do it\n\n- Architecture overview\n- Tell the team\n',
    );
    const items = allItems(playbook).slice(0, 5);
    expect(items.map(({step, item}) => [step.screen, item.register, item.part])).toEqual([
      ['text', 'components', undefined],
      ['text', 'access', undefined],
      ['text', 'runbooks', 'troubleshoot'],
      ['checklist', undefined, undefined],
      ['checklist', undefined, undefined],
    ]);
  });
});

describe('the front matter has the last word', () => {
  test('finish: none leaves the file as it is', async () => {
    const markdown = '---\nfinish: none\n---\n# Move\n\n- [ ] Copy\n';
    expect(await load(markdown)).toEqual(parsePlaybook(markdown, 'team.md'));
  });

  test('gates: none asks nothing, gates: required what is asked anyway, a map its own', async () => {
    const gatesOf = async (gates: string) =>
      (await load(`---\ngates: ${gates}\n---\n# Move\n\n- [ ] Copy\n`)).gates;
    expect(await gatesOf('none')).toBeUndefined();
    expect(await gatesOf('required')).toEqual(requiredGates);
    expect(await gatesOf('{proof-days: 3}')).toEqual({...defaultGates, proofDays: 3});
  });

  test('a step keeps the screen that it is given', async () => {
    const playbook = await load(
      '---\nsteps:\n  sign-off: {screen: checklist}\n---\n## Copy\n\n- [ ] a\n\n## Sign-off\n\n- [ ] b\n',
    );
    expect(screensOf(playbook)).toContainEqual(['Sign-off', 'checklist']);
    expect(addedSteps(playbook).map(({id}) => id)).toContain('finish.sign-off');
  });
});

test('the built-in playbook is as its file has it', async () => {
  const {phases, notices, gates} = await loadPlaybook(builtInPlaybookPath());
  expect(addedSteps({phases})).toEqual([]);
  expect(notices).toEqual([]);
  expect(gates?.asks).toBeUndefined();
});

test.each(fixtureNames)(
  '%s keeps all that stands in it, and no id is there twice',
  async (name) => {
    const alone = parsePlaybook(readFixture(name), name);
    const playbook = await loadPlaybook(fixturePath(name));
    const texts = (phases: Playbook['phases']) =>
      allItems({phases}).map(({item, step}) => [step.id, item.id, item.text, item.position]);
    expect(texts(phasesOfFile(playbook))).toEqual(texts(alone.phases));
    const ids = [
      ...stepsOf(playbook).map(({step}) => step.id),
      ...allItems(playbook).map(({item}) => item.id),
    ];
    const own = ids.filter((id) => id.startsWith('finish.'));
    expect(new Set(own).size).toBe(own.length);
    for (const screen of ['checks', 'documents', 'sign-off', 'follow-ups'])
      expect(stepsOf(playbook).filter(({step}) => step.screen === screen)).toHaveLength(1);
  },
);
