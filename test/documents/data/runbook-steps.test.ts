import {describe, expect, it} from 'vitest';
import {tellSteps} from '../../../source/handoff/changes/step-runs.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {handoffOf, now} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const tasks = playbook([
  phase('preparation', 'Preparation', [
    step('Operational runbooks', 'text', [
      item('Restart services', {id: 'restart', register: 'runbooks'}),
      item('Contacts', {id: 'contacts', register: 'contacts'}),
    ]),
  ]),
]);
const row = (fields: FieldValues, of = 'restart'): Change => ({
  type: 'record/added',
  register: of === 'contacts' ? 'contacts' : 'runbooks',
  item: of,
  fields,
});

const steps = `1. Look at the pods
   $ kubectl get pods
   See: /3\\/3 +Running/
   If not: step 2
   If there is no answer: call Lee Novak
2. Restart the API
   Change: tills wait for ten seconds
   Caution: only while no till is in an order
   $ kubectl rollout restart deploy/api
3. Look again
   $ kubectl get pods
   See:
   - /3\\/3 +Running/
   - no restarts
   If not: runbook Restart the host`;
const begun = '2026-03-01T08:00:00.000Z';
const rows = [
  row({name: 'Restart the API', trigger: 'Health fails', steps}),
  row({name: 'Restart the host', commands: 'reboot', expected: '/^up \\d+/m', effect: 'changes'}),
  row({name: 'Lee Novak', channel: '+34 600 000 002'}, 'contacts'),
];
const proof: Change = {
  type: 'runbook/proven',
  record: 'a1',
  command: '',
  isMet: false,
  expected: '',
  actual: '',
  host: 'ops-1',
  ...tellSteps([
    {
      number: 1,
      title: 'Look at the pods',
      command: 'kubectl get pods',
      expected: '/3\\/3 +Running/',
      actual: 'exit 0: 2/3 Running',
      isMet: false,
      kind: 'measured',
      code: 0,
      ranAt: begun,
    },
  ]),
};

function render(
  name: 'operations-runbook' | 'handoff-document',
  changes: readonly Change[] = rows,
) {
  return renderDocument(name, handoffOf(changes, tasks), {now, audience: 'customer'});
}

describe('the steps of a runbook in the operations runbook', () => {
  it('stand one by one, with what to see in words and where it goes if not', async () => {
    const text = await render('operations-runbook');
    expect(text).toMatch(
      /### 1\\?\. Look at the pods\n\n```sh\nkubectl get pods\n```\n\n\*\*See:\*\* a line that contains `3\/3`, blanks, `Running`\n\n\*\*If not:\*\* \[step 2, Restart the API\]\(#2-restart-the-api\)\n\n\*\*If there is no answer:\*\* call Lee Novak \(\+34 600 000 002\)/,
    );
    expect(text).toMatch(
      /### 2\\?\. Restart the API\n\n> \*\*Caution:\*\* only while no till is in an order\.\n\n\*\*Changes the system\*\*: tills wait for ten seconds\.\n\n```sh\nkubectl rollout/,
    );
    expect(text).toMatch(/\*\*See:\*\*\n\n- a line[^\n]+\n- a line that contains `no restarts`\n/);
    expect(text).toContain('[runbook Restart the host](#restart-the-host)');
    expect(text).not.toContain('$ kubectl');
  });

  it('have the shape of the only step of others', async () => {
    const text = await render('operations-runbook');
    const own = text.slice(text.indexOf('\n## Restart the host'));
    expect(own).toMatch(
      /\*\*Changes the system\*\*\.\n\n```sh\nreboot\n```\n\n\*\*See:\*\* a line that begins with `up`, a blank, a number/,
    );
    expect(own).not.toContain('### ');
  });

  it('tell the proof of each, and which have not been run', async () => {
    const text = await render('operations-runbook', [...rows, proof]);
    expect(text).toMatch(
      /\*\*Last try failed:\*\* .+ on ops-1\. Step 1 did not show what it should\. Steps 2 and 3 have not been run\./,
    );
    expect(text).toMatch(/\| 1 +\| not as expected +\| exit 0: 2\/3 Running +\| –/);
  });

  it('are led to by the handoff document, which does not repeat them', async () => {
    const text = await render('handoff-document');
    expect(text).toContain('In the [operations runbook](operations-runbook.md): ');
    expect(text).not.toContain('kubectl rollout');
  });
});
