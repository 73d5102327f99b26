import type {Action, Change} from '../../source/handoff/changes/catalogue.ts';
import {toAction} from '../../source/handoff/changes/journal.ts';
import {foldJournal} from '../../source/handoff/changes/fold.ts';
import type {Handoff} from '../../source/handoff/model/handoff.ts';
import type {CheckRecord, CheckRunRecord} from '../../source/handoff/model/check-run.ts';
import {handoffDigest} from '../../source/handoff/standing/accepted/handoff-digest.ts';
import {stampWords} from '../../source/documents/words/stamp-words.ts';
import type {Playbook} from '../../source/playbook/playbook.ts';
import {samplePlaybook} from './sample-playbook.ts';

/** The moment the sample documents are written at. */
export const now = '2026-03-05T08:00:00.000Z';

export type Timed = Change & {readonly at?: string; readonly actor?: string};

export interface Names {
  readonly customer: string;
  readonly system: string;
  readonly actor: string;
}

const usual: Names = {customer: 'Apex Banking', system: 'Payments API', actor: 'Ana Ruiz'};

/** The journal of a handoff; every change a minute after the last unless it says when. */
export function journalOf(
  changes: readonly Timed[],
  playbook: Playbook = samplePlaybook,
  names: Names = usual,
): Action[] {
  const created: Timed = {
    type: 'handoff/created',
    handoff: 'apex-payments-api',
    customer: names.customer,
    system: names.system,
    workspace: '/srv/payments',
    timeZone: 'Europe/Madrid',
    playbook,
    playbookSource: 'built-in',
  };
  const journal: Action[] = [];
  for (const [index, {at, actor, ...change}] of [created, ...changes].entries()) {
    const minute = new Date(Date.UTC(2026, 2, 2, 9, index)).toISOString();
    const stamp = {id: `a${index}`, at: at ?? minute, actor: actor ?? names.actor};
    journal.push(toAction(journal, change, stamp));
  }
  return journal;
}

/** A handoff as its journal makes it. */
export function handoffOf(
  changes: readonly Timed[],
  playbook: Playbook = samplePlaybook,
  names: Names = usual,
): Handoff {
  return foldJournal(journalOf(changes, playbook, names));
}

export function check(name: string, more: Partial<CheckRecord> = {}): CheckRecord {
  return {
    name,
    kind: 'http',
    severity: 'required',
    outcome: 'pass',
    message: 'All expectations hold.',
    target: 'GET https://pay.example.com/healthz',
    startedAt: '2026-03-03T10:00:01.000Z',
    duration: 182,
    findings: [{subject: 'status', expected: '200', actual: '200', isMet: true, level: 'expect'}],
    ...more,
  };
}

export function run(
  results: readonly CheckRecord[],
  more: Partial<CheckRunRecord> = {},
): Timed & {readonly type: 'checks/recorded'} {
  return {
    type: 'checks/recorded',
    run: {
      id: 'run-1',
      file: '/srv/payments/handoff.yaml',
      fileSha256: 'f'.repeat(64),
      startedAt: '2026-03-03T10:00:00.000Z',
      duration: 4321,
      isInterrupted: false,
      actor: 'Ana Ruiz',
      results,
      ...more,
    },
  };
}

export const evidenceName = 'e'.repeat(64);

const failing = check('No errors in the last hour', {
  kind: 'log',
  outcome: 'fail',
  message: 'The pattern ERROR was found 2 times.',
  target: 'journalctl -u pay --since -1h | tail -n 500',
  duration: 12_400,
  code: 0,
  fix: 'See the runbook, part "Handle common issues".',
  proves: 'view-logs',
  findings: [
    {
      subject: 'log',
      expected: String.raw`no line matches /\bERROR\b/`,
      actual: '2 lines match',
      isMet: false,
      level: 'expect',
    },
    {subject: 'exit', expected: '0', actual: '0', isMet: true, level: 'expect'},
  ],
  evidence: {
    stored: evidenceName,
    original: '0'.repeat(64),
    bytes: 53_211,
    isTruncated: true,
    redacted: ['basic auth password'],
  },
});

const at = (time: string) => ({at: `2026-03-04T${time}:00.000Z`});

/**
 * A handoff in its last phase, with something of everything.
 *
 * No stage of the sample world: it has what honest work never reaches together, such as a failed check
 * behind an accepted handoff and fenced code in evidence.
 */
export const sampleChanges: readonly Timed[] = [
  {
    type: 'item/settled',
    item: 'all-success-criteria-have-been-validated',
    status: 'done',
  },
  {
    type: 'item/evidenced',
    item: 'all-success-criteria-have-been-validated',
    link: 'https://wiki.example.com/apex/success_criteria',
  },
  {
    type: 'item/settled',
    item: 'the-customer-team-has-been-trained',
    status: 'not-applicable',
    reason: 'The operations team has run two other systems of ours since 2024.',
  },
  {type: 'item/noted', item: 'the-handoff-session-is-scheduled', note: 'SECRET-NOTE budget row'},
  {type: 'item/assigned', item: 'the-handoff-session-is-scheduled', owner: 'Jo Tan'},
  {type: 'item/scheduled', item: 'the-handoff-session-is-scheduled', due: '2026-03-03'},
  {
    type: 'item/written',
    item: 'architecture-overview',
    text: 'Two pods behind one load balancer.\n\n# Components\n\n- `pay-api`, version 4.2.1\n- `pay-worker`\n\n## Why two\n\nOne can be restarted while the other serves.',
  },
  {
    type: 'item/written',
    item: 'access-requirements-and-credentials',
    text: 'Sign in at <https://pay.example.com/admin>. The secrets are in the vault under `apex/pay`.',
  },
  {
    type: 'item/written',
    item: 'check-system-health',
    text: 'Run this and expect `{"status":"ok"}`:\n\n```sh\ncurl -fsS https://pay.example.com/healthz\n```',
  },
  {
    type: 'item/written',
    item: 'view-logs-and-troubleshoot',
    text: '1. Open the log: `journalctl -u pay`.\n2. Look for `ERROR`.\n\n| Message | Meaning |\n|---|---|\n| E17 | queue is full |',
  },
  {
    type: 'item/settled',
    item: 'back-up-and-restore',
    status: 'not-applicable',
    reason: 'The service keeps no data of its own.',
  },
  {
    type: 'item/written',
    item: 'escalation-procedures',
    text: 'Call +34 600 000 000, answered within 15 minutes, day and night.',
  },
  {type: 'item/written', item: 'how-to-operate-it', text: 'Everything runs under systemd.'},
  run([check('API is healthy')], {
    id: 'run-0',
    startedAt: '2026-03-02T10:00:00.000Z',
    isInterrupted: true,
  }),
  run([
    check('API is healthy', {
      findings: [
        {subject: 'status', expected: '200', actual: '200', isMet: true, level: 'expect'},
        {
          subject: 'latency',
          expected: 'below 200 ms',
          actual: '182 ms',
          isMet: true,
          level: 'warn',
        },
      ],
    }),
    failing,
    check('Certificate has time left', {
      severity: 'recommended',
      outcome: 'warn',
      message: '21 days are left.',
      fix: 'Renew it as https://wiki.example.com/apex/tls says.',
    }),
  ]),
  {type: 'session/started', ...at('09:00')},
  {type: 'session/block-entered', block: 'overview', ...at('09:00')},
  {type: 'session/block-entered', block: 'walkthrough', ...at('09:12')},
  {type: 'session/noted', kind: 'note', text: 'SECRET-NOTE they seem tired', ...at('09:20')},
  {type: 'session/paused', ...at('09:30')},
  {type: 'session/resumed', ...at('09:35')},
  {type: 'session/block-entered', block: 'q-a', ...at('09:50')},
  {
    type: 'session/noted',
    kind: 'question',
    text: 'How long may a restart take?',
    block: 'q-a',
    ...at('09:52'),
  },
  {type: 'session/answered', note: 'a23', answer: 'Under a minute.', ...at('09:53')},
  {
    type: 'session/noted',
    kind: 'question',
    text: 'Who renews the certificate?',
    block: 'q-a',
    ...at('09:55'),
  },
  {type: 'session/block-entered', block: 'next-steps', ...at('10:05')},
  {type: 'session/ended', ...at('10:12')},
  {
    type: 'sign-off/recorded',
    name: 'Kim Lee',
    role: 'Head of operations',
    decision: 'accepted-with-conditions',
    conditions: ['The log check passes by Friday.'],
    ...at('10:15'),
  },
];

export const sampleHandoff = handoffOf(sampleChanges);

/** What a document of the sample says of itself. */
export const sampleStamp = stampWords(
  {asOf: now, digest: handoffDigest(sampleHandoff)},
  sampleHandoff.timeZone,
  'revision 1, the first',
);

/** A document without what is put at its end where its template does not say it. */
export function withoutStamp(text: string): string {
  return text.replace(/\n(?:---\n\n)?As of [^\n]+, version [0-9a-f]{12}[^\n]*\.\n$/u, '');
}

export const evidenceText = Array.from(
  {length: 30},
  (_, index) => `10:0${index % 10}:00 pay[12]: ${index === 3 ? '```' : 'ERROR E17'} line ${index}`,
).join('\n');

export function readEvidence(sha256: string): Promise<string | undefined> {
  return Promise.resolve(sha256 === evidenceName ? evidenceText : undefined);
}
