import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {sampleChecks} from '../../../source/sample/sample-checks.ts';
import {startSampleSystem} from '../../../source/sample/sample-system.ts';
import {instantOf, instantOfFirst, without, type Told} from '../../fixtures/world/past.ts';
import {isFull} from '../../harness/amount.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {program} from '../place.ts';
import {documentsIn} from './documents-in.ts';
import {find, keysIn, play, type Move} from './play.ts';
import type {Wizard} from '../../harness/wizard.tsx';
import {makeToldPlace, type ToldPlace} from './told-place.ts';

const shiftedClock = fileURLToPath(new URL('../../fixtures/shifted-clock.js', import.meta.url));

const minute = 60_000;
const start = Date.parse(instantOfFirst('session/started'));
const {enter, tab} = keys;

/** What the same way took when items were ticked and no rule asked for a fact. */
const keysBefore = 767;
let pressed = 0;

async function press(wizard: Wizard, moves: readonly Move[]): Promise<void> {
  await play(wizard, moves);
  pressed += moves.reduce((sum, [typed]) => sum + keysIn(typed), 0);
}

/** The instant so many minutes after the session begins. */
const at = (minutes: number) => new Date(start + minutes * minute).toISOString();

/** What is told of the preparation; the rest of it is typed. */
const typed = (change: Change): boolean =>
  change.type === 'runbook/proven' ||
  change.type === 'checks/recorded' ||
  change.type === 'session/planned' ||
  (change.type === 'record/added' && ['out-of-scope', 'transition'].includes(change.register)) ||
  (change.type === 'item/written' && change.item === 'architecture-overview');

const eve = new Date(start - 20 * 60 * minute).toISOString();
const prepared: Told = without(typed).filter((entry) => instantOf(entry) < eve);

const run = (runbook: string, isChanging: boolean): readonly Move[] => [
  ...find(runbook, new RegExp(`❯ . ${runbook}`)),
  [keys.down, /❯ +· [^\n]*never run|❯ +· [^\n]*\n +never run/],
  ['r', /Runs in [^]*until the first command that fails/],
  ...(isChanging
    ? ([[`yes${enter}`, 'Suggested: yes']] as const)
    : ([[enter, 'Suggested: yes']] as const)),
  [enter, /❯ +· [^]*proven today/],
];

/** The restore has steps, of which the second and the fourth change something. */
const restore: readonly Move[] = [
  ...find('back up', /❯ . Back up and restore/),
  [keys.down, /❯ +· [^\n]*never run|❯ +· [^\n]*\n +never run/],
  ['r', 'step 1 of 6'],
  [enter, 'Suggested: yes'],
  [enter, /Step 2 of 6 changes the system[^]*Type yes/],
  [`yes${enter}`, 'Suggested: yes'],
  [enter, 'step 3 of 6'],
  [enter, 'Suggested: yes'],
  [enter, /Step 4 of 6 changes the system[^]*Type yes/],
  [`yes${enter}`, 'Suggested: yes'],
  [enter, 'step 5 of 6'],
  [enter, 'Suggested: yes'],
  [enter, /❯ +· [^]*proven today/],
];

async function prepare(story: ToldPlace): Promise<void> {
  await using wizard = await story.open('what-was-deployed');
  await press(wizard, [
    ['w', 'Write in Markdown.'],
    [`One process serves orders.${enter}It writes one log.`, 'one log'],
    [keys.escape, 'Written: Architecture overview'],
    ...find('out of scope', /❯ ○ Out of scope/),
    [enter, 'Add an exclusion'],
    [`The tills${tab}Tills team${ctrl('s')}`, /❯ +· The tills · Tills team/],
    ...find('transition period', /❯ ○ Transition period/),
    [enter, /Add a transition/i],
    [`Jordan Ruiz${tab}Sam Ito${tab}+15`, 'Tue 24 Nov 2026, in 15 days'],
    [`${tab}#orders-handoff${ctrl('s')}`, /❯ +· Jordan Ruiz/],
    ...run('Check health', false),
    ...run('Restart services', true),
    ...run('View logs', false),
    ...restore,
    ...find('run the checks', 'T trust and run'),
    ['T', /5 of 5 pass/],
    ...find('attendees', /❯ . Attendees/),
    [keys.home, /❯ Date +not set yet/],
    [enter, 'Date:'],
    ['2026-11-10 10:20', 'Tue 10 Nov 2026, 10:20, UTC'],
    [enter, 'Planned: Tue 10 Nov 2026, 10:20, UTC'],
  ]);
}

/** A topic is ticked by Enter, which goes on to the next one. */
const covered = (topic: string): Move => [enter, `Covered: ${topic}`];

const performed: readonly Move[] = [
  ['s', /Performed by:[^]*❯ Mina Okafor/],
  [enter, 'Watched by: Jordan Ruiz'],
  [enter, 'The clock runs.'],
];
const unaided = (next: string): readonly Move[] => [...performed, ['1', next]];

async function beginSession(story: ToldPlace): Promise<void> {
  await using wizard = await story.open('agenda');
  await press(wizard, [
    ['s', /▶ Overview[^]*❯ +○ What runs where/],
    covered('What runs where'),
    covered('The main components'),
    [`tThey know the host${enter}`, 'Note kept.'],
    [`QWho rotates the log?${enter}`, 'Question kept.'],
    [`ASend the dashboards${enter}`, 'Who sees to it:'],
    [keys.escape, 'Action kept.'],
  ]);
}

async function holdSession(story: ToldPlace): Promise<void> {
  story.setClock(at(10));
  await using wizard = await story.open('agenda');
  await press(wizard, [
    ...find('its place among', /10:\d\d of 80 min[^]*❯ +○ Its place among/),
    covered('Its place among'),
    ['f', /Now: Walkthrough/],
    ['W', 'Customer drives'],
    covered('Signing in'),
    covered('The key workflows'),
    covered('The operating procedures'),
    covered('Logs, dashboards'),
    ['H', /❯ ○ Check health +never performed/],
    ...unaided('❯ ○ Restart a service'),
    ...unaided('❯ ○ Find an error'),
    ...unaided('❯ ○ Restore a backup'),
    ...performed,
    ['2', 'They had to be told:'],
    [`To stop the service first${enter}`, '❯ ○ Escalate an incident'],
    ...unaided('❯ ○ Handle the most frequent'),
    ...unaided('❯ ✔ Handle the most frequent'),
  ]);
  story.setClock(at(41));
  await press(wizard, [
    [keys.escape, 'of 80 min'],
    ['f', 'Now: Questions'],
    covered('Questions about'),
    covered('Procedures that need'),
    covered('Worries and risks'),
  ]);
  story.setClock(at(57));
  await press(wizard, [
    ['f', 'Now: Next steps'],
    covered('Whom to call'),
    covered('Other ways'),
    covered('Dates of the transition'),
  ]);
  story.setClock(at(63));
  await press(wizard, [
    ['Z', 'End the session:'],
    [`yes${enter}`, 'The session has ended. Due dates are set.'],
  ]);
}

const checkIn = (number: number): readonly Move[] => [
  ['a', 'Add a contact with the customer'],
  [`Mina Okafor${tab}${tab}${tab}`, '❯ They did'],
  [`Restarted it twice${tab}Nothing${tab}`, '❯ Worst issue'],
  [`n${ctrl('s')}`, new RegExp(`✔ Check-in ${number} of 2`)],
];

async function stayInReach(story: ToldPlace): Promise<void> {
  story.setClock('2026-11-10T15:00:00Z');
  {
    await using wizard = await story.open('immediate-follow-up');
    await press(wizard, [
      [enter, /No documents were written since the session\.[^]*p produce documents/],
      ['p', 'Folder: handoff-documents'],
      [enter, 'files written to'],
      [keys.escape, /❯ ○ Send the handoff document/],
      [enter, 'Done: Send the handoff document'],
      [enter, 'Done: Share the recording'],
      [enter, 'Done: Send a summary'],
      [enter, 'Done: Send links'],
      [enter, 'Step complete.'],
    ]);
  }
  story.setClock('2026-11-12T09:00:00Z');
  {
    await using wizard = await story.open('transition');
    await press(wizard, [
      ...checkIn(1),
      ...find('restore a backup', /❯ ◐ Restore a backup +prompted/),
      ...unaided('❯ ✔ Restore a backup'),
      ...find('close every', /Open points +4 open/),
      ['g', '❯ ○ Answer: Who rotates the log?'],
    ]);
    for (const left of ['3 open', '2 open', '1 open', 'none open'])
      await press(wizard, [
        ['c', /(?:Answer|Outcome): *\n/],
        [`As agreed with Mina.${enter}`, new RegExp(`Open points +${left}`)],
      ]);
  }
  story.setClock('2026-11-19T09:00:00Z');
  await using wizard = await story.open('transition');
  await press(wizard, [
    ...checkIn(2),
    ...find('accounts, domains', /❯ ○ Accounts, domains/),
    ['n', 'Why not applicable:'],
    [`Everything runs on accounts of the shop.${enter}`, /❯ – Accounts, domains/],
  ]);
}

async function signOff(story: ToldPlace): Promise<void> {
  story.setClock('2026-11-25T12:00:00Z');
  const early = await story.run(['gate', 'closing', '--handoff', story.id]);
  expect(early.stdout).toContain('They did not run since the session');
  expect(early.exitCode).toBe(3);
  await using wizard = await story.open('validation');
  await press(wizard, [
    ['r', /5 of 5 pass[^]*today 12:0/],
    ...find('hold the first', '8 of 8 exit criteria met'),
    ...find("receiver's sign-off", 'Nobody has signed yet.'),
    ['s', /Who decides:[^]*❯ Mina Okafor/],
    [enter, /❯ accepts/],
    [enter, 'Record it:'],
    [`yes${enter}`, 'What is left to keep'],
    [keys.escape, /✔ Mina Okafor, head of shop operations/],
  ]);
}

/** The documents of the handoff as the wizard has played it. */
let played: Readonly<Record<string, string>> = {};

test('an honest handoff, from the last of its preparation to the sign-off', async () => {
  await using story = await makeToldPlace(prepared, eve);
  const system = await startSampleSystem(story.place.workspace);
  try {
    await story.place.write('handoff.yaml', sampleChecks(system.port));
    await prepare(story);
    story.setClock(at(0));
    const gate = await story.run(['gate', 'session', '--handoff', story.id]);
    expect(gate.stdout).toContain('Before the session starts (session): open');
    expect(gate.exitCode).toBe(0);
    await beginSession(story);
    await holdSession(story);
    await stayInReach(story);
    await signOff(story);
  } finally {
    await system.stop();
  }
  expect(pressed).toBeLessThanOrEqual(keysBefore);
  const status = JSON.parse((await story.run(['status', story.id, '--json'])).stdout) as object;
  expect(status).toMatchObject({
    isSignedOff: true,
    signOffs: [
      {name: 'Mina Okafor', decision: 'accepted', at: expect.stringMatching(/^2026-11-25/)},
    ],
  });
  const docs = await story.run(['docs', story.id, '--out', 'out', '--format', 'md']);
  expect(docs.exitCode).toBe(0);
  const file = path.join(story.place.workspace, 'out', 'customer', 'handoff-document.md');
  const document = await readFile(file, 'utf8');
  for (const words of [
    'The tills',
    'To stop the service first',
    'As agreed with Mina.',
    'Mina Okafor',
  ])
    expect(document).toContain(words);
  played = await documentsIn(path.join(story.place.workspace, 'out'));
}, 180_000);

// Seventy processes take a minute; own-file.test.ts has such a script in every run.
test.runIf(isFull)(
  'the same by commands alone, each a process of its own, has the same documents',
  async () => {
    await using story = await makeToldPlace(prepared, eve);
    const {place} = story;
    const system = await startSampleSystem(place.workspace);
    try {
      await place.write('handoff.yaml', sampleChecks(system.port));
      const script = path.join(import.meta.dirname, 'honest-by-commands.sh');
      const clock = path.join(place.path, 'clock');
      const {exitCode, all} = await execa('sh', [script, program, clock], {
        cwd: place.workspace,
        env: {
          ...place.env,
          PATH: `${path.dirname(process.execPath)}:${place.env['PATH'] ?? ''}`,
          NODE_OPTIONS: `--import=${shiftedClock}`,
          SHIFTED_CLOCK: clock,
        },
        extendEnv: false,
        all: true,
        reject: false,
      });
      expect(exitCode, all).toBe(0);
    } finally {
      await system.stop();
    }
    const told = await documentsIn(path.join(place.workspace, 'out'));
    expect(Object.keys(told).length).toBeGreaterThan(5);
    expect(told).toEqual(played);
  },
  400_000,
);
