import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {altered, instantOfFirst, now, without, type Told} from '../../fixtures/world/past.ts';
import {keys} from '../../harness/keys.ts';
import {play, type Move} from './play.ts';
import {makeToldPlace} from './told-place.ts';

const justBefore = (instant: string) => new Date(Date.parse(instant) - 30_000).toISOString();
const beforeSession = justBefore(instantOfFirst('session/started'));
const beforeEnd = justBefore(instantOfFirst('session/ended'));

const isRow = (register: string) => (change: Change) =>
  change.type === 'record/added' && change.register === register;

/** Takes a demonstration out of the story, its start and its end. */
function withoutDemonstration(item: string): Told {
  const starts = without(() => false).filter(
    ({change}) => change.type === 'demonstration/started' && change.item === item,
  );
  const ids = new Set(starts.map(({id}) => id));
  return without(
    (change, id) =>
      ids.has(id) || (change.type === 'demonstration/ended' && ids.has(change.demonstration)),
  );
}

interface Mistake {
  readonly name: string;
  readonly told: Told;
  /** When the gate is asked. */
  readonly at: string;
  readonly gate: 'session' | 'handover' | 'closing';
  readonly step: string;
  /** From the step to the shut gate. */
  readonly moves: readonly Move[];
  readonly missing: string;
  /** The row of the rail to which Enter leads, and what is selected there. */
  readonly leadsTo: RegExp;
}

const start: readonly Move[] = [['s', 'Before the session starts']];
const end: readonly Move[] = [['Z', 'Before the session counts as held']];

const mistakes: readonly Mistake[] = [
  {
    name: 'not validating',
    told: without(
      (change) => change.type === 'runbook/proven' && change.record.includes('restart'),
    ),
    at: beforeSession,
    gate: 'session',
    step: 'agenda',
    moves: start,
    missing: '"Restart services" has not been proven on the system in the last 14 days',
    leadsTo: /❯ . Operational runbooks[^]*❯ ✔ Restart services/,
  },
  {
    name: 'rushing the session',
    told: without(
      (change) => change.type === 'session/block-entered' && change.block === 'questions',
    ),
    at: beforeEnd,
    gate: 'handover',
    step: 'agenda',
    moves: end,
    missing: '"Questions" had 0 of at least 15 min.',
    leadsTo: /❯ . Agenda[^]*❯ . Questions/,
  },
  {
    name: 'not writing down',
    told: altered((change) =>
      change.type === 'record/added' &&
      change.register === 'contacts' &&
      change.fields['name'] === 'Lee Novak'
        ? {...change, fields: {...change.fields, response: ''}}
        : undefined,
    ),
    at: beforeSession,
    gate: 'session',
    step: 'agenda',
    moves: start,
    missing: 'The contact "Lee Novak" lacks "Response time".',
    leadsTo: /❯ . Support model[^]*❯ +◐ Lee Novak/,
  },
  {
    name: 'assuming that they understand',
    told: withoutDemonstration('escalate-an-incident'),
    at: beforeEnd,
    gate: 'handover',
    step: 'agenda',
    moves: end,
    missing: 'The customer has not performed "Escalate an incident".',
    leadsTo: /❯ . Demonstrations[^]*❯ ○ Escalate an incident/,
  },
  {
    name: 'disappearing',
    told: without(isRow('check-ins')),
    at: now,
    gate: 'closing',
    step: 'sign-off',
    moves: [
      ['s', 'Who decides:'],
      [keys.enter, /Only a refusal can be recorded yet: 1 missing/],
      [keys.enter, /is shut\. Not yet: every\s+check-in was held in time\./u],
      [keys.escape, 'Who decides:'],
      [keys.escape, '⏎ sign off'],
      ['b', 'Before the receiver signs'],
    ],
    missing: 'Not yet: every check-in was held in time. Check-in 1, due Thu 12 Nov, was not held.',
    leadsTo: /❯ ▲ Check-in 1 of 2[^]*❯ . Transition/,
  },
  {
    name: 'not setting expectations',
    told: without(isRow('out-of-scope')),
    at: beforeSession,
    gate: 'session',
    step: 'agenda',
    moves: start,
    missing: 'Nothing is named as out of scope.',
    leadsTo: /❯ . Support model[^]*❯ ○ Out of scope/,
  },
];

test.each(mistakes)(
  '$name is stopped at its gate, with what is missing and the way there',
  async (mistake) => {
    const {told, at, gate, step, moves, missing, leadsTo} = mistake;
    await using story = await makeToldPlace(told, at);
    const asked = await story.run(['gate', gate, '--handoff', story.id]);
    expect(asked.stdout).toContain(missing);
    expect(asked.stdout).toContain('shut, 1 missing');
    expect(asked.exitCode).toBe(3);
    const before = await story.journal();
    await using wizard = await story.open(step);
    await play(wizard, moves);
    await wizard.waitFor((rows) => rows.join(' ').replaceAll(/\s+/g, ' ').includes(missing));
    await play(wizard, [[keys.enter, leadsTo]]);
    expect(await story.journal()).toEqual(before);
  },
);

test('lost minutes are waived without an end, for nobody can bring them back', async () => {
  const told = mistakes.find(({name}) => name === 'rushing the session')?.told ?? [];
  await using story = await makeToldPlace(told, beforeEnd);
  await using wizard = await story.open('agenda');
  await play(wizard, [
    ...end,
    ['w', 'Why waived:'],
    [`They had no questions left.${keys.enter}`, 'Approved by:'],
    [`Mina Okafor${keys.enter}`, /the gate is open[^]*min\. Waived by Mina Okafor\./],
  ]);
  const asked = await story.run(['gate', 'handover', '--handoff', story.id]);
  expect(asked.stdout).toContain('waived by Mina Okafor: "Questions" had 0 of at least 15 min.');
  expect((await story.run(['docs', story.id, '--out', 'out', '--format', 'md'])).exitCode).toBe(0);
});

test('a gate is waived with reason, approver and end, opens, and the document says so', async () => {
  await using story = await makeToldPlace(without(isRow('out-of-scope')), beforeSession);
  await using wizard = await story.open('agenda');
  const reason = 'The contract of the shop names it, part 4.';
  await play(wizard, [
    ['s', /Nothing is named as out of scope[^]*w waive/],
    ['w', 'Why waived:'],
    [`too short${keys.enter}`, /A waiver needs its reason in words/],
    [`\u0015${reason}${keys.enter}`, 'Approved by:'],
    [`Jordan Ruiz${keys.enter}`, 'cannot take the risk for others'],
    [`\u0015Mina Okafor${keys.enter}`, 'Until: 2026-11-24'],
    [keys.enter, /the gate is open[^]*Waived by Mina Okafor until Tue 24 Nov/],
    [keys.escape, 's start'],
    ['s', '▶ Overview'],
  ]);
  expect((await story.run(['docs', story.id, '--out', 'out', '--format', 'md'])).exitCode).toBe(0);
  const written = path.join(story.place.workspace, 'out', 'customer', 'handoff-document.md');
  const document = await readFile(written, 'utf8');
  for (const words of ['Nothing is named as out of scope.', reason, 'Mina Okafor', '2026-11-24'])
    expect(document).toContain(words);
});
