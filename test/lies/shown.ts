import {tellSteps} from '../../source/handoff/changes/step-runs.ts';
import type {StepRun} from '../../source/handoff/model/proof.ts';
import {wayAsExpected} from '../../source/sample/tries.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {readGate} from '../../source/handoff/gates/gates.ts';
import type {DocumentName} from '../../source/documents/document-names.ts';
import type {GateName} from '../../source/handoff/model/gate-waiver.ts';
import {fieldText} from '../../source/handoff/registers/records.ts';
import {sampleRowId as row} from '../../source/sample/story.ts';
import {inDays} from '../fixtures/world/in-days.ts';
import {customer, engineer, failingRun, passingRun, type Stage} from '../fixtures/world/story.ts';
import type {World} from '../fixtures/world/world.ts';

type Told = readonly RegExp[];

/** What is allowed and has to be seen for what it is. */
export interface Shown {
  /** The number of the rule by which it is shown. */
  readonly rule: number;
  readonly name: string;
  readonly at: Stage;
  readonly does: (world: World) => readonly Change[];
  /** Days from then until somebody looks. */
  readonly daysLater?: number;
  readonly shows: {
    /** The lines of each gate that it names. */
    readonly gate?: readonly [GateName, ...Told];
    /** The handoff document, as the customer reads it. */
    readonly customer?: Told;
    /** Other documents that the customer gets. */
    readonly beside?: readonly (readonly [DocumentName, ...Told])[];
    /** Any document that the customer gets. */
    readonly notCustomer?: Told;
    /** The handover to the next engineer. */
    readonly internal?: Told;
    /** A line for each open point, waiver, acceptance and mark, and the people's problems. */
    readonly status?: Told;
    readonly notStatus?: Told;
  };
}

const now = () => new Date().toISOString();
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const runbook = row('restart-services', 1);
const restore = row('back-up-and-restore', 1);
const lee = row('escalation-contacts', 1);
const risk = row('risks-and-issues', 2);
const why = 'The customer runs nothing of the kind';

const changes = (record: string, fields: object, reason?: string) => (): readonly Change[] => [
  {
    type: 'record/changed',
    record,
    fields,
    ...(reason === undefined ? {} : {reason}),
  } as Change,
];
const adds = (register: string, item: string, fields: object) => (): readonly Change[] => [
  {type: 'record/added', register, item, fields} as Change,
];
const removes = (record: string) => (): readonly Change[] => [
  {type: 'record/removed', record, reason: 'It is not needed'},
];
const skips =
  (...items: readonly string[]) =>
  (): readonly Change[] =>
    items.map((item) => ({type: 'item/settled', item, status: 'not-applicable', reason: why}));

const proves =
  (record: string, extra: object) =>
  ({snapshot}: World): readonly Change[] => {
    const found = snapshot().handoff.records.find(({id}) => id === record);
    if (!found) throw new Error(`There is no row ${record}.`);
    return [
      {
        type: 'runbook/proven',
        record,
        command: fieldText(found, 'commands'),
        isMet: true,
        expected: fieldText(found, 'expected'),
        actual: 'it runs',
        code: 0,
        ...extra,
      },
    ];
  };

/** The way through the steps of a runbook, of which each is told with this. */
const walks =
  (record: string, each: Partial<StepRun>) =>
  ({snapshot}: World): readonly Change[] => {
    const found = snapshot().handoff.records.find(({id}) => id === record);
    if (!found) throw new Error(`There is no row ${record}.`);
    const runs = wayAsExpected(found, now()).map((run) => ({...run, ...each}));
    const whole = {record, command: '', isMet: true, expected: '', actual: ''};
    return [{type: 'runbook/proven', ...whole, ...tellSteps(runs)}];
  };

/** The required check with another result, in a run of the handoff's own file. */
const runs =
  (result: object, run: object = {}) =>
  (): readonly Change[] => {
    const told = passingRun(now());
    const results = told.results.map((check, index) =>
      index === 0 ? {...check, ...result} : check,
    );
    return [{type: 'checks/recorded', run: {...told, ...run, results}}];
  };
const waived = (outcome: string, waiver: object) => ({
  outcome: 'waived',
  message: 'Waived',
  findings: [],
  waiver: {
    outcome,
    reason: 'The test host is away',
    approver: customer,
    expires: inDays(20),
    ...waiver,
  },
});
const sees = (checks: readonly object[]) => (): readonly Change[] => [
  {
    type: 'checks/seen',
    file: '/srv/orders/handoff.yaml',
    sha256: 'a'.repeat(64),
    checks,
  } as Change,
];

const waives =
  (gate: GateName, id: RegExp, extra: object = {}) =>
  ({snapshot}: World): readonly Change[] => {
    const found = readGate(snapshot().handoff, gate, now()).missing.find((one) => id.test(one.id));
    if (!found) throw new Error('The gate does not miss it.');
    return [
      {
        type: 'gate/waived',
        gate,
        requirement: found.id,
        text: found.text,
        reason: 'The customer takes this on by themselves',
        approver: customer,
        expires: inDays(10),
        ...extra,
      },
    ];
  };
const checkIn = {
  kind: 'check-in',
  did: 'Restarted it twice.',
  found: 'Nothing.',
  severity: 'none',
};
const meets = (fields: object) =>
  adds('check-ins', 'log-of-contacts', {...checkIn, name: customer, date: inDays(0), ...fields});
const signs = (extra: object) => (): readonly Change[] => [
  {
    type: 'sign-off/recorded',
    name: customer,
    role: 'head of operations',
    decision: 'accepted',
    ...extra,
  },
];
const describes = (name: string, side: 'vendor' | 'customer') => (): readonly Change[] => [
  {type: 'person/described', name, side},
];
const all =
  (...steps: readonly ((world: World) => readonly Change[])[]) =>
  (world: World): readonly Change[] =>
    steps.flatMap((step) => step(world));

/** What is allowed and shown, by rule. */
export const shownLies: readonly Shown[] = [
  {
    rule: 2,
    name: 'a runbook rewritten after its proof',
    at: 'ended',
    does: changes(runbook, {commands: 'reboot'}),
    shows: {
      gate: ['closing', /"Restart services" is not proven as it is handed over/u],
      customer: [/- Restart the orders service: changed since/u],
      beside: [
        ['operations-runbook', /\*\*Tried before it was changed:\*\*/u],
        ['validation-report', /Restart the orders service +\| changed since/u],
      ],
    },
  },
  {
    rule: 2,
    name: 'a restore rewritten after the acceptance',
    at: 'signed',
    does: changes(restore, {steps: '1. Look\n$ echo ok\nSee: ok'}),
    shows: {
      gate: ['closing', /"Back up and restore" is not proven/u],
      customer: [/Changed since Mina Okafor accepted it/u],
      notCustomer: [/and it worked/u],
      status: [/changed since: 1/u],
    },
  },
  {
    rule: 2,
    name: 'a response time changed after the acceptance',
    at: 'signed',
    does: changes(row('severities-and-response-times', 1), {response: '5 days'}),
    shows: {
      customer: [/the severity "1" was changed/u, /was changed from "30 min" to "5 days"/u],
      status: [/changed since: 1/u],
    },
  },
  {
    rule: 2,
    name: 'a response time changed after it was agreed',
    at: 'planned',
    does: changes(row('severities-and-response-times', 1), {response: '5 days'}),
    shows: {customer: [/was changed from "30 min" to "5 days"/u]},
  },
  {
    rule: 2,
    name: 'a severity added after the model was agreed',
    at: 'planned',
    does: adds('severities', 'severities-and-response-times', {
      name: '9',
      meaning: 'All else',
      response: 'never',
      channel: 'none',
      hours: 'none',
    }),
    shows: {customer: [/the severity "9" was added after the support model was agreed/u]},
  },
  {
    rule: 2,
    name: 'a number changed after it was tested',
    at: 'in transition',
    does: changes(lee, {channel: '+34 999'}),
    shows: {
      gate: ['closing', /over another channel; test the new one/u],
      customer: [/before "Channel" was changed/u],
    },
  },
  {
    rule: 2,
    name: 'a number changed with the old day of its test said again',
    at: 'in transition',
    does: ({snapshot}) => {
      const found = snapshot().handoff.records.find(({id}) => id === lee);
      const tested = found ? fieldText(found, 'tested') : '';
      return changes(lee, {channel: '+34 999', tested})();
    },
    shows: {gate: ['closing', /over another channel; test the new one/u]},
  },
  {
    rule: 2,
    name: 'a failure after the acceptance',
    at: 'signed',
    does: () => [{type: 'checks/recorded', run: failingRun(now())}],
    shows: {customer: [/the check "API is healthy" gave fail/u], status: [/changed since: 1/u]},
  },
  {
    rule: 2,
    name: 'a risk that comes up after the acceptance',
    at: 'signed',
    does: adds('risks', 'risks-and-issues', {
      name: 'Data loss',
      severity: '1',
      workaround: 'None',
      owner: 'Lee Novak',
      due: inDays(9),
      state: 'open',
    }),
    shows: {
      gate: ['closing', /Open: Data loss/u],
      customer: [/the risk "Data loss" was added/u],
      status: [/changed since: 1/u],
    },
  },
  {
    rule: 3,
    name: 'a restore on somebody’s word',
    at: 'prepared',
    does: proves(restore, {command: '', code: undefined, actual: 'It worked fine'}),
    shows: {
      customer: [/- Back up and restore the orders: said to work/u, /Nothing was measured/u],
      beside: [['operations-runbook', /\*\*Said to work:\*\* .*Nothing was measured/u]],
      notCustomer: [/and it worked/u],
    },
  },
  {
    rule: 3,
    name: 'output without what was expected, said to be measured',
    at: 'prepared',
    does: walks(restore, {actual: 'ERROR: nothing there'}),
    shows: {
      customer: [/- Back up and restore the orders: said to work/u, /judged by a person/u],
      beside: [['operations-runbook', /\*\*Said to work:\*\* .*judged by a person/u]],
      notCustomer: [/and it worked/u],
    },
  },
  {
    rule: 3,
    name: 'a run of years ago',
    at: 'prepared',
    does: proves(runbook, {ranAt: '2020-01-01T00:00:00.000Z'}),
    shows: {
      gate: ['session', /"Restart services" has not been proven on the system in the last/u],
      customer: [/- Restart the orders service: worked, too long ago/u],
      beside: [['operations-runbook', /It was more than 14 days ago/u]],
    },
  },
  {
    rule: 3,
    name: 'a run that names somebody else',
    at: 'prepared',
    does: runs({}, {actor: customer}),
    shows: {
      customer: [/It was started by Jordan Ruiz/u],
      notCustomer: [/It was started by Mina Okafor/u],
    },
  },
  {
    rule: 3,
    name: 'checks of a month ago',
    at: 'signed',
    daysLater: 30,
    does: () => [],
    shows: {
      customer: [/ran too long ago/u],
      notCustomer: [/^\*\*stable\*\*/mu],
    },
  },
  {
    rule: 4,
    name: 'a required check that was skipped',
    at: 'in transition',
    does: runs({outcome: 'skipped', message: 'needs the host', findings: []}),
    shows: {
      gate: ['closing', /"API is healthy" gave skipped/u],
      notCustomer: [/^\*\*stable\*\*/mu],
    },
  },
  {
    rule: 4,
    name: 'a required check that is said not to apply',
    at: 'in transition',
    does: runs({outcome: 'skipped', isInapplicable: true, message: 'not here', findings: []}),
    shows: {
      gate: ['closing', /No check in the checks file is required/u],
      notCustomer: [/^\*\*stable\*\*/mu],
    },
  },
  {
    rule: 4,
    name: 'a check taken out of the file',
    at: 'in transition',
    does: sees([{name: 'Log is quiet', kind: 'http', severity: 'recommended'}]),
    shows: {
      customer: [/The required check "API is healthy" was taken out/u],
    },
  },
  {
    rule: 4,
    name: 'a check made weaker',
    at: 'in transition',
    does: sees([
      {name: 'API is healthy', kind: 'command', severity: 'recommended'},
      {name: 'Log is quiet', kind: 'http', severity: 'recommended'},
    ]),
    shows: {customer: [/"API is healthy" is only recommended now/u]},
  },
  {
    rule: 4,
    name: 'a check that has not run yet',
    at: 'in transition',
    does: sees([
      {name: 'API is healthy', kind: 'command', severity: 'required'},
      {name: 'Log is quiet', kind: 'http', severity: 'recommended'},
      {name: 'Orders arrive', kind: 'command', severity: 'required'},
    ]),
    shows: {customer: [/"Orders arrive" has never run/u]},
  },
  {
    rule: 4,
    name: 'a passing run of another file',
    at: 'in transition',
    does: () => [
      {type: 'checks/recorded', run: failingRun(now())},
      {
        type: 'checks/recorded',
        run: {
          ...passingRun(now(), 'easy'),
          file: '/tmp/easy/handoff.yaml',
          fileSha256: '1'.repeat(64),
        },
      },
    ],
    shows: {
      gate: ['closing', /"API is healthy" gave fail/u],
      customer: [/^\*\*unstable\*\*/mu],
    },
  },
  {
    rule: 4,
    name: 'nothing left of what has to be proven',
    at: 'planned',
    does: skips('check-health', 'restart-services', 'view-logs', 'back-up-and-restore'),
    shows: {
      gate: ['session', /Nothing is proven: all that has to be proven is said not to apply/u],
    },
  },
  {
    rule: 4,
    name: 'no demonstration left',
    at: 'planned',
    does: skips(
      'demonstrations-check-health',
      'restart-a-service',
      'find-an-error-in-the-logs',
      'restore-a-backup',
      'escalate-an-incident',
      'handle-the-most-frequent-known-issue',
    ),
    shows: {
      gate: ['handover', /Nothing was performed: every demonstration is said not to apply/u],
      customer: [/Restart a service: not applicable/u],
    },
  },
  {
    rule: 5,
    name: 'a risk that is given another name',
    at: 'in transition',
    does: changes(risk, {name: 'A typo in the footer'}),
    shows: {
      customer: [/was changed from "The log grows without bound" to "A typo in the footer"/u],
    },
  },
  {
    rule: 5,
    name: 'a severe risk that is closed',
    at: 'in transition',
    does: changes(risk, {state: 'closed'}),
    shows: {customer: [/State was changed from "open" to "closed"/u]},
  },
  {
    rule: 5,
    name: 'a severity lowered with a reason',
    at: 'in transition',
    does: changes(risk, {severity: '4'}, 'It was seen once'),
    shows: {customer: [/Severity was lowered from 2 to 4\. Reason: It was seen once/u]},
  },
  {
    rule: 5,
    name: 'a shorter transition',
    at: 'in transition',
    does: changes(row('transition-period', 1), {ends: inDays(0)}, 'They need us no longer'),
    shows: {customer: [/Ends on was moved from .* Reason: They need us no longer/u]},
  },
  {
    rule: 5,
    name: 'a runbook removed after it was proven',
    at: 'in transition',
    does: removes(runbook),
    shows: {
      gate: ['closing', /"Restart services" is not proven/u],
      customer: [/the runbook "Restart the orders service" was removed/u],
    },
  },
  {
    rule: 5,
    name: 'a question taken back',
    at: 'ended',
    does: () => [{type: 'undone', action: 'sample-question-1', reason: 'It was asked twice'}],
    shows: {customer: [/taken back: the question "Can the log be kept for a year\?"/u]},
  },
  {
    rule: 5,
    name: 'the result of a demonstration taken back',
    at: 'ended',
    does: ({snapshot}) => [
      {
        type: 'undone',
        action:
          snapshot().journal.findLast(
            (action) => action.type === 'demonstration/ended' && action.result === 'prompted',
          )?.id ?? '',
        reason: 'They were not told',
      },
    ],
    shows: {
      gate: ['closing', /Restore a backup \(never performed\)/u],
      customer: [/taken back: the result of the demonstration: prompted/u],
    },
  },
  {
    rule: 5,
    name: 'holidays that move what is due',
    at: 'in transition',
    does: () => [
      {
        type: 'calendar/set',
        holidays: Array.from({length: 40}, (_, index) => inDays(index + 1)),
        reason: 'The whole town is away',
      },
    ],
    shows: {customer: [/were made days on which nobody works/u]},
  },
  {
    rule: 5,
    name: 'a size that asks for less after the session',
    at: 'in transition',
    does: () => [{type: 'handoff/sized', size: 'one-host', reason: 'It was smaller than thought'}],
    shows: {customer: [/lowered from a platform to one host, so less is asked/u]},
  },
  {
    rule: 1,
    name: 'a preparation that is asked less of',
    at: 'new',
    does: () => [{type: 'handoff/sized', size: 'one-host'}],
    shows: {internal: [/Of one host is not asked: .*"Common tasks"/u]},
  },
  {
    rule: 5,
    name: 'a table that is said not to apply after the session',
    at: 'in transition',
    does: skips('escalation-contacts'),
    shows: {customer: [/"Escalation contacts" was said not to apply/u]},
  },
  {
    rule: 6,
    name: 'a performer of whom nobody knows the side',
    at: 'live',
    does: () => [
      {
        type: 'demonstration/started',
        item: 'restart-a-service',
        performer: 'Bob Unknown',
        observer: engineer,
      },
    ],
    shows: {status: [/Nothing says on whose side Bob Unknown stands/u]},
  },
  {
    rule: 6,
    name: 'a signer of whom nobody knows the side',
    at: 'signed',
    does: signs({name: 'Bob Unknown'}),
    shows: {internal: [/Nothing says on whose side Bob Unknown stands/u]},
  },
  {
    rule: 6,
    name: 'a performer who turns out to hand over',
    at: 'in transition',
    does: describes(customer, 'vendor'),
    shows: {
      gate: ['closing', /has not agreed to the support model/u],
      customer: [/Restart a service: not counted/u],
      internal: [/Mina Okafor hands over, and stands for the receiver as well/u],
    },
  },
  {
    rule: 6,
    name: 'a risk taken by somebody who turns out to hand over',
    at: 'new',
    does: all(
      waives('session', /^plan$/u, {approver: 'Bob Unknown'}),
      describes('Bob Unknown', 'vendor'),
    ),
    shows: {
      gate: ['session', /No session is planned/u],
      status: [/waiver lapsed: Bob Unknown hands the system over/u],
    },
  },
  {
    rule: 7,
    name: 'a session that was held without the tool',
    at: 'new',
    does: () => [
      {
        type: 'session/corrected',
        reason: 'It was held without the tool',
        startedAt: ago(90),
        endedAt: ago(10),
      },
    ],
    shows: {
      gate: ['closing', /"Overview" had 0 of at least 10 min/u],
      customer: [/It was held on .* entered afterwards/u, /It was held without the tool/u],
      beside: [['session-summary', /Corrected afterwards/u, /It was held without the tool/u]],
    },
  },
  {
    rule: 7,
    name: 'minutes of the keyboard that were set right',
    at: 'ended',
    does: () => [
      {
        type: 'session/corrected',
        reason: 'The switch was late',
        customerMinutes: {walkthrough: 30},
      },
    ],
    shows: {
      customer: [/the record of the session was corrected: .* Reason: The switch was late/u],
      beside: [['session-summary', /Corrected afterwards/u, /Reason: The switch was late/u]],
    },
  },
  {
    rule: 7,
    name: 'a consent that was set right',
    at: 'ended',
    does: () => [
      {
        type: 'session/corrected',
        reason: 'She said so then',
        consents: {[row('attendees', 1)]: 'no'},
      },
    ],
    shows: {
      customer: [/Mina Okafor on a recording: no/u],
      beside: [['session-summary', /Mina Okafor +\| customer +\| [^|]+\| yes +\| no /u]],
      notCustomer: [/Everybody agreed to a recording/u],
    },
  },
  {
    rule: 7,
    name: 'an attendee who was entered after the session',
    at: 'ended',
    does: adds('attendees', 'attendees', {
      name: 'Zoe Late',
      side: 'customer',
      role: 'lead',
      consent: 'yes',
    }),
    shows: {
      customer: [/Not everybody was asked/u],
      beside: [['session-summary', /Zoe Late +\| customer +\| lead +\| not said +\| not asked /u]],
    },
  },
  {
    rule: 8,
    name: 'a waiver whose end has come',
    at: 'new',
    does: waives('session', /^plan$/u),
    daysLater: 11,
    shows: {
      gate: ['session', /No session is planned/u],
      internal: [/\(Mina Okafor, until \d{4}-\d\d-\d\d, ended: /u],
      status: [/waiver ended/u],
    },
  },
  {
    rule: 8,
    name: 'a waiver in the checks file for longer than any counts',
    at: 'in transition',
    does: runs(waived('fail', {expires: '2099-01-01'})),
    shows: {
      gate: ['closing', /"API is healthy"/u],
      customer: [/none counts for more than 90 days/u],
    },
  },
  {
    rule: 8,
    name: 'a waiver in the checks file for no reason in words',
    at: 'in transition',
    does: runs(waived('fail', {reason: 'aaaaaaaaaaaaaaaaaaaa'})),
    shows: {gate: ['closing', /"API is healthy"/u], customer: [/is no reason in words/u]},
  },
  {
    rule: 8,
    name: 'a waiver in the checks file by the engineer',
    at: 'in transition',
    does: runs(waived('fail', {approver: engineer})),
    shows: {gate: ['closing', /"API is healthy"/u], customer: [/cannot take the risk/u]},
  },
  {
    rule: 8,
    name: 'a waiver of what is unknown, when it fails',
    at: 'in transition',
    does: all(runs(waived('unknown', {})), runs(waived('fail', {}))),
    shows: {
      gate: ['closing', /"API is healthy"/u],
      customer: [/its waiver was given for unknown/iu],
    },
  },
  {
    rule: 9,
    name: 'a word to be filled in before the end',
    at: 'in transition',
    does: changes(lee, {response: 'TBD'}),
    shows: {gate: ['closing', /"Response time" of the contact "Lee Novak" still says "TBD"/u]},
  },
  {
    rule: 9,
    name: 'a question mark where a word was',
    at: 'in transition',
    does: changes(lee, {response: '?'}),
    shows: {gate: ['closing', /still says "\?"/u]},
  },
  {
    rule: 9,
    name: 'a runbook that lost its commands',
    at: 'in transition',
    does: changes(runbook, {commands: ''}),
    shows: {gate: ['closing', /lacks "Commands"/u], customer: [/is not complete/u]},
  },
  {
    rule: 9,
    name: 'approvers that are gone',
    at: 'in transition',
    does: removes(row('approvers', 1)),
    shows: {gate: ['closing', /"Approvers" is not written/u]},
  },
  {
    rule: 10,
    name: 'a question that is answered with nothing',
    at: 'ended',
    does: () => [{type: 'session/answered', note: 'sample-question-1', answer: ' '}],
    shows: {status: [/question sample-question-1 open/u], customer: [/has no answer yet/u]},
  },
  {
    rule: 10,
    name: 'a question that is answered later',
    at: 'ended',
    does: () => [{type: 'session/answered', note: 'sample-question-1', answer: 'TBD'}],
    shows: {status: [/question sample-question-1 open/u]},
  },
  {
    rule: 10,
    name: 'a risk that is closed by a word alone',
    at: 'in transition',
    does: () => [{type: 'follow-up/closed', followUp: `risk ${risk}`, outcome: 'Done.'}],
    shows: {
      status: [new RegExp(`risk ${risk} open again`, 'u')],
      customer: [/it was closed as "Done\.", but its row says "open"/u],
    },
  },
  {
    rule: 10,
    name: 'a point that is closed by somebody’s word',
    at: 'in transition',
    does: () => [
      {type: 'follow-up/closed', followUp: 'action sample-action-1', outcome: 'On the rota.'},
    ],
    shows: {customer: [/On the rota\. +\| Jordan Ruiz/u]},
  },
  {
    rule: 11,
    name: 'a contact that is entered later than on its day',
    at: 'in transition',
    does: meets({date: inDays(-1)}),
    shows: {customer: [/worst issue: none, entered on/u, /entered later than on its day/u]},
  },
  {
    rule: 11,
    name: 'a planned day that has passed',
    at: 'planned',
    daysLater: 9,
    does: () => [],
    shows: {customer: [/was planned for/u, /was not held/u]},
  },
  {
    rule: 13,
    name: 'an item that is somebody’s word',
    at: 'ended',
    does: () => [],
    shows: {customer: [/Validate every success criterion: done, said by Jordan Ruiz/u]},
  },
];
