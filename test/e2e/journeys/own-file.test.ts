import {copyFile, readFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {loadPlaybook} from '../../../source/playbook/load.ts';
import type {Step} from '../../../source/playbook/playbook.ts';
import {stepsOf} from '../../../source/playbook/walk.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import type {Wizard} from '../../harness/wizard.tsx';
import {makePlace, program, type Place} from '../place.ts';
import {documentsIn} from './documents-in.ts';
import {keysIn, play, type Move} from './play.ts';

const {enter, escape, right, tab} = keys;
const file = path.join(import.meta.dirname, '../../fixtures/playbooks/source-playbook.md');
const steps = new Map(stepsOf(await loadPlaybook(file)).map(({step}) => [step.id, step]));

let pressed = 0;
async function press(wizard: Wizard, moves: readonly Move[]): Promise<void> {
  await play(wizard, moves);
  pressed += moves.reduce((sum, [typed]) => sum + keysIn(typed), 0);
}

function stepOf(id: string): Step {
  const step = steps.get(id);
  if (!step) throw new Error(`The file has no step "${id}".`);
  return step;
}

/** A text of the screen, as far as a narrow one shows it in one line. */
const shown = (text: string) =>
  text
    .slice(0, 24)
    .trimEnd()
    .replaceAll(/[()/?.+*]/gu, String.raw`\$&`);

/** Each item of a step by Enter, which says so and goes on. */
const settled = (id: string): readonly Move[] => {
  const {items} = stepOf(id);
  return items.map(({text}, index) => [
    enter,
    index === items.length - 1 ? 'Step complete.' : new RegExp(`Done: ${shown(text)}`, 'u'),
  ]);
};

const written = (item: string, text: string): readonly Move[] => [
  ['w', 'Write in Markdown.'],
  [text, new RegExp(shown(text), 'u')],
  [escape, new RegExp(`Written: ${shown(item)}`, 'u')],
];

/** Each item of a step in writing; one text says what the item is. */
const allWritten = (id: string): readonly Move[] =>
  stepOf(id).items.flatMap(({text}) => written(text, `All of ${text.toLowerCase()}.`));

const next = (expected: Move[1]): Move => [right, expected];

const prepared: readonly Move[] = [
  ...settled('pre-handoff-checklist'),
  next('❯ ○ Architecture overview'),
  ...allWritten('document-what-was-deployed'),
  next('❯ ○ How to check system'),
  ...allWritten('create-operational-runbooks'),
  next('❯ ○ Architecture diagrams'),
  ...allWritten('prepare-training-materials'),
  next('❯ ○ Whom to call'),
  [enter, 'Add a contact'],
  [
    `Mina Okafor${tab}severity 1${tab}desk 12${tab}15 min${tab}${tab}today${ctrl('s')}`,
    /❯ +· Mina Okafor/u,
  ],
  [keys.down, '❯ ○ Severities'],
  ...written('Severities', 'Severity 1 within 15 minutes.'),
  ...written('Risks', 'The disk fills within a year.'),
  [enter, 'Add an approver'],
  [`Mina Okafor${tab}head of operations${ctrl('s')}`, /· Mina Okafor · head/u],
  next('T trust and run'),
  ['T', /1 of 1 pass/u],
  next('❯ Date'),
  [enter, 'Date:'],
  [`tomorrow 10:00${enter}`, 'Planned:'],
  next('s start'),
];

const held: readonly Move[] = [
  ['s', /▶ Overview[^]*❯ +○ What was deployed/u],
  ...stepOf('agenda').items.flatMap(({children}, block): readonly Move[] => [
    ...(block === 0 ? [] : [['f', /Now: /u] as const]),
    ...children.map(({text}): Move => [enter, new RegExp(`Covered: ${shown(text)}`, 'u')]),
  ]),
  ['Z', 'End the session:'],
  [`yes${enter}`, 'The session has ended.'],
  next('❯ ○ Let them drive'),
  ...settled('during-the-session'),
];

const followed: readonly Move[] = [
  next('❯ ○ Send handoff documentation'),
  ...settled('immediate-follow-up'),
  next('❯ ○ Be available'),
  ...settled('transition-period'),
  next('❯ ○ Update CRM'),
  ...settled('final-steps'),
  next('Open points'),
  next('Nobody has signed yet.'),
  ['s', /Who decides:[^]*❯ Mina Okafor/u],
  [enter, /❯ accepts/u],
  [enter, 'Record it:'],
  [`yes${enter}`, 'What is left to keep'],
  [escape, /✔ Mina Okafor, head of operations/u],
  next(/What was deployed - Architecture/u),
  ['p', 'Folder: handoff-documents'],
  [enter, 'files written to'],
];

async function prepareFolder(place: Place): Promise<void> {
  await copyFile(file, path.join(place.workspace, 'team.md'));
  await place.write(
    'handoff.yaml',
    'system: Pay\nchecks:\n  - name: It answers\n    command: "true"\n    expect: {exit: 0}\n',
  );
}

/** The same handoff by commands alone, each a process of its own, and its documents. */
async function byCommands(): Promise<Readonly<Record<string, string>>> {
  await using place = makePlace();
  await prepareFolder(place);
  const script = path.join(import.meta.dirname, 'by-commands.sh');
  const {exitCode, all} = await execa('sh', [script, program], {
    cwd: place.workspace,
    env: {...place.env, PATH: `${path.dirname(process.execPath)}:${place.env['PATH'] ?? ''}`},
    extendEnv: false,
    all: true,
    reject: false,
  });
  expect(exitCode, all).toBe(0);
  expect(all).toContain('Whole: ');
  return documentsIn(path.join(place.workspace, 'handoff-documents'));
}

test('a team’s own checklist leads from its first item to a signed handoff and a whole document', async () => {
  await using place = makePlace();
  await prepareFolder(place);
  const names = ['--customer', 'Apex Banking', '--system', 'Payments API'];
  await place.run(['new', ...names, '--playbook', 'team.md']);
  {
    await using wizard = place.open(['resume'], {cols: 120, rows: 40});
    await wizard.waitFor('❯ ○ All success criteria');
    await press(wizard, [...prepared, ...held, ...followed]);
  }
  const status = await place.run(['status', '--json']);
  expect(JSON.parse(status.stdout)).toMatchObject({isSignedOff: true});
  const folder = path.join(place.workspace, 'handoff-documents', 'customer');
  const document = await readFile(path.join(folder, 'handoff-document.md'), 'utf8');
  // What is not asked is said by itself.
  const [told] = document.split('## Not asked by the playbook');
  expect(told).not.toMatch(
    /not written|not (?:yet )?been|to be written|not held|No contact|Nobody has/iu,
  );
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  expect(await read('operations-runbook.md')).toContain('Severity 1 within 15 minutes.');
  expect(await read('operations-runbook.md')).not.toMatch(/has been written|has not been agreed/u);
  expect(await read('training-pack.md')).toContain('All of troubleshooting guide.');
  const parts = document.split(/^## /mu);
  for (const title of [
    'What was deployed',
    'How to access it',
    'How to operate it',
    'How to troubleshoot',
    'Who to contact',
    'Resources',
  ])
    expect(parts.find((part) => part.startsWith(title))).toMatch(/\nAll of /u);
  const before = await readFile(file, 'utf8');
  expect(await readFile(path.join(place.workspace, 'team.md'), 'utf8')).toBe(before);
  await place.run(['playbook', 'export', '--out', 'ticked.md']);
  // Each box is ticked, and not a byte besides.
  const ticked = await readFile(path.join(place.workspace, 'ticked.md'), 'utf8');
  expect(ticked).toBe(before.replaceAll('- [ ]', '- [x]'));
  await place.run(['playbook', 'export', '--boxes', '--out', 'boxes.md']);
  const boxes = await readFile(path.join(place.workspace, 'boxes.md'), 'utf8');
  const without = (text: string) =>
    text.replaceAll(/^(?<entry>\s*(?:[-*]|\d+\.)) \[[ x]\] /gmu, '$<entry> ');
  expect(without(boxes)).toBe(without(before));
  expect(boxes.match(/\[x\]/gu)?.length).toBeGreaterThan(40);
  expect(pressed).toBeLessThanOrEqual(863);
  // What a person does with keys, a script does with commands.
  expect(await byCommands()).toEqual(
    await documentsIn(path.join(place.workspace, 'handoff-documents')),
  );
}, 400_000);
