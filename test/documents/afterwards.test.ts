import {describe, expect, it} from 'vitest';
import {compareRuns} from '../../source/services/checks/compare-runs.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {
  checkRun,
  contact,
  handoffWith,
  held,
  performed,
  type Told,
} from '../fixtures/afterwards.ts';

const changes: readonly Told[] = [
  {type: 'checks/recorded', run: checkRun('2026-03-05T09:00:00.000Z', 'pass')},
  ...held,
  ...performed('restart', 'a5', 'prompted', 'Which *host* it is'),
  contact('2026-03-09', {found: 'Nothing new.', remark: 'They are short of people'}),
  {type: 'follow-up/closed', followUp: 'runbook change a5', outcome: 'The host is named.'},
  {type: 'transition/extended', until: '2026-03-26', reason: 'The restore is to be repeated.'},
  {type: 'checks/recorded', run: checkRun('2026-03-18T09:00:00.000Z', 'fail')},
  {
    type: 'sign-off/recorded',
    name: 'Mina',
    role: 'operations',
    decision: 'accepted-with-conditions',
    conditions: ['Move the DNS zone; until then call Jordan', 'Rotate the keys'],
  },
];

function render(
  audience: 'customer' | 'internal',
  name: 'handoff-document' | 'session-summary' = 'handoff-document',
) {
  const now = '2026-03-19T12:00:00.000Z';
  return renderDocument(name, handoffWith(changes), {now, audience, compareRuns});
}

describe('the time after the session in the handoff document', () => {
  it('has demonstrations, open points, check-ins, exit criteria, extensions and drift', async () => {
    const text = await render('customer');
    expect(text).toContain('- Restart a service: prompted\n');
    expect(text).toContain('- Restore a backup: never performed\n');
    const summary = await render('customer', 'session-summary');
    expect(summary).toMatch(/\| Restart a service +\| prompted +\| Mina +\| Jordan/);
    expect(summary).toContain('Restart a service, prompted: Which \\*host\\* it is');
    expect(text).toContain('Condition of Mina: Move the DNS zone; until then call Jordan');
    expect(text).toContain('Condition of Mina: Rotate the keys');
    expect(text).toContain('(1) Move the DNS zone; until then call Jordan (2) Rotate the keys');
    expect(text).toMatch(/The host is named. +\| ana +\| 2026-03-04/);
    expect(text).toMatch(/\| +1 \| 2026-03-09 +\| 2026-03-09 +\| Mina/);
    expect(text).toContain('Extended until 2026-03-26');
    expect(text).toMatch(
      /The last day of the transition is reached +\| not met +\| it ends Thu 26 Mar/,
    );
    expect(text).toMatch(/^- Worse: Health: pass → fail: status 200$/mu);
  });

  it('keeps remarks on contacts from the customer', async () => {
    expect(await render('customer')).not.toContain('short of people');
    expect(await render('internal')).toContain('short of people');
  });
});
