import type {Change} from '../../source/handoff/changes/catalogue.ts';
import type {CheckRunRecord} from '../../source/handoff/model/check-run.ts';
import {finishedHandoff} from '../../source/sample/finished-handoff.ts';
import {sampleRowId, type PastChange} from '../../source/sample/story.ts';
import type {Playbook} from '../../source/playbook/playbook.ts';
import {allItems} from '../../source/playbook/walk.ts';

/** How far a handoff has come. */
export const stages = [
  'new',
  'prepared',
  'planned',
  'live',
  'paused',
  'ended',
  'in transition',
  'signed',
  'changed since',
] as const;
export type Stage = (typeof stages)[number];

/** Where the sample's service would listen; nothing here does. */
const port = 8080;
const hour = 60;
const day = 24 * hour;

export const engineer = 'Jordan Ruiz';
export const customer = 'Mina Okafor';

/** A run in which every check of a small file passes. */
export function passingRun(startedAt: string, id = `run ${startedAt}`): CheckRunRecord {
  const check = (name: string, severity: 'required' | 'recommended') =>
    ({
      name,
      kind: 'command',
      severity,
      outcome: 'pass',
      message: 'exit 0',
      target: name,
      startedAt,
      duration: 12,
      code: 0,
      findings: [{subject: 'exit', expected: '0', actual: '0', isMet: true, level: 'expect'}],
    }) as const;
  return {
    id,
    file: '/srv/orders/handoff.yaml',
    fileSha256: 'c'.repeat(64),
    startedAt,
    duration: 30,
    isInterrupted: false,
    actor: engineer,
    results: [check('API is healthy', 'required'), check('Log is quiet', 'recommended')],
  };
}

const sent = [
  'send-the-handoff-document',
  'send-a-summary-of-the-session',
  'send-links-to-every-resource',
];

/** The same run with its required check failing. */
export function failingRun(startedAt: string): CheckRunRecord {
  const run = passingRun(startedAt);
  const findings = [
    {subject: 'exit', expected: '0', actual: '1', isMet: false, level: 'expect'},
  ] as const;
  const results = run.results.map((check) =>
    check.severity === 'required'
      ? {...check, outcome: 'fail' as const, message: 'exit 1', code: 1, findings}
      : check,
  );
  return {...run, results};
}

/** Each runbook with commands, run once, with what it was to print. */
function proofs(rows: readonly PastChange[], minutesAgo: number): PastChange[] {
  return rows.flatMap(({id, change}): PastChange[] => {
    if (change.type !== 'record/added' || change.register !== 'runbooks' || !id) return [];
    const {commands, expected} = change.fields;
    if (typeof commands !== 'string' || typeof expected !== 'string') return [];
    const proven: Change = {
      type: 'runbook/proven',
      record: id,
      command: commands,
      isMet: true,
      expected,
      actual: expected.replaceAll('/', '').split('\n')[0] ?? '',
      code: 0,
      duration: 40,
    };
    return [{id: `proof of ${id}`, minutesAgo, change: proven}];
  });
}

function settled(playbook: Playbook, ids: readonly string[], minutesAgo: number): PastChange[] {
  return allItems(playbook)
    .filter(({item}) => ids.includes(item.id))
    .map(({item}) => ({
      minutesAgo,
      change: {type: 'item/settled', item: item.id, status: 'done'} as const,
    }));
}

/**
 * One honest handoff from its first row to a change after its sign-off, oldest first.
 *
 * @param now milliseconds since 1970, at which the story ends
 */
export function wholeStory(playbook: Playbook, now: number): PastChange[] {
  const sample = finishedHandoff(playbook, port, now);
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString();
  const startedAgo = sample.find(({change}) => change.type === 'session/started')?.minutesAgo ?? 0;
  const run = (minutesAgo: number): PastChange => ({
    minutesAgo,
    change: {type: 'checks/recorded', run: passingRun(at(minutesAgo + 1))},
  });
  const answer = (note: string, text: string): PastChange => ({
    minutesAgo: startedAgo - 3 * hour,
    change: {type: 'session/answered', note, answer: text},
  });
  const told: readonly PastChange[] = [
    ...sample,
    ...proofs(sample, startedAgo + day),
    run(startedAgo + day),
    ...settled(playbook, ['review-every-outcome-that-is-not-a-pass'], startedAgo + day - 5),
    answer('sample-question-1', 'Yes: set the retention in the log rotation.'),
    answer('sample-question-2', 'The shop’s own on-call rota.'),
    {
      minutesAgo: startedAgo - 4 * hour,
      change: {
        type: 'documents/written',
        asOf: at(startedAgo - 4 * hour + 1),
        digest: 'd'.repeat(64),
        audience: 'customer',
        formats: ['md', 'html'],
        folder: '/srv/orders/handoff-documents',
        documents: ['handoff-document', 'session-summary', 'follow-up-email'],
      },
    },
    ...settled(playbook, sent, startedAgo - 5 * hour),
    run(3 * hour),
    {
      minutesAgo: 2 * hour,
      change: {
        type: 'sign-off/recorded',
        name: customer,
        role: 'head of shop operations',
        decision: 'accepted',
      },
    },
    {
      minutesAgo: hour,
      change: {
        type: 'record/changed',
        record: sampleRowId('restart-services', 1),
        fields: {trigger: 'The page says that orders wait longer than a minute'},
      },
    },
  ];
  return told.toSorted((a, b) => b.minutesAgo - a.minutesAgo);
}

/** The last change that belongs to a stage. */
const endings: Readonly<Record<Stage, (change: Change, story: readonly Change[]) => boolean>> = {
  new: () => false,
  prepared: (change) => change.type === 'item/settled' && change.item.startsWith('review-every'),
  planned: (change) => change.type === 'item/settled' && change.item.startsWith('review-every'),
  live: (change) => change.type === 'demonstration/ended',
  paused: (change) => change.type === 'demonstration/ended',
  ended: (change) => change.type === 'session/ended',
  'in transition': (change) => change.type === 'record/added' && change.register === 'check-ins',
  signed: (change) => change.type === 'sign-off/recorded',
  'changed since': () => true,
};

/** The story up to a stage. The last entry of it happens last. */
export function storyUpTo(stage: Stage, story: readonly PastChange[]): PastChange[] {
  const changes = story.map(({change}) => change);
  const isLast = endings[stage];
  const find = stage === 'changed since' ? 'findLastIndex' : 'findIndex';
  const end = changes[find]((change) => isLast(change, changes));
  const told = story.slice(0, end + 1);
  if (stage === 'prepared') return told.filter(({change}) => change.type !== 'session/planned');
  const last = told.at(-1);
  return stage === 'paused' && last
    ? [...told, {minutesAgo: last.minutesAgo - 0.1, change: {type: 'session/paused'}}]
    : told;
}
