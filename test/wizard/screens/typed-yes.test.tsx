import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keyRooms} from '../../../scripts/docs/keys-page.ts';
import {readChecksFile} from '../../../source/checks/read-checks-file.ts';
import {trustChecks} from '../../../source/services/checks/trust-checks.ts';
import {loadPlaybook} from '../../../source/playbook/load.ts';
import {builtInPlaybookPath} from '../../../source/playbook/templates-folder.ts';
import type {Binding} from '../../../source/wizard/keys/binding.ts';
import {draftBindings} from '../../../source/wizard/drafts/draft-bindings.ts';
import {obstacleBindings} from '../../../source/wizard/gate/obstacle-bindings.ts';
import {publishBindings} from '../../../source/wizard/publishing/publish-bindings.ts';
import {recordBindings} from '../../../source/wizard/records/record-bindings.ts';
import {runbookBindings} from '../../../source/wizard/runbook/runbook-bindings.ts';
import {commandBindings} from '../../../source/wizard/running/command-bindings.ts';
import {agendaBindings} from '../../../source/wizard/steps/agenda/bindings.ts';
import {checksBindings} from '../../../source/wizard/steps/checks/bindings.ts';
import {signOffBindings} from '../../../source/wizard/steps/sign-off/bindings.ts';
import {itemBindings} from '../../../source/wizard/steps/items/item-bindings.ts';
import {smallPlaybook} from '../../fixtures/small-playbook.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type Past, type SessionPlace} from './session-place.tsx';

const {down, enter, escape} = keys;

interface Walk {
  readonly binding: Binding;
  readonly place: () => Promise<SessionPlace>;
  readonly step: string;
  /** Shown before the first key. */
  readonly shows: string | RegExp;
  /** Each key to where nothing is left but the yes, with what it shows. */
  readonly keys: readonly (readonly [string, string | RegExp])[];
}

const runbook: Past = [
  60,
  {
    type: 'record/added',
    register: 'runbooks',
    item: 'restart-services',
    fields: {name: 'Restart the API', effect: 'changes', commands: 'echo active', author: 'ana'},
  },
];
const looking: Past = [
  60,
  {
    type: 'record/added',
    register: 'runbooks',
    item: 'check-health',
    fields: {
      name: 'Look at the API',
      effect: 'safe',
      commands: 'echo active',
      expected: 'active',
      author: 'ana',
    },
  },
];
const approver: Past = [
  60,
  {
    type: 'record/added',
    register: 'approvers',
    item: 'approvers',
    fields: {name: 'Mina Okafor', role: 'head of operations'},
  },
];

/** A handoff without gates, so that nothing else stands in the way. */
async function ungated(past: readonly Past[]): Promise<SessionPlace> {
  const {gates: _, ...playbook} = await loadPlaybook(builtInPlaybookPath());
  return makeSessionPlace(past, 'Europe/Madrid', playbook);
}

async function checked(): Promise<SessionPlace> {
  const place = await makeSessionPlace([]);
  const file = path.join(place.home, 'handoff.yaml');
  await writeFile(
    file,
    'checks:\n  - name: Restart\n    command: echo restarted\n    effect: changes\n    expect: {exit: 0}\n',
  );
  await trustChecks(place.home, await readChecksFile(file));
  return place;
}

/** A targets file that nobody has trusted. */
async function withTargets(): Promise<SessionPlace> {
  const place = await ungated([]);
  await mkdir(path.join(place.home, '.handoff'));
  await writeFile(
    path.join(place.home, '.handoff', 'targets.yaml'),
    'targets: [{name: own, command: cat}]\n',
  );
  return place;
}

const walks: readonly Walk[] = [
  {
    binding: publishBindings.trustTargets,
    place: withTargets,
    step: 'final-steps',
    shows: 'Record the outcome',
    keys: [
      ['s', /Nobody has trusted|T trust/],
      ['T', 'Trust exactly this content:'],
    ],
  },
  {
    binding: draftBindings.lookLive,
    place: () => makeSessionPlace([]),
    step: 'agenda',
    shows: 'all keys',
    keys: [
      ['F', 'L asks what runs'],
      ['L', /Whom to ask what runs[^]*this machine/],
      [enter, /Run \d+ commands/],
    ],
  },
  {
    binding: agendaBindings.endSession,
    place: () => ungated(running(4)),
    step: 'agenda',
    shows: /▶ Overview/,
    keys: [['Z', 'End the session:']],
  },
  {
    binding: obstacleBindings.endPart,
    place: () => makeSessionPlace(running(4)),
    step: 'agenda',
    shows: /▶ Overview/,
    keys: [
      ['b', 'end this part'],
      ['e', 'End this part:'],
    ],
  },
  {
    binding: signOffBindings.signOff,
    place: () => ungated([approver]),
    step: 'sign-off',
    shows: 'Nobody has signed yet',
    keys: [
      ['s', 'Who decides:'],
      [enter, '❯ accepts'],
      [enter, 'Record it:'],
    ],
  },
  {
    binding: checksBindings.runChanging,
    place: checked,
    step: 'validation',
    shows: 'Restart',
    keys: [[enter, 'Run exactly this:']],
  },
  {
    binding: runbookBindings.runRunbook,
    place: () => makeSessionPlace([runbook]),
    step: 'operational-runbooks',
    shows: 'Restart the API',
    keys: [
      [down, '❯'],
      [down, /❯ +[·◐] Restart the API/],
      ['r', 'Run exactly this:'],
    ],
  },
  {
    binding: runbookBindings.keepAsCheck,
    place: () => makeSessionPlace([looking]),
    step: 'operational-runbooks',
    shows: 'Look at the API',
    keys: [
      [down, /❯ +[·◐] Look at the API/],
      ['C', 'Write this check:'],
    ],
  },
  {
    binding: commandBindings.runCommands,
    place: () => makeSessionPlace([], 'Europe/Madrid', smallPlaybook),
    step: 'checklist',
    shows: 'criteria validated',
    keys: [
      ['r', '❯ It only looks'],
      [down, '❯ It changes the system'],
      [enter, 'Run exactly this:'],
    ],
  },
  {
    binding: itemBindings.remove,
    place: () =>
      makeSessionPlace(
        [
          [
            4,
            {
              type: 'item/added',
              step: 'checklist',
              text: 'Tell the night shift',
              after: 'criteria-validated',
              isOptional: false,
            },
          ],
        ],
        'Europe/Madrid',
        smallPlaybook,
      ),
    step: 'checklist',
    shows: 'criteria validated',
    keys: [
      [down, /❯ +○ Tell the night shift/],
      ['D', 'Remove "Tell the night shift":'],
    ],
  },
  {
    binding: recordBindings.removeRecord,
    place: () => makeSessionPlace([runbook]),
    step: 'operational-runbooks',
    shows: 'Restart the API',
    keys: [
      [down, '❯'],
      [down, /❯ +[·◐] Restart the API/],
      ['D', 'Remove "Restart the API":'],
    ],
  },
];

test('every key that needs a yes is walked here', async () => {
  const marked = (await keyRooms()).flatMap(({bindings}) => bindings).filter((one) => one.needsYes);
  expect(walks.map(({binding}) => binding.label).toSorted()).toEqual(
    marked.map(({label}) => label).toSorted(),
  );
});

test.each(walks)('"$binding.label" does nothing before a typed yes', async (walk) => {
  await using place = await walk.place();
  await using screen = await place.open(walk.step);
  await screen.waitFor(walk.shows);
  for (const [key, shown] of walk.keys) {
    await screen.press(key);
    await screen.waitFor(shown);
  }
  const pressed = walk.keys.map(([key]) => (key === enter ? 'enter' : key));
  expect(pressed.some((key) => walk.binding.keys.includes(key))).toBe(true);
  const before = place.journal().length;
  await screen.waitFor(/Type yes, or leave\s+with Esc\./);
  await screen.press('y', enter);
  await screen.waitFor(/: y\b/);
  await screen.press(escape);
  await screen.waitFor((rows) => !rows.some((row) => row.includes('leave with Esc')));
  expect(place.journal()).toHaveLength(before);
});
