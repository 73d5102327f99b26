import type {Action, Change} from '../../../source/handoff/changes/catalogue.ts';
import {toAction} from '../../../source/handoff/changes/journal.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import type {CheckRunRecord} from '../../../source/handoff/model/check-run.ts';
import {builtInPlaybook} from '../../fixtures/built-in-playbook.ts';
import {finishedHandoff} from '../../../source/sample/finished-handoff.ts';
import {sampleRowId, type PastChange} from '../../../source/sample/story.ts';

export const playbook = builtInPlaybook;

/** Noon on a Wednesday; the session was fifteen days before, on a Tuesday. */
export const now = '2026-11-25T12:00:00.000Z';

const day = 24 * 60;

export function checkRun(
  id: string,
  outcome: 'pass' | 'fail' = 'pass',
  startedAt = now,
): CheckRunRecord {
  return {
    id,
    file: 'handoff.yaml',
    fileSha256: '0'.repeat(64),
    startedAt,
    duration: 10,
    isInterrupted: false,
    actor: 'Jordan Ruiz',
    results: [
      {
        name: 'API is healthy',
        kind: 'http',
        severity: 'required',
        outcome,
        message: outcome === 'pass' ? 'status 200' : 'status 503, expected 200',
        target: 'http://127.0.0.1',
        startedAt,
        duration: 10,
        findings: [],
      },
    ],
  };
}

function fieldOf(record: string, field: string): string {
  const row = finishedHandoff(playbook, 8080, Date.parse(now)).find(({id}) => id === record);
  const value = row?.change.type === 'record/added' && row.change.fields[field];
  return typeof value === 'string' ? value : '';
}

/** The first runbook of an item, run with what it expects. */
export function proof(item: string): Change {
  const record = sampleRowId(item, 1);
  const expected = fieldOf(record, 'expected');
  return {
    type: 'runbook/proven',
    record,
    command: fieldOf(record, 'commands'),
    isMet: true,
    expected,
    actual: expected.replaceAll('\n', ' '),
    code: 0,
  };
}

/** What really runs in the sample, and so is no part of its story. */
function tried(): PastChange[] {
  const proven = ['check-health', 'restart-services', 'view-logs', 'back-up-and-restore'];
  const run = (id: string, minutesAgo: number): PastChange => ({
    minutesAgo,
    change: {
      type: 'checks/recorded',
      run: checkRun(id, 'pass', new Date(Date.parse(now) - minutesAgo * 60_000).toISOString()),
    },
  });
  return [
    ...proven.map((item) => ({minutesAgo: 17 * day, change: proof(item)})),
    run('before', 17 * day),
    run('after', day),
    ...['sample-question-1', 'sample-question-2'].map((note) => ({
      minutesAgo: 14 * day,
      change: {type: 'session/answered', note, answer: 'Yes.'} as const,
    })),
  ];
}

export type Told = readonly (PastChange & {readonly id: string})[];

/** The whole story of an honest handoff, each change with the id of its action. */
export const honest: Told = [
  {
    id: 'created',
    minutesAgo: 60 * day,
    change: {
      type: 'handoff/created',
      handoff: 'shop',
      customer: 'Shop',
      system: 'Orders',
      workspace: '/srv/orders',
      timeZone: 'UTC',
      playbook,
      playbookSource: 'built-in',
    } as const,
  },
  ...finishedHandoff(playbook, 8080, Date.parse(now)),
  ...tried(),
].map((entry, index) => ({...entry, id: ('id' in entry && entry.id) || `change-${index}`}));

export function instantOf({minutesAgo}: PastChange): string {
  return new Date(Date.parse(now) - minutesAgo * 60_000).toISOString();
}

/** The instant at which the session starts, or another change of that type is made. */
export function instantOfFirst(type: Change['type'], told: Told = honest): string {
  const found = told.find(({change}) => change.type === type);
  if (!found) throw new Error(`The story has no ${type}.`);
  return instantOf(found);
}

/** The handoff as it stood at an instant, by a story that may differ from the honest one. */
export function handoffAt(instant: string, told: Told = honest): Handoff {
  const past = told
    .filter((entry) => instantOf(entry) <= instant)
    .toSorted((a, b) => b.minutesAgo - a.minutesAgo);
  const journal: Action[] = [];
  for (const {id, change, ...entry} of past)
    journal.push(
      toAction(journal, change, {id, at: instantOf({change, ...entry}), actor: 'Jordan Ruiz'}),
    );
  return foldJournal(journal);
}

/** The honest story without some of its changes. */
export function without(isLeftOut: (change: Change, id: string) => boolean): Told {
  return honest.filter(({change, id}) => !isLeftOut(change, id));
}

/** The honest story with changes replaced; what gives nothing stays as it is. */
export function altered(change: (change: Change, id: string) => Change | undefined): Told {
  return honest.map((entry) => ({
    ...entry,
    change: change(entry.change, entry.id) ?? entry.change,
  }));
}
