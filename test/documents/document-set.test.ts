import {describe, expect, it} from 'vitest';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {documentNames, audienceFor} from '../../source/documents/document-names.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {handoffOf, now, sampleHandoff, type Timed} from './sample-handoff.ts';
import {readMarkdown} from './read-markdown.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';

const book = playbook([
  phase('preparation', 'Preparation', [
    step('Checklist', 'checklist', [item('Validate every success criterion')]),
    step('What was deployed', 'text', [
      item('Architecture', {id: 'architecture', register: 'components'}),
      item('Access', {id: 'access', register: 'access'}),
      item('Network', {id: 'network', register: 'flows'}),
    ]),
    step('Runbooks', 'text', [
      item('Restart services', {id: 'restart', register: 'runbooks'}),
      item('Back up and restore', {id: 'restore', register: 'runbooks'}),
    ]),
    step('Training', 'text', [item('Key workflows', {id: 'workflows', register: 'training'})]),
    step('Support', 'text', [
      item('Out of scope', {id: 'scope', register: 'out-of-scope'}),
      item('Contacts', {id: 'contacts', register: 'contacts'}),
      item('Transition period', {id: 'period', register: 'transition'}),
      item('Risks', {id: 'risks', register: 'risks'}),
    ]),
  ]),
  phase('session', 'Session', [
    step('Agenda', 'agenda', [
      item('Overview', {id: 'overview', children: [item('What runs where'), item('Why')]}),
    ]),
    step('Demonstrations', 'demonstrations', [item('Restart a service', {id: 'show'})]),
  ]),
  phase('post-handoff', 'After', [
    step('Transition', 'transition', [
      item('Contacts with them', {id: 'log', register: 'check-ins'}),
    ]),
  ]),
]);

const row = (register: string, at: string, fields: Record<string, string>): Timed => ({
  type: 'record/added',
  register: register as 'risks',
  item: at,
  fields,
});

const changes: readonly Timed[] = [
  row('components', 'architecture', {
    name: 'API "v2"',
    version: '2.4.1',
    place: 'shop-1',
    calls: 'Mail',
  }),
  row('access', 'access', {name: 'Vendor', use: 'All.', grant: 'Ask.', ends: '2026-04-30'}),
  row('flows', 'network', {from: 'Tills', to: 'pay.example.com', certificate: '2026-06-01'}),
  row('runbooks', 'restart', {
    name: 'Restart services',
    trigger: 'Health fails.',
    effect: 'changes',
    commands: 'systemctl restart api',
    expected: 'active',
    verification: 'Health says ok.',
    rollback: 'Start the old one.',
    author: 'Ana',
  }),
  row('runbooks', 'restore', {
    name: 'Restore',
    trigger: 'Data is lost.',
    effect: 'changes',
    purpose: 'restore',
  }),
  row('training', 'workflows', {
    name: 'From till to receipt',
    kind: 'workflow',
    content: 'A till sends.',
    demonstration: 'Restart a service',
  }),
  row('out-of-scope', 'scope', {name: 'The tills', instead: 'Tills team'}),
  row('contacts', 'contacts', {name: 'Lee', level: 'severity 1', channel: '+34 1'}),
  row('transition', 'period', {name: 'Ana Ruiz', deputy: 'Sam', ends: '2026-03-20'}),
  row('risks', 'risks', {name: 'Blemish', severity: '4', state: 'open'}),
  row('risks', 'risks', {name: 'Old', severity: '1', state: 'closed'}),
  row('risks', 'risks', {name: 'Log grows', severity: '2', state: 'open', workaround: 'Rotate.'}),
  {type: 'session/started', at: '2026-03-04T09:00:00.000Z'},
  {type: 'session/block-entered', block: 'overview', at: '2026-03-04T09:00:00.000Z'},
  {type: 'item/settled', item: 'what-runs-where', status: 'done', at: '2026-03-04T09:05:00.000Z'},
  {
    type: 'session/noted',
    kind: 'action',
    text: 'Lee adds the alert',
    at: '2026-03-04T09:06:00.000Z',
  },
  {
    type: 'session/noted',
    kind: 'note',
    text: 'They are afraid of the restore.',
    at: '2026-03-04T09:07:00.000Z',
  },
  {type: 'session/ended', at: '2026-03-04T10:00:00.000Z'},
  row('check-ins', 'log', {
    name: 'Mina',
    date: '2026-03-05',
    kind: 'check-in',
    did: 'Nothing.',
    found: 'None.',
    severity: 'none',
    remark: 'They think of leaving us.',
  }),
];

const handoff = handoffOf(changes, book);
const render = (name: (typeof documentNames)[number], more = {}) =>
  renderDocument(name, handoff, {now, ...more});

function section(markdown: string, heading: string): string {
  const start = markdown.indexOf(`\n${heading}\n`);
  const rest = markdown.slice(start + heading.length + 1);
  const end = rest.search(new RegExp(`\n#{1,${heading.indexOf(' ')}} `, 'u'));
  return start === -1 ? '' : rest.slice(0, end === -1 ? undefined : end);
}

describe('the handoff document of a handoff with tables', () => {
  it('has the top risks by severity on its first page, without what is closed', async () => {
    const text = section(await render('handoff-document'), '## At a glance');
    expect(text).toMatch(/\| Log grows +\| 2 +\| open +\| Rotate\. +\|\n\| Blemish/u);
    expect(text).not.toContain('| Old');
  });

  it('says what was delivered and what is not part of it', async () => {
    const text = section(await render('handoff-document'), '## Goals and scope');
    expect(text).toContain('1 component, each with its version');
    expect(text).toContain('- The tills (ask instead: Tills team)');
    expect(text).toContain('No check has measured them yet.');
  });

  it('says what nobody stated of the architecture, and draws no box for it', async () => {
    const text = await render('handoff-document');
    expect(text).not.toContain('```mermaid');
    expect(text).toMatch(/"API .*v2.*" calls "Mail" \(described nowhere\)\./u);
  });

  it('names the day on which vendor access ends, and the last tested restore', async () => {
    const text = await render('handoff-document');
    expect(section(text, '## Calendar')).toMatch(/2026-04-30 +\| Vendor access/u);
    expect(section(text, '### Last tested restore')).toContain('"Restore" has never been proven.');
  });

  it('has a calendar of what ends, in order', async () => {
    const {cells} = readMarkdown(section(await render('handoff-document'), '## Calendar'));
    expect(cells[0]?.slice(1).map(([date, what]) => `${date} ${what}`)).toEqual([
      '2026-03-12 Hold check-in 2 of 3',
      '2026-03-20 Last day of the transition',
      '2026-04-30 Vendor access ends: Vendor',
      '2026-06-01 Certificate expires: pay.example.com',
    ]);
  });

  it('does not repeat the title of a topic over its only runbook', async () => {
    expect((await render('operations-runbook')).match(/^#+ Restart services$/gmu)).toHaveLength(1);
  });
});

describe('the operations runbook', () => {
  it('begins with people, then says what to do when, then each runbook on a page of its own', async () => {
    const text = await render('operations-runbook');
    expect(readMarkdown(text, 2).outline.slice(1)).toEqual([
      '## On call',
      '## Restart services',
      '## Restore',
      '## Contacts and support',
      '## Known issues',
    ]);
    expect(text).toContain('---\n\n## Restart services');
    expect(section(text, '### What to do when')).toMatch(
      /\| Health fails\. +\| – +\| Follow the runbook; it changes the system\. \| \[Restart services\]\(#restart-services\)/u,
    );
  });
});

describe('the training pack', () => {
  it('sorts material by kind and says how its demonstration went', async () => {
    const text = await render('training-pack');
    expect(section(text, '## Workflows')).toContain(
      'Demonstration: Restart a service (never performed)',
    );
  });
});

describe('the summary of the session', () => {
  it('tells what was covered and what was not, and actions with owner and date', async () => {
    const text = await render('session-summary');
    expect(text).toMatch(/\| Overview \| – +\| 1 h +\| What runs where \| Why/u);
    expect(section(text, '## Actions')).toMatch(
      /\| Lee adds the alert \| Ana Ruiz \| 2026-03-11 \| open/u,
    );
    expect(section(text, '## What is open')).toContain('Solve: Log grows');
  });
});

describe('what only the own team may read', () => {
  it('reaches the handover to another engineer and no customer', async () => {
    const handover = await render('engineer-handover');
    for (const secret of ['They are afraid of the restore.', 'They think of leaving us.']) {
      expect(handover).toContain(secret);
      for (const name of documentNames)
        expect(await render(name, {audience: 'customer'})).not.toContain(secret);
    }
  });

  it('is for the own team alone where the document is', () => {
    const internal = documentNames.filter((name) => audienceFor(name) === 'internal');
    expect(internal).toEqual(['retrospective', 'engineer-handover', 'state-of-items']);
  });
});

describe('the validation report', () => {
  it('has every check with what came of it', async () => {
    const text = await renderDocument('validation-report', sampleHandoff, {now});
    expect(section(text, '## What does not hold')).toContain(
      '**No errors in the last hour** (fail)',
    );
    expect(text.match(/^#### /gmu)).toHaveLength(3);
    // What a pass saw says as well what was not looked at, such as a certificate that was not verified.
    expect(text).toContain('- Seen: All expectations hold.');
  });

  it('says so when nothing was checked', async () => {
    const empty: readonly Change[] = [];
    const text = await renderDocument('validation-report', handoffOf(empty, playbook([])), {now});
    expect(text).toContain('No checks have been run yet.');
  });
});
