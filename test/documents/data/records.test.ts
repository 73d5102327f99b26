import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {handoffOf, now} from '../sample-handoff.ts';
import {item, phase, playbook, step} from '../sample-playbook.ts';

const withTables = playbook([
  phase('preparation', 'Preparation', [
    step('What was deployed', 'text', [
      item('Architecture', {id: 'architecture', register: 'components'}),
      item('Network', {id: 'network', register: 'flows'}),
    ]),
    step('Operational runbooks', 'text', [
      item('Restart services', {id: 'restart', register: 'runbooks'}),
      item('Log of contacts', {id: 'log', register: 'check-ins'}),
    ]),
  ]),
]);

const rows: readonly Change[] = [
  {
    type: 'record/added',
    register: 'components',
    item: 'architecture',
    fields: {name: 'API | v2', version: '2.4.1', place: 'shop-1', calls: 'Mail'},
  },
  {
    type: 'record/added',
    register: 'flows',
    item: 'network',
    fields: {from: 'Tills', to: 'API', port: {notApplicable: 'A socket in the file system.'}},
  },
  {
    type: 'record/added',
    register: 'runbooks',
    item: 'restart',
    fields: {
      name: 'Restart the API',
      trigger: 'Health fails.',
      effect: 'changes',
      commands: 'systemctl restart api\n```\ncurl -s api',
      expected: '{"status": "ok"}',
      rollback: {notApplicable: 'A restart changes no data.'},
    },
  },
  {
    type: 'record/added',
    register: 'check-ins',
    item: 'log',
    fields: {name: 'Mina', date: '2026-03-04', found: 'None.', remark: 'They want a discount.'},
  },
];

function render(changes: readonly Change[], audience: 'customer' | 'internal' = 'customer') {
  return renderDocument('handoff-document', handoffOf(changes, withTables), {now, audience});
}

const onCall = (changes: readonly Change[]) =>
  renderDocument('operations-runbook', handoffOf(changes, withTables), {now});

describe('the rows of tables in the handoff document', () => {
  it('short ones are a table, without columns that say nothing, and with reasons', async () => {
    const text = await render(rows);
    expect(text).toMatch(/\| From +\| To +\| Port +\|\n\| -+ \| -+ \| -+ \|\n/);
    expect(text).toContain('not applicable: A socket in the file system.');
    expect(text).toContain('| API \\| v2 |');
  });

  it('the architecture is one picture with its words folded below it', async () => {
    const mail: Change = {
      type: 'record/added',
      register: 'dependencies',
      item: 'network',
      fields: {name: 'Mail', direction: 'we call it', failure: 'Nothing is sent.'},
    };
    const text = await render([...rows, mail]);
    expect(text.match(/```mermaid/gu)).toHaveLength(1);
    expect(text).toContain(
      [
        '```mermaid',
        'flowchart TD',
        '  n1["API #124; v2<br/>2.4.1<br/>shop-1"]',
        '  n2(["Mail"])',
        '  n1 --> n2',
        '```',
        '',
        '<details>',
        '<summary>The picture in words</summary>',
        '',
        String.raw`- API \| v2 2.4.1 (shop-1) calls Mail.`,
        '- Mail (outside).',
        '',
        '</details>',
        '',
        'What is not known of who calls whom:',
        '',
        '- "Tills" (described nowhere) calls "API" (described nowhere).',
      ].join('\n'),
    );
  });

  it('a runbook has a heading, its commands as they are typed, and says that nobody proved it', async () => {
    const text = await render(rows);
    const all = await onCall(rows);
    const runbook = all.slice(all.indexOf('\n## Restart the API'));
    expect(runbook).toContain('````sh\nsystemctl restart api\n```\ncurl -s api\n````');
    expect(runbook).toContain('**See:** a line that contains `{"status": "ok"}`');
    expect(runbook).toContain('**Way back:** not applicable: A restart changes no data.');
    expect(runbook).toContain('**Last proven:** never.');
    expect(text).toContain('"Restart the API" lacks verification, written by');
  });

  it('a proof is printed with its time and its evidence, a failed one as failed', async () => {
    const {records} = handoffOf(rows, withTables);
    const record = records.find(({register}) => register === 'runbooks')?.id ?? '';
    const proof: Change = {
      type: 'runbook/proven',
      record,
      command: 'systemctl restart api\n```\ncurl -s api',
      code: 0,
      isMet: true,
      expected: 'ok',
      actual: 'exit 0: ok',
      evidence: {
        stored: 'a'.repeat(64),
        original: 'b'.repeat(64),
        bytes: 2,
        isTruncated: false,
        redacted: [],
      },
    };
    const said = await onCall([...rows, proof]);
    expect(said).toMatch(/\*\*Said to work:\*\* \d{4}-\d\d-\d\d \d\d:\d\d/);
    expect(said).toContain('Nothing says how to see that all is well after it.');
    const verified: Change = {
      type: 'record/changed',
      record,
      fields: {verification: 'Health says ok.'},
    };
    const text = await onCall([...rows, verified, proof]);
    expect(text).toMatch(/\*\*Last proven:\*\* \d{4}-\d\d-\d\d \d\d:\d\d/);
    expect(text).toContain('Seen: exit 0: ok');
    expect(text).toContain('a'.repeat(64));
    expect(await onCall([...rows, proof, {...proof, isMet: false}])).toContain('Last try failed:');
  });

  it('a field that is internal reaches only the own team', async () => {
    expect(await render(rows)).not.toContain('discount');
    expect(await render(rows, 'internal')).toContain('They want a discount.');
  });
});
