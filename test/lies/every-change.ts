import type {Change, ChangeType} from '../../source/handoff/changes/catalogue.ts';
import {fieldText} from '../../source/handoff/registers/records.ts';
import {commandDigest} from '../../source/handoff/runs/item-commands.ts';
import {sampleRowId} from '../../source/sample/story.ts';
import {inDays} from '../fixtures/world/in-days.ts';
import {customer, engineer, passingRun} from '../fixtures/world/story.ts';
import type {World} from '../fixtures/world/world.ts';

type One<T extends ChangeType> = Extract<Change, {type: T}>;

/**
 * One change of each kind, as somebody might ask for it at any stage. A kind that is missing does
 * not compile.
 */
export function everyChange(world: World): {readonly [T in ChangeType]: One<T>} {
  const {handoff, journal} = world.snapshot();
  const {demonstrations, gateWaivers: _} = handoff;
  const now = new Date().toISOString();
  const logs = handoff.records.find(({id}) => id === sampleRowId('view-logs', 1));
  const running = demonstrations.find(({result}) => result === undefined) ?? demonstrations.at(-1);
  return {
    'handoff/created': {
      type: 'handoff/created',
      handoff: 'another',
      customer: 'Apex',
      system: 'Payments',
      workspace: '/srv/payments',
      timeZone: 'UTC',
      playbook: handoff.playbook,
      playbookSource: 'built-in',
    },
    'playbook/taken-over': {
      type: 'playbook/taken-over',
      playbook: handoff.playbook,
      playbookSource: '/srv/playbook.md',
      playbookFiles: [{path: '/srv/playbook.md', sha256: 'f'.repeat(64)}],
    },
    'item/added': {type: 'item/added', step: 'readiness-checklist', text: 'Tell the night shift'},
    'item/removed': {type: 'item/removed', item: 'network'},
    'session/corrected': {
      type: 'session/corrected',
      reason: 'The clock was not started in time',
      minutes: {walkthrough: 1},
    },
    'handoff/sized': {type: 'handoff/sized', size: 'one-host'},
    'calendar/set': {type: 'calendar/set', holidays: [], weekend: ['wednesday', 'thursday']},
    'handoff/passed-on': {type: 'handoff/passed-on', to: 'Sam Reed'},
    'contradiction/settled': {
      type: 'contradiction/settled',
      subject: 'item network note',
      chosen: journal.at(-1)?.id ?? 'none',
      about: 'the note on "Network"',
      taken: 'Ask Lee',
      left: ['Ask Mina'],
    },
    undone: {type: 'undone', action: journal.at(-1)?.id ?? 'none'},
    'item/settled': {type: 'item/settled', item: 'let-the-customer-drive', status: 'done'},
    'item/noted': {type: 'item/noted', item: 'network', note: 'Ask Lee'},
    'item/written': {type: 'item/written', item: 'network', text: 'One flow.'},
    'item/assigned': {type: 'item/assigned', item: 'network', owner: 'Lee Novak'},
    'item/scheduled': {type: 'item/scheduled', item: 'network', due: inDays(3)},
    'item/addressed': {type: 'item/addressed', item: 'network', audience: 'internal'},
    'record/addressed': {
      type: 'record/addressed',
      record: logs?.id ?? 'none',
      audience: 'internal',
    },
    'note/addressed': {
      type: 'note/addressed',
      note: handoff.session.notes[0]?.id ?? 'none',
      audience: 'internal',
    },
    'follow-up/addressed': {
      type: 'follow-up/addressed',
      followUp: `question ${handoff.session.notes[0]?.id ?? 'none'}`,
      audience: 'internal',
    },
    'item/evidenced': {type: 'item/evidenced', item: 'network', link: 'https://wiki/net'},
    'checks/recorded': {type: 'checks/recorded', run: passingRun(now)},
    'checks/seen': {
      type: 'checks/seen',
      file: `${handoff.workspace}/handoff.yaml`,
      sha256: 'd'.repeat(64),
      checks: [{name: 'API is healthy', kind: 'http', severity: 'required'}],
    },
    'evidence/found-changed': {
      type: 'evidence/found-changed',
      stored: 'e'.repeat(64),
      kind: 'changed',
    },
    // Nothing of the built-in playbook is a command, so nothing of it can have run.
    'item/ran': {
      type: 'item/ran',
      item: 'network',
      of: [commandDigest('uptime')],
      command: 'uptime',
      isChanging: false,
      isMet: true,
      actual: 'exit 0: up 3 days',
      code: 0,
      duration: 12,
      host: 'pay-1',
      folder: handoff.workspace,
      ranAt: now,
    },
    'runbook/proven': {
      type: 'runbook/proven',
      record: sampleRowId('view-logs', 1),
      command: '',
      isMet: true,
      expected: logs ? fieldText(logs, 'expected') : 'A line a second',
      actual: 'A line a second',
    },
    'record/added': {
      type: 'record/added',
      register: 'risks',
      item: 'risks-and-issues',
      fields: {
        name: 'The disk fills up',
        severity: '3',
        workaround: 'Delete old logs',
        owner: 'Lee Novak',
        due: inDays(10),
        state: 'open',
      },
    },
    'record/changed': {
      type: 'record/changed',
      record: sampleRowId('network', 1),
      fields: {purpose: 'Orders'},
    },
    'record/removed': {type: 'record/removed', record: sampleRowId('approvers', 1)},
    'drafts/seen': {
      type: 'drafts/seen',
      folder: handoff.workspace,
      host: 'pay-1',
      drafts: [],
      unread: [],
    },
    // Nobody has looked, so nothing was found.
    'draft/answered': {
      type: 'draft/answered',
      draft: {key: 'row components api', fields: {name: 'api'}, source: 'compose.yaml:2'},
      answer: 'left',
    },
    'session/planned': {
      type: 'session/planned',
      startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      timeZone: 'UTC',
      minutes: 90,
    },
    'session/started': {type: 'session/started'},
    'session/block-entered': {type: 'session/block-entered', block: 'questions'},
    'session/paused': {type: 'session/paused'},
    'session/resumed': {type: 'session/resumed'},
    'session/break-counted': {
      type: 'session/break-counted',
      startedAt: new Date(Date.now() - 120_000).toISOString(),
      endedAt: new Date(Date.now() - 60_000).toISOString(),
    },
    'session/time-moved': {
      type: 'session/time-moved',
      from: 'next-steps',
      to: 'questions',
      minutes: 2,
    },
    'session/ended': {type: 'session/ended'},
    'session/noted': {type: 'session/noted', kind: 'question', text: 'Who pays for the host?'},
    'session/answered': {type: 'session/answered', note: 'sample-question-1', answer: 'A year.'},
    'session/driver-changed': {type: 'session/driver-changed', driver: 'customer'},
    'demonstration/started': {
      type: 'demonstration/started',
      item: 'restart-a-service',
      performer: customer,
      observer: engineer,
    },
    'demonstration/ended': {
      type: 'demonstration/ended',
      demonstration: running?.id ?? 'none',
      result: 'unaided',
    },
    'teach-back/asked': {
      type: 'teach-back/asked',
      question: sampleRowId('teach-back', 1),
      answerer: customer,
      asker: engineer,
      outcome: 'right',
    },
    'teach-back/answered': {
      type: 'teach-back/answered',
      question: sampleRowId('teach-back', 2),
      answerer: customer,
      said: 'Leave it as it is and call the vendor.',
    },
    'follow-up/changed': {
      type: 'follow-up/changed',
      followUp: 'action sample-action-1',
      owner: 'Lee Novak',
    },
    'follow-up/closed': {
      type: 'follow-up/closed',
      followUp: 'action sample-action-1',
      outcome: 'The rota has it.',
    },
    'follow-up/reopened': {type: 'follow-up/reopened', followUp: 'action sample-action-1'},
    'transition/extended': {
      type: 'transition/extended',
      until: inDays(40),
      reason: 'The restore has to be shown again',
    },
    'gate/waived': {
      type: 'gate/waived',
      gate: 'session',
      requirement: 'plan',
      text: 'No session is planned.',
      reason: 'The customer plans it on their own side',
      approver: customer,
      expires: inDays(10),
    },
    'person/described': {type: 'person/described', name: customer, role: 'head of operations'},
    'person/renamed': {type: 'person/renamed', from: engineer, to: 'Jordan Ruiz-Vega'},
    'documents/written': {
      type: 'documents/written',
      asOf: now,
      digest: 'd'.repeat(64),
      audience: 'customer',
      formats: ['md'],
      folder: '/srv/orders/handoff-documents',
      documents: ['handoff-document'],
    },
    'answer/received': {
      type: 'answer/received',
      answer: '4'.repeat(64),
      kit: '1'.repeat(64),
      version: '2'.repeat(64),
      name: customer,
      givenAt: now,
      signature: 'unsigned',
      entries: 1,
    },
    'demonstration/told': {
      type: 'demonstration/told',
      item: 'restart-a-service',
      performer: customer,
      startedAt: now,
      endedAt: now,
      result: 'unaided',
    },
    'question/asked': {type: 'question/asked', text: 'Who renews the certificate?'},
    'kit/made': {
      type: 'kit/made',
      kit: '1'.repeat(64),
      version: '2'.repeat(64),
      accepted: {},
      asOf: now,
      file: '/srv/orders/kit.zip',
    },
    'publish/sent': {
      type: 'publish/sent',
      sending: 'one',
      target: 'tracker',
      through: 'github',
      kind: 'outcome',
      title: 'Handoff of Nordwind · Orders',
      audience: 'internal',
      digest: 'd'.repeat(64),
      place: 'a'.repeat(64),
      known: 'answered',
    },
    'publish/seen': {
      type: 'publish/seen',
      target: 'tracker',
      about: 'risk unknown',
      state: 'closed',
    },
    'playbook/exported': {
      type: 'playbook/exported',
      path: '/srv/orders/playbook.md',
      sha256: 'f'.repeat(64),
    },
    'sign-off/recorded': {
      type: 'sign-off/recorded',
      name: customer,
      role: 'head of shop operations',
      decision: 'accepted',
    },
  };
}
