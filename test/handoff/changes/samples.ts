import type {Change, ChangeType} from '../../../source/handoff/changes/catalogue.ts';
import {requirementId} from '../../../source/handoff/gates/requirement-id.ts';
import {commandDigest} from '../../../source/handoff/runs/item-commands.ts';
import {runbookDigest} from '../../../source/handoff/standing/runbook-digest.ts';
import {addDays} from '../../../source/handoff/time/schedule.ts';
import {smallPlaybook} from '../../fixtures/small-playbook.ts';

/** Ids of what a sample can speak of. */
export interface Ids {
  readonly row: string;
  readonly note: string;
  readonly demonstration: string;
  readonly action: string;
  readonly runbook: string;
  /** A question of the training. */
  readonly question: string;
  /** An item that was added in the handoff. */
  readonly added: string;
}

/** The runbook of which a sample tells that it was run. */
export const sampleRunbook = {
  register: 'runbooks',
  item: 'overview',
  fields: {name: 'Restart', commands: 'systemctl restart pay', expected: 'active'},
} as const;

/** What a row can be made of. */
export const sampleDraft = {
  key: 'row contacts Mina',
  fields: {name: 'Mina', ports: [8080, {udp: true}]},
  source: 'compose.yaml:14',
} as const;

/** A day that lies ahead, and not further than a waiver may reach. */
export const ahead = addDays(new Date().toISOString().slice(0, 10), 30);

type Sample<T extends ChangeType> = Required<Extract<Change, {type: T}>>;

const output = {
  stored: 'a'.repeat(64),
  original: 'b'.repeat(64),
  bytes: 12,
  isTruncated: false,
  redacted: ['password'],
};

const run: Sample<'checks/recorded'>['run'] = {
  id: 'run',
  file: '/srv/payments/handoff.yaml',
  fileSha256: 'c'.repeat(64),
  startedAt: '2026-03-04T09:00:00.000Z',
  duration: 1,
  isInterrupted: false,
  actor: 'ana',
  results: [
    {
      name: 'API is healthy',
      kind: 'http',
      severity: 'required',
      outcome: 'pass',
      message: 'status 200',
      target: 'GET https://pay.example.com/healthz',
      startedAt: '2026-03-04T09:00:00.000Z',
      duration: 1,
      findings: [],
    },
  ],
};

/** One change of each kind with all its fields, given what there is. A kind that is missing does not compile. */
export function samples({row, note, demonstration, action, runbook, question, added}: Ids): {
  readonly [T in ChangeType]: Sample<T>;
} {
  return {
    'handoff/created': {
      type: 'handoff/created',
      handoff: 'apex-payments',
      customer: 'Apex',
      system: 'Payments',
      workspace: '/srv/payments',
      timeZone: 'Europe/Madrid',
      playbook: smallPlaybook,
      playbookSource: 'built-in',
      playbookFiles: [{path: '/srv/playbook.md', sha256: 'e'.repeat(64)}],
      playbookVersion: 'v1.2-3-gabcdef0',
    },
    'handoff/sized': {type: 'handoff/sized', size: 'service', reason: 'It is more than one host'},
    'playbook/taken-over': {
      type: 'playbook/taken-over',
      playbook: smallPlaybook,
      playbookSource: '/srv/playbook.md',
      playbookFiles: [{path: '/srv/playbook.md', sha256: 'f'.repeat(64)}],
      playbookVersion: 'v1.3',
    },
    'item/added': {
      type: 'item/added',
      step: 'checklist',
      text: 'Tell the night shift',
      after: 'docs-complete',
      isOptional: true,
      owner: 'Ben',
      due: '2026-03-09',
    },
    'item/removed': {type: 'item/removed', item: added, reason: 'They know already'},
    'calendar/set': {
      type: 'calendar/set',
      holidays: ['2026-12-25'],
      weekend: ['friday', 'saturday'],
      worked: ['2026-12-26'],
      isOwn: true,
      reason: 'They work from Sunday to Thursday',
    },
    undone: {type: 'undone', action, reason: 'It was another row', along: []},
    'item/settled': {
      type: 'item/settled',
      item: 'team-trained',
      status: 'not-applicable',
      reason: 'No team yet',
    },
    'item/noted': {type: 'item/noted', item: 'overview', note: 'Two tills'},
    'item/written': {type: 'item/written', item: 'architecture', text: 'One box.'},
    'item/assigned': {type: 'item/assigned', item: 'overview', owner: 'Ben'},
    'item/scheduled': {type: 'item/scheduled', item: 'overview', due: '2026-03-09'},
    'item/evidenced': {type: 'item/evidenced', item: 'overview', link: 'https://wiki/tills'},
    'person/described': {
      type: 'person/described',
      name: 'Mina Okafor',
      side: 'customer',
      role: 'Head of support',
      address: 'mina@apex.example',
      alias: 'Mina',
    },
    'person/renamed': {type: 'person/renamed', from: 'ana', to: 'Ana Lopez'},
    'checks/recorded': {type: 'checks/recorded', run},
    'checks/seen': {
      type: 'checks/seen',
      file: '/srv/payments/handoff.yaml',
      sha256: 'd'.repeat(64),
      checks: [{name: 'API is healthy', kind: 'http', severity: 'required'}],
      problem: 'line 3: unknown key "htp"',
    },
    'evidence/found-changed': {
      type: 'evidence/found-changed',
      stored: 'a'.repeat(64),
      kind: 'changed',
    },
    'item/ran': {
      type: 'item/ran',
      item: 'criteria-validated',
      of: [commandDigest('uptime -p')],
      command: 'uptime -p',
      isChanging: false,
      isMet: true,
      expected: 'up',
      actual: 'exit 0: up 3 days',
      code: 0,
      duration: 12,
      evidence: output,
      host: 'pay-1',
      folder: '/srv/payments',
      ranAt: '2026-03-04T09:00:00.000Z',
    },
    'runbook/proven': {
      type: 'runbook/proven',
      record: runbook,
      command: 'systemctl restart pay',
      isMet: true,
      expected: 'active',
      actual: 'active',
      code: 0,
      duration: 12,
      evidence: output,
      digest: runbookDigest({id: runbook, ...sampleRunbook}),
      host: 'pay-1',
      folder: '/srv/payments',
      kind: 'measured',
      ranAt: '2026-03-04T09:00:00.000Z',
      steps: [
        {
          number: 1,
          isMet: true,
          kind: 'measured',
          code: 0,
          duration: 12,
          evidence: output,
          ranAt: '2026-03-04T09:00:00.000Z',
        },
      ],
      told: [
        {
          title: sampleRunbook.fields.name,
          command: 'systemctl restart pay',
          expected: 'active',
          actual: 'active',
        },
      ],
    },
    'record/added': {
      type: 'record/added',
      register: 'contacts',
      item: 'overview',
      fields: {name: 'Mina', level: {notApplicable: 'Only one level'}},
      draft: sampleDraft,
    },
    'record/changed': {
      type: 'record/changed',
      record: row,
      fields: {channel: 'desk 12'},
      reason: 'They have moved',
      draft: sampleDraft,
    },
    'record/removed': {type: 'record/removed', record: row, reason: 'They have left'},
    'drafts/seen': {
      type: 'drafts/seen',
      folder: '/srv/payments',
      host: 'pay-1',
      drafts: [{kind: 'row', register: 'contacts', ...sampleDraft}],
      unread: ['broken.yaml'],
    },
    'draft/answered': {type: 'draft/answered', draft: sampleDraft, answer: 'left'},
    'session/planned': {
      type: 'session/planned',
      startsAt: `${ahead}T10:00:00.000Z`,
      timeZone: 'Europe/Madrid',
      minutes: 90,
      place: 'Room 2',
    },
    'session/started': {type: 'session/started'},
    'session/block-entered': {type: 'session/block-entered', block: 'overview'},
    'session/paused': {type: 'session/paused'},
    'session/resumed': {type: 'session/resumed'},
    'session/break-counted': {
      type: 'session/break-counted',
      startedAt: new Date().toISOString(),
      endedAt: new Date().toISOString(),
    },
    'session/time-moved': {
      type: 'session/time-moved',
      from: 'overview',
      to: 'questions',
      minutes: 5,
    },
    'session/ended': {type: 'session/ended'},
    'session/noted': {
      type: 'session/noted',
      kind: 'question',
      text: 'Who restarts it?',
      block: 'overview',
    },
    'session/answered': {type: 'session/answered', note, answer: 'Support does'},
    'session/corrected': {
      type: 'session/corrected',
      reason: 'The clock was not started',
      part: 1,
      startedAt: '2026-03-05T10:00:00.000Z',
      endedAt: '2026-03-05T11:00:00.000Z',
      minutes: {overview: 30},
      customerMinutes: {overview: 10},
      attendance: {},
      consents: {},
    },
    'session/driver-changed': {type: 'session/driver-changed', driver: 'customer'},
    'demonstration/started': {
      type: 'demonstration/started',
      item: 'overview',
      performer: 'Mina',
      observer: 'Jordan',
      runbook,
    },
    'demonstration/ended': {
      type: 'demonstration/ended',
      demonstration,
      result: 'prompted',
      remark: 'Once',
    },
    'teach-back/asked': {
      type: 'teach-back/asked',
      question,
      answerer: 'Mina',
      asker: 'Jordan',
      outcome: 'with-help',
      said: 'It says active',
      remark: 'Where to look',
    },
    'teach-back/answered': {
      type: 'teach-back/answered',
      question,
      answerer: 'Mina',
      said: 'It says active',
    },
    'follow-up/changed': {
      type: 'follow-up/changed',
      followUp: `question ${note}`,
      owner: 'Ben',
      due: '2026-03-09',
      reason: 'Ben is away',
    },
    'follow-up/closed': {
      type: 'follow-up/closed',
      followUp: `question ${note}`,
      outcome: 'Answered by mail',
    },
    'follow-up/reopened': {type: 'follow-up/reopened', followUp: `question ${note}`},
    'item/addressed': {
      type: 'item/addressed',
      item: 'overview',
      audience: 'internal',
      reason: 'It is about their budget',
    },
    'record/addressed': {
      type: 'record/addressed',
      record: runbook,
      audience: 'internal',
      reason: 'It is about their budget',
    },
    'note/addressed': {
      type: 'note/addressed',
      note,
      audience: 'internal',
      reason: 'It is about their budget',
    },
    'follow-up/addressed': {
      type: 'follow-up/addressed',
      followUp: `question ${note}`,
      audience: 'internal',
      reason: 'It is about their budget',
    },
    'transition/extended': {type: 'transition/extended', until: ahead, reason: 'Holidays'},
    'gate/waived': {
      type: 'gate/waived',
      gate: 'session',
      requirement: requirementId('item', 'criteria-validated'),
      text: '"criteria validated" is not settled.',
      reason: 'The customer restores on their own',
      approver: 'Lee',
      expires: ahead,
      fact: {missing: 1},
    },
    'documents/written': {
      type: 'documents/written',
      asOf: '2026-03-05T10:00:00.000Z',
      digest: 'd'.repeat(64),
      audience: 'customer',
      formats: ['md', 'html'],
      folder: '/srv/payments/handoff-documents',
      documents: ['handoff-document', 'follow-up-email'],
    },
    'answer/received': {
      type: 'answer/received',
      answer: '4'.repeat(64),
      kit: '1'.repeat(64),
      version: '2'.repeat(64),
      name: 'Mina',
      role: 'Head of support',
      givenAt: '2026-03-05T10:00:00.000Z',
      signature: 'whole',
      key: 'SHA256:abc',
      entries: 1,
      decision: 'declined',
      leftOut: [{part: 0, words: 'the sign-off of Mina', why: 'The gate is shut.'}],
    },
    'demonstration/told': {
      type: 'demonstration/told',
      item: 'criteria-validated',
      performer: 'Mina',
      startedAt: '2026-03-05T10:00:00.000Z',
      endedAt: '2026-03-05T10:04:00.000Z',
      result: 'prompted',
      remark: 'Where the key lies is not said',
      runbook,
      digest: runbookDigest({id: runbook, ...sampleRunbook}),
    },
    'question/asked': {type: 'question/asked', text: 'Who renews the certificate?'},
    'kit/made': {
      type: 'kit/made',
      kit: '1'.repeat(64),
      version: '2'.repeat(64),
      accepted: {handoff: {digest: '3'.repeat(64), subject: 'the name of the system'}},
      asOf: '2026-03-05T10:00:00.000Z',
      file: '/srv/payments/kit.zip',
    },
    'publish/sent': {
      type: 'publish/sent',
      sending: 'sending-2',
      target: 'tracker',
      through: 'github',
      kind: 'point',
      about: `action ${note}`,
      title: 'Change the alert',
      audience: 'internal',
      digest: 'd'.repeat(64),
      place: 'a'.repeat(64),
      remote: '14',
      url: 'https://github.com/apex/payments/issues/14',
      known: 'answered',
    },
    'publish/seen': {
      type: 'publish/seen',
      target: 'tracker',
      about: `action ${note}`,
      state: 'closed',
      url: 'https://github.com/apex/payments/issues/14',
      evidence: 'e'.repeat(64),
    },
    'playbook/exported': {
      type: 'playbook/exported',
      path: '/srv/playbook.md',
      sha256: 'f'.repeat(64),
    },
    'handoff/passed-on': {type: 'handoff/passed-on', to: 'Sam Reed', note: 'Ask Mina first'},
    'contradiction/settled': {
      type: 'contradiction/settled',
      subject: 'item components note',
      chosen: action,
      about: 'the note on "Components"',
      taken: 'To be taken back',
      left: ['Written apart'],
    },
    'sign-off/recorded': {
      type: 'sign-off/recorded',
      name: 'Mina',
      role: 'Head of support',
      // An acceptance is of what is there, which a sample does not know.
      decision: 'declined',
      conditions: ['The restore is shown again'],
      remarks: 'The restore failed',
      how: 'ticket',
      reference: 'OPS-12',
      digest: 'd'.repeat(64),
    },
  };
}

/** What has to happen first, so that a sample may. */
export function leadTo(type: ChangeType, ids: Ids): readonly Change[] {
  const all = samples(ids);
  const leads: {readonly [T in ChangeType]?: readonly Change[]} = {
    'playbook/taken-over': [all['session/ended']],
    'record/added': [all['drafts/seen']],
    'record/changed': [all['drafts/seen']],
    'draft/answered': [all['drafts/seen']],
    'publish/seen': [all['publish/sent']],
    'session/started': [all['session/ended']],
    'session/corrected': [all['session/ended']],
    'session/resumed': [all['session/paused']],
    'demonstration/started': [all['demonstration/ended']],
    'follow-up/reopened': [all['follow-up/closed']],
    'answer/received': [all['kit/made']],
    'demonstration/told': [all['kit/made'], all['answer/received']],
    'question/asked': [all['kit/made'], all['answer/received']],
  };
  return leads[type] ?? [];
}
