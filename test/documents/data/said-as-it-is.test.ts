import {describe, expect, it} from 'vitest';
import type {documentNames} from '../../../source/documents/document-names.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import type {CheckRecord} from '../../../source/handoff/model/check-run.ts';
import {checkFact} from '../../../source/handoff/gates/check-fact.ts';
import {handoffOf, now, type Timed} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const measuredAt = '2026-03-03T10:00:00.000Z';

function check(name: string, changes: Partial<CheckRecord> = {}): CheckRecord {
  return {
    name,
    kind: 'tcp',
    severity: 'required',
    outcome: 'pass',
    message: '',
    target: name,
    startedAt: measuredAt,
    duration: 12,
    findings: [],
    ...changes,
  };
}

const closed = check('TLS is on', {outcome: 'fail', message: 'connection refused'});
const run: Timed = {
  type: 'checks/recorded',
  at: measuredAt,
  run: {
    id: 'r1',
    file: '/srv/handoff.yaml',
    fileSha256: 'a'.repeat(64),
    startedAt: measuredAt,
    duration: 30,
    isInterrupted: false,
    actor: 'Ana Ruiz',
    results: [
      check('Port answers'),
      check('The pager rings', {kind: 'manual', duration: 0}),
      closed,
      check('TLS is good', {outcome: 'skipped', severity: 'recommended', message: 'Not run.'}),
    ],
  },
};
const waived: Timed = {
  type: 'gate/waived',
  at: measuredAt,
  gate: 'session',
  requirement: 'check TLS is on',
  text: 'TLS is off',
  reason: 'The certificate is ordered',
  approver: 'Mina Okafor',
  expires: '2099-01-01',
  fact: checkFact(closed),
};
const attendee = (name: string, consent: string): Timed => ({
  type: 'record/added',
  register: 'attendees',
  item: 'attendees',
  fields: {name, side: 'customer', role: 'operator', consent},
});
const book = playbook([
  phase('preparation', 'Preparation', [
    step('Risks', 'text', [item('Risks and issues', {id: 'risks', register: 'risks'})]),
    step('Validation', 'checks', [item('Run the checks', {id: 'run'})]),
  ]),
  phase('session', 'Session', [
    step('Plan', 'plan', [item('Attendees', {id: 'attendees', register: 'attendees'})]),
    step('Agenda', 'agenda', [item('Overview', {id: 'overview'})]),
  ]),
  phase('post-handoff', 'After', [
    step('Follow-up', 'follow-ups', [item('Close every open point', {id: 'close'})]),
  ]),
]);

function textOf(name: (typeof documentNames)[number], ...changes: readonly Timed[]) {
  return renderDocument(name, handoffOf(changes, book), {now});
}

describe('a check', () => {
  it.each(['handoff-document', 'validation-report'] as const)(
    'that a person attested or a run left out is measured in no %s',
    async (name) => {
      const text = await textOf(name, run);
      const rowOf = (check: string) =>
        text.split('\n').find((line) => line.startsWith(`| ${check}`)) ?? '';
      expect(rowOf('Port answers')).toMatch(/\d{4}-03-03 \d\d:\d\d \S+ +\| +12 ms/u);
      expect(rowOf('The pager rings')).toMatch(/\(attested\) +\| +– \|/u);
      expect(rowOf('TLS is good')).toMatch(/recommended +\| – +\| +– \|/u);
      const isWhole = name === 'validation-report';
      expect(text.includes('- Attested by a person, in the run of 2026-03-03')).toBe(isWhole);
      expect(text.includes('- Not measured: left out of the run of 2026-03-03')).toBe(isWhole);
    },
  );

  it.each(['handoff-document', 'session-papers'] as const)(
    'that somebody lives with is told with that person in the %s',
    async (name) => {
      const words = 'waived until 2099-01-01 by Mina Okafor';
      expect(await textOf(name, run)).not.toContain(words);
      expect(await textOf(name, run, waived)).toContain(words);
    },
  );
});

it('asks nobody for a recording once somebody refused it', async () => {
  const asked = await textOf('session-papers', attendee('Mina Okafor', 'yes'));
  expect(asked).toContain('Say whether you agree to a recording');
  const refused = await textOf('session-papers', attendee('Mina Okafor', 'no'));
  expect(refused).not.toContain('Say whether you agree');
  expect(refused).toContain('Nothing is recorded');
});

it('lists what is open before the session, and blames no session for it', async () => {
  const risk: Timed = {
    type: 'record/added',
    register: 'risks',
    item: 'risks',
    fields: {name: 'The disk fills', severity: '3', state: 'open', owner: 'Mina Okafor'},
  };
  const text = await textOf('session-papers', risk);
  expect(text).toContain('**1 open point to close:** Solve: The disk fills');
  expect(text).not.toContain('left open by the session');
});
