import {describe, expect, it} from 'vitest';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {handoffWith, held, type Told} from '../../fixtures/afterwards.ts';

const now = '2026-03-19T12:00:00.000Z';
const actor = 'ana';
const at = (time: string) => ({at: `2026-03-${time}:00.000Z`, actor});

const changes: readonly Told[] = [
  {
    type: 'record/added',
    register: 'risks',
    item: 'issues',
    fields: {name: 'Queue fills', severity: '1', state: 'open'},
    ...at('02T09:00'),
  },
  ...held,
  {
    type: 'record/changed',
    record: 'a1',
    fields: {severity: '3'},
    reason: 'Mina says a restart is enough',
    ...at('09T10:00'),
  },
  {
    type: 'sign-off/recorded',
    name: 'Mina Okafor',
    role: 'operations',
    decision: 'accepted',
    how: 'ticket',
    reference: 'OPS-12',
    ...at('16T10:00'),
  },
  {type: 'record/changed', record: 'a1', fields: {workaround: 'Restart'}, ...at('17T10:00')},
];

const render = (name: Parameters<typeof renderDocument>[0], audience: 'customer' | 'internal') =>
  renderDocument(name, handoffWith(changes), {now, audience});

describe('what was changed after somebody had relied on it', () => {
  it.each([
    ['handoff-document', 'customer'],
    ['session-summary', 'customer'],
    ['engineer-handover', 'internal'],
    ['validation-report', 'internal'],
  ] as const)('stands in the %s with its reason', async (name, audience) => {
    const text = await render(name, audience);
    expect(text).toContain('## What was changed afterwards');
    expect(text).toMatch(
      /2026-03-09 11:00 CET, by ana: the risk "Queue fills": Severity was lowered from 1 to 3\. Reason: Mina says a restart is enough\n/,
    );
  });

  it('is told beside the acceptance as well: its version, how it came, and what is not as it was', async () => {
    const text = await render('handoff-document', 'customer');
    expect(text).toMatch(
      /^\*\*changed since acceptance\*\* Accepted on Mon 16 Mar 2026 by Mina Okafor \(version [0-9a-f]{12}\); changed since: 1\./mu,
    );
    expect(text).toMatch(/\| Mina Okafor .*by ana, ticket, OPS-12/);
    expect(text).toMatch(
      /### Changed since the acceptance[^]*- the risk "Queue fills" was changed on Tue 17 Mar by ana/,
    );
    expect(await render('session-papers', 'customer')).toContain('changed since: 1');
  });

  it('does not print an internal note that was taken back', async () => {
    const handoff = handoffWith([
      {type: 'session/started', ...at('05T10:00')},
      {type: 'session/noted', kind: 'note', text: 'They are short of people', ...at('05T10:10')},
      {type: 'session/ended', ...at('05T11:00')},
      {type: 'undone', action: 'a2', reason: 'Not ours to say', ...at('06T11:00')},
    ]);
    const text = await renderDocument('handoff-document', handoff, {now, audience: 'customer'});
    expect(text).not.toContain('Not ours to say');
    expect(text).not.toContain('short of people');
    const own = await renderDocument('handoff-document', handoff, {now, audience: 'internal'});
    expect(own).toContain('taken back: the note. Reason: Not ours to say');
  });
});
