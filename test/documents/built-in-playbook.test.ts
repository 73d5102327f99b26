import {describe, expect, it} from 'vitest';
import {documentData} from '../../source/documents/data/document-data.ts';
import {builtInPlaybook as playbook} from '../fixtures/built-in-playbook.ts';
import {allItems} from '../../source/playbook/walk.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {registers} from '../../source/handoff/registers/registers.ts';
import {registerNames, type Item} from '../../source/playbook/playbook.ts';
import {handoffOf, now} from './sample-handoff.ts';
import {item, phase, playbook as playbookOf, step} from './sample-playbook.ts';

function documentsOf(items: readonly Item[]) {
  return playbookOf([phase('preparation', 'Preparation', [step('Quagga', 'text', items)])]);
}

describe('with the built-in playbook', () => {
  it('each text goes to the part where its reader looks for it', () => {
    const places = allItems(playbook).filter(({step}) => step.screen === 'text');
    const changes = places.map(({item}) => {
      return {type: 'item/written', item: item.id, text: 'Text.'} as const;
    });
    const {parts} = documentData(handoffOf(changes, playbook), {audience: 'customer', now});
    const titles = parts.map(({key, sections}) => [key, sections.map(({title}) => title)]);
    expect(Object.fromEntries(titles)).toEqual({
      deployed: [
        'Architecture overview',
        'Configuration',
        'Dependencies and integrations',
        'Network',
        'Agreed targets',
        'Decisions and constraints',
      ],
      access: ['Access and credentials', 'Accounts, domains, certificates, alerts and jobs'],
      operate: [
        'Data',
        'Check health',
        'Restart services',
        'Back up and restore',
        'Monitoring',
        'Recovery scenarios',
        'Capacity limits',
        'Recurring maintenance',
        'Key workflows',
        'Common tasks',
      ],
      troubleshoot: [
        'View logs',
        'Common issues',
        'Troubleshooting guide',
        'Known issues and frequent questions',
        'Risks and issues',
      ],
      contact: [
        'Escalation',
        'Severities and response times',
        'Out of scope',
        'Escalation contacts',
        'Transition period',
        "The customer's acknowledgement",
        'Duties',
        'Approvers',
      ],
      resources: [
        'Architecture diagrams',
        'Glossary',
        'Teach-back',
        'Contracts, licences and warranties',
        'Next review',
      ],
    });
  });

  it.each(registerNames)('rows of the table "%s" stand in the part that it names', (register) => {
    const any = documentsOf([item('Zebra', {id: 'zebra', register})]);
    const row: Change = {
      type: 'record/added',
      register,
      item: 'zebra',
      fields: {[registers[register].fields[0]?.name ?? '']: 'A row'},
    };
    const {parts} = documentData(handoffOf([row], any), {audience: 'customer', now});
    const found = parts.filter(({sections}) => sections.some(({title}) => title === 'Zebra'));
    expect(found.map(({key}) => key)).toEqual([registers[register].part]);
  });

  it('an item may name another part than its table, and a text one without guessing', () => {
    const any = documentsOf([
      item('View logs', {id: 'logs', register: 'runbooks', part: 'troubleshoot'}),
      item('Zebra', {id: 'zebra', part: 'contact'}),
    ]);
    const changes: Change[] = [
      {type: 'record/added', register: 'runbooks', item: 'logs', fields: {name: 'Read them'}},
      {type: 'item/written', item: 'zebra', text: 'Ask Kim.'},
    ];
    const {parts} = documentData(handoffOf(changes, any), {audience: 'customer', now});
    const titles = parts.flatMap(({key, sections}) => sections.map(({title}) => [key, title]));
    expect(titles).toEqual([
      ['troubleshoot', 'View logs'],
      ['contact', 'Zebra'],
    ]);
  });

  it('the six items of the documents step speak for the six parts', () => {
    const places = allItems(playbook).filter(({step}) => step.screen === 'documents');
    const changes = places.map(({item}, index) => {
      return {type: 'item/written', item: item.id, text: `Text ${index}.`} as const;
    });
    const {parts} = documentData(handoffOf(changes, playbook), {audience: 'customer', now});
    expect(parts.map(({own}) => own.map(({text}) => text))).toEqual(
      [0, 1, 2, 3, 4, 5].map((index) => [`Text ${index}.`]),
    );
  });

  it('each of its six gotchas becomes advice to the receiver', () => {
    const {guidance} = documentData(handoffOf([], playbook), {audience: 'customer', now});
    expect(guidance).toHaveLength(6);
  });
});
