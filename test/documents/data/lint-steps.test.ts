import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {stepFindings} from '../../../source/documents/lint/lint-steps.ts';
import {handoffOf} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const tasks = playbook([
  phase('preparation', 'Preparation', [
    step('Operational runbooks', 'text', [
      item('Restart services', {id: 'restart', register: 'runbooks'}),
      item('Contacts', {id: 'contacts', register: 'contacts'}),
    ]),
  ]),
]);
const lee: Change = {
  type: 'record/added',
  register: 'contacts',
  item: 'contacts',
  fields: {name: 'Lee Novak', channel: '+34 600 000 002'},
};

function findingsOf(steps: string): string[] {
  const fields = {name: 'Restart the API', author: 'Jordan Ruiz', steps};
  const row: Change = {type: 'record/added', register: 'runbooks', item: 'restart', fields};
  const handoff = handoffOf([lee, row], tasks);
  const runbook = handoff.records.at(-1);
  return runbook ? stepFindings(handoff, runbook).map(({what, toDo}) => `${what} ${toDo}`) : [];
}

it('says nothing of steps in which all is well', () => {
  const steps = `1. Look
   $ kubectl get pods
   See: up
   If not: call Lee Novak
2. Change: restart it
   $ kubectl -n pay rollout restart deploy/api
3. Look again
   $ kubectl get pods
   See: up
   If not: runbook "restart the API"`;
  expect(findingsOf(steps)).toEqual([]);
});

it('says whom and what a step names and nobody finds, and what changes unsaid', () => {
  const steps = `1. Look
   $ sudo systemctl restart api
   If not: runbook Restart the AIP
   If it hangs: call Lee Novack
   If all fails: call Jordan Ruiz
2. Change: restart it
   $ restart`;
  expect(findingsOf(steps)).toEqual([
    'Step 1 of "Restart the API" goes to the runbook "Restart the AIP", and its reader finds none of that name. Perhaps "Restart the API" is meant.',
    'Step 1 of "Restart the API" says to call "Lee Novack", and nobody is known by that name. Perhaps "Lee Novak" is meant.',
    'Step 1 of "Restart the API" says to call Jordan Ruiz, and nothing says how to reach them. Add them to the contacts, with a number.',
    'Step 1 of "Restart the API" looks, and "sudo systemctl restart" changes the system. Say "Change:" in it, and what it changes.',
    'Nothing looks at the system after the last change of "Restart the API". Add a step that looks, with "See:".',
  ]);
});
