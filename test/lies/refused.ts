import {tellSteps} from '../../source/handoff/changes/step-runs.ts';
import type {StepRun} from '../../source/handoff/model/proof.ts';
import {wayAsExpected} from '../../source/sample/tries.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {readGate} from '../../source/handoff/gates/gates.ts';
import {fieldText} from '../../source/handoff/registers/records.ts';
import {sampleRowId} from '../../source/sample/story.ts';
import {dayIn} from '../../source/handoff/time/schedule.ts';
import {inDays} from '../fixtures/world/in-days.ts';
import {customer, engineer, failingRun, passingRun, type Stage} from '../fixtures/world/story.ts';
import type {World} from '../fixtures/world/world.ts';

/** A claim that is not so, asked for where no rule of a screen could have stopped it. */
export interface Lie {
  /** The number of the rule that it would break. */
  readonly rule: number;
  readonly name: string;
  readonly at: Stage;
  /** Honest changes that lead to it. */
  readonly before?: (world: World) => readonly Change[];
  readonly lie: (world: World) => Change;
  /** What every face says against it. */
  readonly says: RegExp;
}

const reason = 'The customer runs nothing of the kind';
const now = () => new Date().toISOString();
const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

const ticks = (item: string) => (): Change => ({type: 'item/settled', item, status: 'done'});
const skips = (item: string, why: string) => (): Change => ({
  type: 'item/settled',
  item,
  status: 'not-applicable',
  reason: why,
});
const signs =
  (name: string, extra: object = {}) =>
  (): Change => ({
    type: 'sign-off/recorded',
    name,
    role: 'head of operations',
    decision: 'accepted',
    ...extra,
  });
const performs =
  (performer: string, observer = engineer) =>
  (): Change => ({type: 'demonstration/started', item: 'restart-a-service', performer, observer});
const ends = (result: 'unaided' | 'prompted' | 'failed', remark?: string) => (world: World) =>
  ({
    type: 'demonstration/ended',
    demonstration: world.snapshot().handoff.demonstrations.at(-1)?.id ?? '',
    result,
    ...(remark === undefined ? {} : {remark}),
  }) as const;

const runbook = sampleRowId('restart-services', 1);
function row(world: World, id: string) {
  const found = world.snapshot().handoff.records.find((one) => one.id === id);
  if (!found) throw new Error(`There is no row ${id}.`);
  return found;
}
const proves =
  (extra: object) =>
  (world: World): Change => ({
    type: 'runbook/proven',
    record: runbook,
    command: fieldText(row(world, runbook), 'commands'),
    isMet: true,
    expected: fieldText(row(world, runbook), 'expected'),
    actual: 'it runs again',
    code: 0,
    ...extra,
  });

/** A requirement that a gate misses, waived as the gate says it, but for what is given. */
const waives =
  (gate: 'session' | 'handover' | 'closing', id: RegExp, extra: object) =>
  (world: World): Change => {
    const {missing} = readGate(world.snapshot().handoff, gate, now());
    const found = missing.find((one) => id.test(one.id));
    if (!found) throw new Error(`The gate misses none of ${missing.map((one) => one.id).join()}.`);
    return {
      type: 'gate/waived',
      gate,
      requirement: found.id,
      text: found.text,
      reason: 'The customer takes this on by themselves',
      approver: customer,
      expires: inDays(10),
      ...extra,
    };
  };

const adds =
  (
    register: 'risks' | 'approvers' | 'check-ins' | 'acknowledgements' | 'contacts',
    fields: object,
  ) =>
  (): Change =>
    ({type: 'record/added', register, item: keepers[register], fields}) as unknown as Change;
const keepers = {
  risks: 'risks-and-issues',
  approvers: 'approvers',
  'check-ins': 'log-of-contacts',
  acknowledgements: 'the-customers-acknowledgement',
  contacts: 'escalation-contacts',
} as const;
const contact = {
  date: dayIn('UTC', now()),
  kind: 'check-in',
  did: 'Restarted it twice.',
  found: 'Nothing.',
  severity: 'none',
};

const started: Change = {type: 'session/started'};
const asked: Change = {type: 'session/noted', kind: 'question', text: 'Who rotates the log?'};
const waits = /cannot be done yet/u;

const facts: readonly Lie[] = [
  ...[
    'complete-the-documentation',
    'write-down-access-and-credentials',
    'schedule-the-handoff-session',
    'run-the-checks-on-the-deployed-system',
    'review-every-outcome-that-is-not-a-pass',
    'what-was-deployed',
    'how-to-access-it',
    'how-to-operate-it',
    'how-to-troubleshoot-it',
    'who-to-contact',
    'resources',
    'demonstrations-check-health',
    'restart-a-service',
    'find-an-error-in-the-logs',
    'restore-a-backup',
    'escalate-an-incident',
    'handle-the-most-frequent-known-issue',
    'let-the-customer-drive',
    'write-down-each-question-with-its-answer',
    'promise-a-written-summary-and-say-when-it-comes',
    'send-the-handoff-document',
    'send-a-summary-of-the-session',
    'send-links-to-every-resource',
    'share-the-recording',
    'confirm-that-nothing-is-missing',
    'close-every-open-point',
    'hold-the-first-check-in',
    'archive-the-project-documentation',
    'obtain-the-receivers-sign-off',
  ].map((item): Lie => ({
    rule: 1,
    name: `ticks "${item}"`,
    at: 'new',
    lie: ticks(item),
    says: waits,
  })),
  {
    rule: 1,
    name: 'sends documents that were written before the session',
    at: 'ended',
    lie: ticks('send-the-handoff-document'),
    says: /No documents were written since the session/u,
  },
  {
    rule: 1,
    name: 'closes all points while one is open',
    at: 'ended',
    lie: ticks('close-every-open-point'),
    says: /still open/u,
  },
  {
    rule: 1,
    name: 'says that no sign-off is needed',
    at: 'ended',
    lie: skips('obtain-the-receivers-sign-off', reason),
    says: /without the decision of its receiver/u,
  },
  {
    rule: 1,
    name: 'opens what has happened',
    at: 'planned',
    lie: () => ({type: 'item/settled', item: 'schedule-the-handoff-session', status: 'open'}),
    says: /settled by what has happened/u,
  },
];

/** The way through the steps of the sample's restore, told otherwise. */
const walks =
  (told: (way: readonly StepRun[]) => readonly StepRun[]) =>
  (world: World): Change => {
    const restore = sampleRowId('back-up-and-restore', 1);
    const way = told(wayAsExpected(row(world, restore), now()));
    const whole = {record: restore, command: '', isMet: true, expected: '', actual: ''};
    return {type: 'runbook/proven', ...whole, ...tellSteps(way)};
  };

const stepLies: readonly Lie[] = [
  {
    rule: 2,
    name: 'leaves a step out',
    at: 'prepared',
    lie: walks((way) => way.filter(({number}) => number !== 3)),
    says: /No way leads from step 2 to step 4/u,
  },
  {
    rule: 2,
    name: 'proves another step',
    at: 'prepared',
    lie: walks((way) => way.map((run) => ({...run, command: 'true'}))),
    says: /is another now, so this is no run of it/u,
  },
  {
    rule: 3,
    name: 'ends before its end',
    at: 'prepared',
    lie: walks((way) => way.slice(0, 2)),
    says: /ended at step 2 of 6, and that is not its end/u,
  },
  {
    rule: 3,
    name: 'proves a step that ended with exit 1',
    at: 'prepared',
    lie: walks((way) => way.map((run) => ({...run, code: 1}))),
    says: /Step 1 ended with exit 1/u,
  },
];

const proofLies: readonly Lie[] = [
  ...stepLies,
  {
    rule: 2,
    name: 'proves another command',
    at: 'prepared',
    lie: proves({command: 'echo ok'}),
    says: /was changed, so this is no run of it/u,
  },
  {
    rule: 2,
    name: 'proves the runbook as it was',
    at: 'prepared',
    lie: proves({digest: 'a'.repeat(64)}),
    says: /was changed/u,
  },
  {
    rule: 3,
    name: 'proves what ended with exit 1',
    at: 'prepared',
    lie: proves({code: 1}),
    says: /ended with exit 1/u,
  },
  {
    rule: 3,
    name: 'proves what was killed',
    at: 'prepared',
    lie: proves({code: undefined}),
    says: /did not run to its end/u,
  },
  {
    rule: 3,
    name: 'measures without running',
    at: 'prepared',
    lie: proves({command: '', kind: 'measured', code: undefined}),
    says: /nothing was measured/u,
  },
  {
    rule: 3,
    name: 'attests without having seen',
    at: 'prepared',
    lie: proves({command: '', code: undefined, actual: '-'}),
    says: /Nothing says what was seen/u,
  },
  {
    rule: 11,
    name: 'proves tomorrow',
    at: 'prepared',
    lie: proves({ranAt: ahead(1440)}),
    says: /begins after now/u,
  },
  {
    rule: 12,
    name: 'proves a contact',
    at: 'prepared',
    lie: proves({record: sampleRowId('approvers', 1), command: ''}),
    says: /is no runbook/u,
  },
  {
    rule: 12,
    name: 'proves a row that is not there',
    at: 'prepared',
    lie: proves({record: 'nowhere'}),
    says: /is not there/u,
  },
  {
    rule: 3,
    name: 'runs the checks tomorrow',
    at: 'prepared',
    lie: () => ({type: 'checks/recorded', run: passingRun(ahead(1440))}),
    says: /after now|ahead/u,
  },
  {
    rule: 4,
    name: 'runs no checks',
    at: 'prepared',
    lie: () => ({type: 'checks/recorded', run: {...passingRun(now()), results: []}}),
    says: /no check|No check/u,
  },
  {
    rule: 4,
    name: 'passes a check whose condition is not met',
    at: 'prepared',
    lie: () => {
      const run = passingRun(now());
      const [first, ...rest] = run.results;
      const findings = [
        {subject: 'exit', expected: '0', actual: '1', isMet: false, level: 'expect' as const},
      ];
      return {
        type: 'checks/recorded',
        run: {...run, results: first ? [{...first, findings}, ...rest] : rest},
      };
    },
    says: /not met|pass/u,
  },
];

const peopleLies: readonly Lie[] = [
  ...[
    [engineer, /hands the system over/u],
    ['jordan  RUIZ', /hands the system over/u],
    ['Jordan\u200B Ruiz', /hands the system over/u],
    ['Jordan Ruiz (vendor)', /hands the system over/u],
    ['Jordan Ruiz <jr@x.example>', /hands the system over/u],
    ['Ruiz, Jordan', /hands the system over/u],
    ['J. Ruiz', /may be Jordan Ruiz/u],
    ['n/a', /names nobody/u],
    ['the customer', /names nobody/u],
    ['somebody else', /names nobody/u],
  ].flatMap(([name, says]): Lie[] => [
    {
      rule: 6,
      name: `lets "${String(name)}" perform`,
      at: 'live',
      lie: performs(String(name), 'Lee Novak'),
      says: says as RegExp,
    },
    {
      rule: 6,
      name: `lets "${String(name)}" sign`,
      at: 'in transition',
      lie: signs(String(name)),
      says: says as RegExp,
    },
    {
      rule: 6,
      name: `lets "${String(name)}" take the risk`,
      at: 'new',
      lie: waives('session', /^plan$/u, {approver: String(name)}),
      says: says as RegExp,
    },
  ]),
  {
    rule: 6,
    name: 'lets the engineer approve',
    at: 'new',
    lie: adds('approvers', {name: engineer, role: 'lead'}),
    says: /cannot approve it/u,
  },
  {
    rule: 6,
    name: 'lets the engineer be a deputy',
    at: 'new',
    lie: adds('approvers', {name: customer, role: 'lead', deputy: 'jordan ruiz'}),
    says: /cannot approve it/u,
  },
  {
    rule: 6,
    name: 'lets the engineer agree',
    at: 'new',
    lie: adds('acknowledgements', {name: engineer, date: inDays(-1), how: 'mail'}),
    says: /cannot agree/u,
  },
  {
    rule: 6,
    name: 'has a check-in with itself',
    at: 'in transition',
    lie: adds('check-ins', {...contact, name: engineer}),
    says: /hands the system over/u,
  },
  {
    rule: 6,
    name: 'watches itself',
    at: 'live',
    lie: performs(customer, 'mina okafor'),
    says: /somebody else has to watch/u,
  },
  {
    rule: 6,
    name: 'makes the engineer a customer',
    at: 'new',
    lie: () => ({type: 'person/described', name: engineer, side: 'customer'}),
    says: /hands the system over/u,
  },
  {
    rule: 6,
    name: 'is called root',
    at: 'new',
    lie: () => ({type: 'person/renamed', from: engineer, to: 'root'}),
    says: /names nobody/u,
  },
];

const gateLies: readonly Lie[] = [
  {
    rule: 7,
    name: 'starts an unprepared session',
    at: 'new',
    lie: () => started,
    says: /gate .* is shut/u,
  },
  {
    rule: 7,
    name: 'accepts before the session',
    at: 'prepared',
    lie: signs(customer),
    says: /gate .* is shut/u,
  },
  {
    rule: 7,
    name: 'accepts on the day of the session',
    at: 'ended',
    lie: signs(customer),
    says: /gate .* is shut/u,
  },
  {
    rule: 7,
    name: 'accepts while a required check fails',
    at: 'in transition',
    before: () => [{type: 'checks/recorded', run: failingRun(now())}],
    lie: signs(customer),
    says: /gate .* is shut/u,
  },
  {
    rule: 7,
    name: 'accepts with a name alone',
    at: 'in transition',
    lie: signs(customer, {role: ' '}),
    says: /what the person is/u,
  },
  {
    rule: 7,
    name: 'accepts with conditions that are none',
    at: 'in transition',
    lie: signs(customer, {decision: 'accepted-with-conditions', conditions: [' ']}),
    says: /No condition/u,
  },
  {
    rule: 7,
    name: 'declines without a word',
    at: 'in transition',
    lie: signs(customer, {decision: 'declined'}),
    says: /why it is declined/u,
  },
  {
    rule: 2,
    name: 'accepts another version',
    at: 'changed since',
    lie: signs(customer, {digest: 'e'.repeat(64)}),
    says: /was changed since it was shown/u,
  },
  {
    rule: 7,
    name: 'begins the session twice',
    at: 'live',
    lie: () => started,
    says: /started already/u,
  },
  {
    rule: 7,
    name: 'ends a session that never began',
    at: 'planned',
    lie: () => ({type: 'session/ended'}),
    says: /has not started/u,
  },
  {
    rule: 7,
    name: 'ends the session twice',
    at: 'ended',
    lie: () => ({type: 'session/ended'}),
    says: /has ended/u,
  },
  {
    rule: 7,
    name: 'asks a question before the session',
    at: 'planned',
    lie: () => asked,
    says: /has not started/u,
  },
  {
    rule: 7,
    name: 'asks a question after the session',
    at: 'ended',
    lie: () => asked,
    says: /has ended/u,
  },
  {
    rule: 7,
    name: 'lets the customer drive after the end',
    at: 'ended',
    lie: () => ({type: 'session/driver-changed', driver: 'customer'}),
    says: /has ended/u,
  },
  {
    rule: 7,
    name: 'gives time to a block after the end',
    at: 'ended',
    lie: () => ({type: 'session/time-moved', from: 'next-steps', to: 'questions', minutes: 9}),
    says: /has ended/u,
  },
  {
    rule: 7,
    name: 'enters a block after the end',
    at: 'ended',
    lie: () => ({type: 'session/block-entered', block: 'questions'}),
    says: /has ended/u,
  },
  {
    rule: 7,
    name: 'pauses a paused session',
    at: 'paused',
    lie: () => ({type: 'session/paused'}),
    says: /paused already/u,
  },
  {
    rule: 7,
    name: 'goes on without a pause',
    at: 'live',
    lie: () => ({type: 'session/resumed'}),
    says: /not paused/u,
  },
  {
    rule: 7,
    name: 'performs two tasks at once',
    at: 'live',
    before: () => [performs(customer)()],
    lie: performs('Lee Novak'),
    says: /is going on/u,
  },
  {
    rule: 7,
    name: 'was helped and does not say how',
    at: 'live',
    before: () => [performs(customer)()],
    lie: ends('prompted'),
    says: /what they had to be told/u,
  },
  {
    rule: 7,
    name: 'failed and does not say why',
    at: 'live',
    before: () => [performs(customer)()],
    lie: ends('failed', ' '),
    says: /why it failed/u,
  },
  {
    rule: 7,
    name: 'gives a task a second result',
    at: 'live',
    lie: ends('unaided'),
    says: /has its result/u,
  },
];

const waiverLies: readonly Lie[] = [
  {
    rule: 8,
    name: 'waives for ever',
    at: 'new',
    lie: waives('session', /^plan$/u, {expires: '2099-01-01'}),
    says: /90 days at the most/u,
  },
  {
    rule: 8,
    name: 'waives until yesterday',
    at: 'new',
    lie: waives('session', /^plan$/u, {expires: inDays(-1)}),
    says: /over today/u,
  },
  {
    rule: 8,
    name: 'waives without an end',
    at: 'new',
    lie: waives('session', /^plan$/u, {expires: undefined}),
    says: /needs an end/u,
  },
  {
    rule: 8,
    name: 'waives for a letter',
    at: 'new',
    lie: waives('session', /^plan$/u, {reason: 'aaaaaaaaaaaaaaaaaaaaaa'}),
    says: /reason/u,
  },
  {
    rule: 8,
    name: 'waives for a word said again',
    at: 'new',
    lie: waives('session', /^plan$/u, {reason: 'later later later later'}),
    says: /reason/u,
  },
  {
    rule: 8,
    name: 'waives for nothing',
    at: 'new',
    lie: waives('session', /^plan$/u, {reason: 'x'}),
    says: /reason/u,
  },
  {
    rule: 8,
    name: 'waives what is not missing',
    at: 'prepared',
    lie: () => ({
      type: 'gate/waived',
      gate: 'session',
      requirement: 'check nothing',
      text: 'Nothing',
      reason,
      approver: customer,
      expires: inDays(9),
    }),
    says: /does not miss this/u,
  },
  {
    rule: 8,
    name: 'waives another fact than the gate says',
    at: 'new',
    lie: waives('session', /^plan$/u, {text: 'The plan is a little short'}),
    says: /not what the gate says/u,
  },
];

const lossLies: readonly Lie[] = [
  {
    rule: 5,
    name: 'removes a runbook that was proven',
    at: 'prepared',
    lie: () => ({type: 'record/removed', record: runbook}),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'removes an approver after the session',
    at: 'ended',
    lie: () => ({type: 'record/removed', record: sampleRowId('approvers', 1)}),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'removes a contact that was agreed',
    at: 'prepared',
    lie: () => ({type: 'record/removed', record: sampleRowId('escalation-contacts', 1)}),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'lowers a severity after the session',
    at: 'ended',
    lie: (world) => lowersRisk(world),
    says: /stays on record|Nobody has accepted|accept/u,
  },
  {
    rule: 5,
    name: 'shortens the transition',
    at: 'in transition',
    lie: () => ({
      type: 'record/changed',
      record: sampleRowId('transition-period', 1),
      fields: {ends: inDays(1)},
    }),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'shortens the transition by an extension',
    at: 'in transition',
    lie: () => ({type: 'transition/extended', until: inDays(0), reason}),
    says: /already|in the past/u,
  },
  {
    rule: 5,
    name: 'extends the transition for no reason',
    at: 'in transition',
    lie: () => ({type: 'transition/extended', until: inDays(60), reason: ' '}),
    says: /reason is needed/u,
  },
  {
    rule: 5,
    name: 'pushes a point to 2030',
    at: 'in transition',
    lie: () => ({type: 'follow-up/changed', followUp: 'action sample-action-1', due: '2030-01-01'}),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'changes what somebody agreed to on the recording',
    at: 'ended',
    lie: () => ({
      type: 'record/changed',
      record: sampleRowId('attendees', 1),
      fields: {consent: 'not asked'},
    }),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'takes a proof back without a word',
    at: 'prepared',
    lie: () => ({type: 'undone', action: `proof of ${runbook}`}),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'takes the acceptance back without a word',
    at: 'signed',
    lie: (world) => ({
      type: 'undone',
      action: world.snapshot().journal.findLast(({type}) => type === 'sign-off/recorded')?.id ?? '',
    }),
    says: /stays on record/u,
  },
  {
    rule: 5,
    name: 'takes a run of the checks back',
    at: 'prepared',
    lie: (world) => ({
      type: 'undone',
      action: world.snapshot().journal.findLast(({type}) => type === 'checks/recorded')?.id ?? '',
    }),
    says: /not taken back/u,
  },
  {
    rule: 5,
    name: 'takes back what is gone',
    at: 'prepared',
    lie: () => ({type: 'undone', action: 'nothing', reason}),
    says: /nothing left to take back/u,
  },
];

function lowersRisk(world: World): Change {
  const risk = world.snapshot().handoff.records.find(({register}) => register === 'risks');
  return {type: 'record/changed', record: risk?.id ?? '', fields: {severity: '4'}};
}

const pointLies: readonly Lie[] = [
  {
    rule: 10,
    name: 'closes a point without an outcome',
    at: 'ended',
    lie: () => ({type: 'follow-up/closed', followUp: 'action sample-action-1', outcome: ' '}),
    says: /what came of it/u,
  },
  {
    rule: 10,
    name: 'closes a point that is not there',
    at: 'ended',
    lie: () => ({type: 'follow-up/closed', followUp: 'action nowhere', outcome: 'Done.'}),
    says: /no such open point/u,
  },
  {
    rule: 10,
    name: 'closes a point twice',
    at: 'signed',
    lie: () => ({type: 'follow-up/closed', followUp: 'action sample-action-1', outcome: 'Done.'}),
    says: /closed/u,
  },
  {
    rule: 10,
    name: 'opens a point that is open',
    at: 'ended',
    lie: () => ({type: 'follow-up/reopened', followUp: 'action sample-action-1'}),
    says: /is open/u,
  },
  {
    rule: 10,
    name: 'closes a failing check by saying that it was fixed',
    at: 'ended',
    before: () => [{type: 'checks/recorded', run: failingRun(now())}],
    lie: () => ({
      type: 'follow-up/closed',
      followUp: 'check API is healthy',
      outcome: 'Fixed and tested.',
    }),
    says: /does not hold/u,
  },
];

const timeLies: readonly Lie[] = [
  {
    rule: 11,
    name: 'counts a break that is still to come',
    at: 'live',
    lie: () => ({type: 'session/break-counted', startedAt: ahead(10), endedAt: ahead(20)}),
    says: /after now/u,
  },
  {
    rule: 11,
    name: 'counts a break that ends before it starts',
    at: 'live',
    lie: () => ({type: 'session/break-counted', startedAt: ahead(-10), endedAt: ahead(-20)}),
    says: /ends before it starts/u,
  },
  {
    rule: 11,
    name: 'plans a session of no minutes',
    at: 'prepared',
    lie: () => ({type: 'session/planned', startsAt: ahead(1440), timeZone: 'UTC', minutes: 0}),
    says: /no minutes/u,
  },
  {
    rule: 11,
    name: 'was called tomorrow',
    at: 'new',
    lie: adds('contacts', {
      name: 'Lee Novak',
      level: '1',
      channel: '+1 555 0100',
      response: '5 min',
      tested: inDays(2),
    }),
    says: /still to come/u,
  },
  {
    rule: 11,
    name: 'agreed tomorrow',
    at: 'new',
    lie: adds('acknowledgements', {name: customer, date: inDays(2), how: 'mail'}),
    says: /still to come/u,
  },
  {
    rule: 11,
    name: 'met tomorrow',
    at: 'in transition',
    lie: adds('check-ins', {...contact, name: customer, date: inDays(2)}),
    says: /still to come/u,
  },
  {
    rule: 11,
    name: 'solves a risk last year',
    at: 'new',
    lie: adds('risks', {
      name: 'Disk',
      severity: '2',
      workaround: 'None',
      owner: 'Lee Novak',
      due: '2020-01-01',
      state: 'open',
    }),
    says: /past/u,
  },
  {
    rule: 11,
    name: 'wrote documents tomorrow',
    at: 'ended',
    lie: (world) => ({
      type: 'documents/written',
      asOf: ahead(1440),
      digest: handoffDigest(world.snapshot().handoff),
      audience: 'customer',
      formats: ['md'],
      folder: '/x',
      documents: ['handoff-document'],
    }),
    says: /still ahead/u,
  },
];

const strictLies: readonly Lie[] = [
  {
    rule: 12,
    name: 'creates the handoff twice',
    at: 'new',
    lie: (world) => ({
      type: 'handoff/created',
      handoff: 'other',
      customer: 'A',
      system: 'B',
      workspace: '/w',
      timeZone: 'UTC',
      playbook: world.snapshot().handoff.playbook,
      playbookSource: 'built-in',
    }),
    says: /created once/u,
  },
  {
    rule: 12,
    name: 'settles an item that is not there',
    at: 'new',
    lie: ticks('nothing-of-the-kind'),
    says: /is not there/u,
  },
  {
    rule: 12,
    name: 'answers a question that is not there',
    at: 'ended',
    lie: () => ({type: 'session/answered', note: 'nowhere', answer: 'Yes'}),
    says: /is not there/u,
  },
  {
    rule: 12,
    name: 'gives a field that no runbook has',
    at: 'new',
    lie: () => ({
      type: 'record/added',
      register: 'runbooks',
      item: 'check-health',
      fields: {name: 'Health', proven: 'yes'},
    }),
    says: /does not fit/u,
  },
  {
    rule: 12,
    name: 'gives a severity that is none',
    at: 'new',
    lie: adds('risks', {
      name: 'Disk',
      severity: '0',
      workaround: 'None',
      owner: 'Lee',
      due: inDays(9),
      state: 'open',
    }),
    says: /does not fit/u,
  },
  {
    rule: 12,
    name: 'gives a day that is none',
    at: 'new',
    lie: adds('risks', {
      name: 'Disk',
      severity: '1',
      workaround: 'None',
      owner: 'Lee',
      due: '2026-02-30',
      state: 'open',
    }),
    says: /does not fit/u,
  },
  {
    rule: 12,
    name: 'wrote a document that there is none of',
    at: 'ended',
    lie: (world) => ({
      type: 'documents/written',
      asOf: now(),
      digest: handoffDigest(world.snapshot().handoff),
      audience: 'customer',
      formats: ['md'],
      folder: '/x',
      documents: ['certificate'],
    }),
    says: /no document "certificate"/u,
  },
  {
    rule: 4,
    name: 'skips a task for "x"',
    at: 'new',
    lie: skips('restart-a-service', 'x'),
    says: /at least 15 characters/u,
  },
  {
    rule: 4,
    name: 'skips a task for nothing',
    at: 'new',
    lie: skips('restart-a-service', ' '),
    says: /needs a reason/u,
  },
];

const unseen = '\u200B\u2060';
const lateLies: readonly Lie[] = [
  {
    rule: 12,
    name: 'lowers a severity for a reason that nobody sees',
    at: 'ended',
    lie: (world) => ({...lowersRisk(world), reason: unseen}) as Change,
    says: /nobody sees/u,
  },
  {
    rule: 12,
    name: 'closes a point with what nobody sees',
    at: 'ended',
    lie: () => ({type: 'follow-up/closed', followUp: 'action sample-action-1', outcome: unseen}),
    says: /nobody sees/u,
  },
  {
    rule: 12,
    name: 'writes a text that nobody sees',
    at: 'planned',
    lie: () => ({type: 'item/written', item: 'network', text: unseen}),
    says: /nobody sees/u,
  },
  {
    rule: 12,
    name: 'gives a contact a response time that nobody sees',
    at: 'planned',
    lie: () => ({
      type: 'record/changed',
      record: sampleRowId('escalation-contacts', 1),
      fields: {response: unseen},
    }),
    says: /nobody sees/u,
  },
  {
    rule: 12,
    name: 'corrects the session for a reason that nobody sees',
    at: 'ended',
    lie: () => ({type: 'session/corrected', reason: unseen, minutes: {walkthrough: 20}}),
    says: /nobody sees/u,
  },
  {
    rule: 12,
    name: 'takes a question back for a reason that nobody sees',
    at: 'ended',
    lie: () => ({type: 'undone', action: 'sample-question-1', reason: unseen}),
    says: /nobody sees/u,
  },
  {
    rule: 10,
    name: 'closes a point with what is still to be said',
    at: 'ended',
    lie: () => ({type: 'follow-up/closed', followUp: 'action sample-action-1', outcome: 'TBD'}),
    says: /what came of it/u,
  },
  {
    rule: 5,
    name: 'shortens the transition by a second row',
    at: 'in transition',
    lie: () =>
      ({
        type: 'record/added',
        register: 'transition',
        item: 'transition-period',
        fields: {name: engineer, deputy: 'Sam Ito', ends: inDays(1)},
      }) as const,
    says: /has relied on the transition/u,
  },
  {
    rule: 5,
    name: 'moves days that were told by another weekend',
    at: 'in transition',
    lie: () => ({type: 'calendar/set', holidays: [], weekend: ['wednesday', 'thursday']}),
    says: /Wednesday and Thursday were made the weekend, so what is due moves/u,
  },
  {
    rule: 5,
    name: 'asks for less once the session was held',
    at: 'ended',
    lie: () => ({type: 'handoff/sized', size: 'one-host'}),
    says: /lowered from a platform to one host, so less is asked/u,
  },
  {
    rule: 5,
    name: 'takes back after the session that the engineer had the keyboard',
    at: 'ended',
    lie: ({snapshot}) => ({
      type: 'undone',
      action:
        snapshot().journal.findLast(
          (action) => action.type === 'session/driver-changed' && action.driver === 'engineer',
        )?.id ?? '',
    }),
    says: /Something rests on it/u,
  },
  {
    rule: 5,
    name: 'takes back after the session that a block was entered',
    at: 'ended',
    lie: ({snapshot}) => ({
      type: 'undone',
      action: snapshot().journal.findLast(({type}) => type === 'session/block-entered')?.id ?? '',
    }),
    says: /Something rests on it/u,
  },
  ...[performs('Sam Ito'), signs('Sam Ito')].map((lie, index): Lie => ({
    rule: 6,
    name: `lets who stays in reach ${index === 0 ? 'perform' : 'sign'}`,
    at: index === 0 ? 'live' : 'signed',
    lie,
    says: /Sam Ito hands the system over/u,
  })),
  {
    rule: 6,
    name: 'has a check-in with who stays in reach',
    at: 'in transition',
    lie: adds('check-ins', {...contact, name: 'Sam Ito'}),
    says: /Sam Ito hands the system over/u,
  },
  {
    rule: 3,
    name: 'proves by another expectation',
    at: 'prepared',
    lie: proves({expected: 'ERROR', actual: 'ERROR'}),
    says: /was changed/u,
  },
  {
    rule: 3,
    name: 'gives the word of the customer on a check',
    at: 'prepared',
    lie: () => {
      const run = passingRun(now());
      const [first, ...rest] = run.results;
      const attestation = {by: customer, at: now(), isMet: true};
      return {
        type: 'checks/recorded',
        run: {...run, results: first ? [{...first, kind: 'manual', attestation}, ...rest] : rest},
      };
    },
    says: /attested by Mina Okafor, and Jordan Ruiz enters it/u,
  },
  {
    rule: 3,
    name: 'performs what is no task',
    at: 'live',
    lie: () => ({
      type: 'demonstration/started',
      item: 'network',
      performer: customer,
      observer: engineer,
    }),
    says: /is no task/u,
  },
  {
    rule: 3,
    name: 'performs from what is no runbook',
    at: 'live',
    lie: () => ({
      type: 'demonstration/started',
      item: 'restart-a-service',
      performer: customer,
      observer: engineer,
      runbook: sampleRowId('approvers', 1),
    }),
    says: /is no runbook/u,
  },
  {
    rule: 7,
    name: 'leaves the conditions of an acceptance out',
    at: 'signed',
    lie: signs(customer, {conditions: ['Move the DNS zone']}),
    says: /would leave them out/u,
  },
  {
    rule: 7,
    name: 'tells the customer of what only the own team has read',
    at: 'ended',
    before: ({snapshot}) => [
      {
        type: 'documents/written',
        asOf: now(),
        digest: handoffDigest(snapshot().handoff),
        audience: 'internal',
        formats: ['md'],
        folder: '/x',
        documents: ['handoff-document'],
      },
    ],
    lie: ticks('send-the-handoff-document'),
    says: /No documents were written since the session/u,
  },
  {
    rule: 1,
    name: 'says that a row was found where nothing was',
    at: 'new',
    lie: () => ({
      type: 'record/added',
      register: 'components',
      item: 'architecture-overview',
      fields: {name: 'api'},
      draft: {key: 'row components api', fields: {name: 'api'}, source: 'compose.yaml:2'},
    }),
    says: /Nothing was found that is called/u,
  },
  {
    rule: 1,
    name: 'changes a row by what was found of another one',
    at: 'prepared',
    before: ({handoff}) => [
      {
        type: 'drafts/seen',
        folder: handoff().workspace,
        host: 'pay-1',
        drafts: [
          {
            kind: 'row',
            key: 'row components api',
            register: 'components',
            fields: {name: 'api'},
            source: 'compose.yaml:2',
          },
        ],
        unread: [],
      },
    ],
    lie: () => ({
      type: 'record/changed',
      record: sampleRowId('network', 1),
      fields: {purpose: 'Orders'},
      draft: {key: 'row components api', fields: {name: 'api'}, source: 'compose.yaml:2'},
    }),
    says: /The row was not made of/u,
  },
];

/** Lies that no face lets in, by the rule that they would break. */
export const refusedLies: readonly Lie[] = [
  ...facts,
  ...proofLies,
  ...peopleLies,
  ...gateLies,
  ...waiverLies,
  ...lossLies,
  ...pointLies,
  ...timeLies,
  ...strictLies,
  ...lateLies,
];
