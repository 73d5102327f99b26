import {describe, expect, it} from 'vitest';
import {documentData} from '../../source/documents/data/document-data.ts';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {builtInPlaybookPath} from '../../source/playbook/templates-folder.ts';
import {allItems} from '../../source/playbook/walk.ts';
import {handoffOf, now} from './sample-handoff.ts';

const playbook = await loadPlaybook(builtInPlaybookPath());

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
      ],
      access: ['Access and credentials', 'Accounts, domains, certificates, alerts and jobs'],
      operate: [
        'Check health',
        'Restart services',
        'Back up and restore',
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
      resources: ['Architecture diagrams'],
    });
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
