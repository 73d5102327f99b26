import type {
  Item,
  Phase,
  PhaseKind,
  Playbook,
  Screen,
  Step,
} from '../../source/playbook/playbook.ts';

const position = {line: 1, column: 1};

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
}

export function item(text: string, more: Partial<Item> = {}): Item {
  return {
    id: slug(text),
    text,
    isOptional: false,
    isChecked: false,
    commands: [],
    links: [],
    children: [],
    position,
    ...more,
  };
}

export function step(title: string, screen: Screen, items: readonly (Item | string)[]): Step {
  return {
    id: slug(title),
    title,
    screen,
    items: items.map((entry) => (typeof entry === 'string' ? item(entry) : entry)),
    position,
  };
}

export function phase(kind: PhaseKind, title: string, steps: readonly Step[]): Phase {
  return {id: slug(title), kind, title, steps, position};
}

export function playbook(phases: readonly Phase[], gotchas: readonly string[] = []): Playbook {
  return {
    title: 'Handoff',
    phases,
    gotchas: gotchas.map((text) => ({text, position})),
    links: [],
    notices: [],
  };
}

function block(text: string, min: number, max: number, topics: readonly string[]): Item {
  return item(text, {minutes: {min, max}, children: topics.map((topic) => item(topic))});
}

/**
 * The shape of the program's own playbook: every screen, an agenda, due rules and gotchas. The sample
 * world is of the built-in one; documents are told on this too, so that none leans on its words.
 */
export const samplePlaybook = playbook(
  [
    phase('preparation', 'Preparation', [
      step('Checklist', 'checklist', [
        'All success criteria have been validated',
        item('The customer team has been trained', {isOptional: true}),
        'The handoff session is scheduled',
      ]),
      step('What was deployed', 'text', [
        'Architecture overview',
        'Configuration details',
        'Dependencies and integrations',
        'Access requirements and credentials',
        'Network topology and connectivity',
      ]),
      step('Operational runbooks', 'text', [
        'Check system health',
        'Restart services',
        'View logs and troubleshoot',
        item('Back up and restore', {isOptional: true}),
        'Handle common issues',
        'Escalation procedures',
      ]),
      step('Training material', 'text', [
        'Architecture diagrams',
        'Key workflows and processes',
        'FAQ and known issues',
      ]),
      step('Validation', 'checks', []),
    ]),
    phase('session', 'Handoff session', [
      step('Agenda', 'agenda', [
        block('Overview', 10, 10, ['What was deployed and where', 'Key components']),
        block('Walkthrough', 30, 40, ['How to reach the system', 'Where the logs are']),
        block('Q&A', 15, 20, ['Questions about operation']),
        block('Next steps', 5, 10, ['Whom to ask for help']),
      ]),
    ]),
    phase('post-handoff', 'Afterwards', [
      step('Follow-up', 'checklist', [
        item('Send the documents', {due: {amount: 24, unit: 'hours', after: 'session'}}),
        item('Check in with the team', {
          due: {amount: 2, unit: 'business-days', after: 'session'},
        }),
        'Update the CRM',
      ]),
      step('Handoff document', 'documents', [
        'What was deployed',
        'How to access it',
        'How to operate it',
        'How to troubleshoot',
        'Who to contact',
        'Resources',
      ]),
      step('Sign-off', 'sign-off', ['The receiver has signed']),
    ]),
  ],
  [
    'Not validating everything works: test before the handoff',
    'Rushing the handoff session: they need time to learn',
    'Not documenting enough: they will have questions later',
    'Assuming they understand: have them demonstrate',
    'Disappearing at once: be available for the transition',
    'Not setting expectations: clarify the support model',
    'Giving away the discount we agreed on',
  ],
);
