import {describe, expect, it} from 'vitest';
import {documentNames, type DocumentName} from '../../source/documents/document-names.ts';
import {lintDocuments} from '../../source/documents/lint/lint-documents.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import {lineKey, type Place} from '../../source/handoff/model/place.ts';
import type {Playbook} from '../../source/playbook/playbook.ts';
import {handoffOf, now, sampleHandoff, type Timed} from './sample-handoff.ts';
import {item, phase, playbook, step} from './sample-playbook.ts';

const runbooks = playbook([
  phase('preparation', 'Preparation', [
    step('Create runbooks', 'text', [item('Check health'), item('Restart services')]),
  ]),
]);

async function lint(changes: readonly Timed[], book?: Playbook, files: readonly string[] = []) {
  const handoff = handoffOf(changes, book);
  const documents = new Map<DocumentName, string>();
  for (const name of documentNames) documents.set(name, await renderDocument(name, handoff, {now}));
  return lintDocuments({handoff, documents, exists: (path) => files.includes(path)});
}

function keyOf(place: Place | undefined): string | undefined {
  return place?.line && lineKey(place.line);
}

/** Findings about the text of one runbook. */
async function lintText(text: string, files: readonly string[] = []) {
  const [document] = await lint(
    [
      {type: 'item/written', item: 'check-health', text},
      {type: 'item/written', item: 'restart-services', text: 'Never needed.'},
    ],
    runbooks,
    files,
  );
  return (document?.findings ?? [])
    .filter(({place}) => place !== undefined)
    .map(({rule, level, place}) => `${level} ${rule} ${keyOf(place)}`);
}

describe('the handoff document', () => {
  it('asks for every topic with the item it is written at, and counts', async () => {
    const [document] = await lint([], runbooks);
    expect(document).toMatchObject({document: 'handoff-document', ready: 0, percent: 0});
    expect(document?.findings).toContainEqual({
      document: 'handoff-document',
      part: 'How to operate it',
      rule: 'not-written',
      level: 'required',
      what: '"Check health" is not written yet.',
      toDo: 'Write it, or say why it does not apply.',
      place: {step: 'create-runbooks', line: {kind: 'item', id: 'check-health'}},
    });
    const half = await lint(
      [{type: 'item/written', item: 'check-health', text: 'Look.'}],
      runbooks,
    );
    const {ready = 0, total = 1, percent} = half[0] ?? {};
    expect([ready, percent]).toEqual([1, Math.floor(100 / total)]);
  });

  it('does not ask for what does not apply, and only warns of what is optional', async () => {
    const reason = 'The service keeps no data of its own.';
    const [document] = await lint(
      [{type: 'item/settled', item: 'check-health', status: 'not-applicable', reason}],
      playbook([
        phase('preparation', 'Preparation', [
          step('Create runbooks', 'text', [
            item('Check health'),
            {...item('Back up'), isOptional: true},
          ]),
        ]),
      ]),
    );
    const found = document?.findings.filter(({place}) => place) ?? [];
    expect(found.map(({what, level}) => [what, level])).toEqual([
      ['"Back up" is not written yet.', 'warning'],
    ]);
  });

  it('says which parts no item stands for', async () => {
    const [document] = await lint([], playbook([]));
    expect(document?.findings.map(({part, place}) => [part, place])).toEqual([
      ['What was deployed', undefined],
      ['How to access it', undefined],
      ['How to operate it', undefined],
      ['How to troubleshoot', undefined],
      ['Who to contact', undefined],
      ['Resources', undefined],
    ]);
  });

  it.each([
    ['TBD', 'required not-written check-health'],
    ['TODO: write this.', 'warning placeholder check-health'],
    ['The port is <your port here>.', 'warning placeholder check-health'],
    ['Ask ???', 'warning placeholder check-health'],
    ['The address is to be confirmed.', 'warning placeholder check-health'],
    ['```sh\nsystemctl restart pay\n```', 'warning expected-output check-health'],
    ['1. Go in:\n\n   ```bash\n   ssh pay\n   ```\n', 'warning expected-output check-health'],
    ['See [this](missing.md).', 'warning dead-link check-health'],
    ['See ![it](a/b.png).', 'warning dead-link check-health'],
    ['See [above](#nowhere).', 'warning dead-link check-health'],
    ['See [the notes](docs/notes.md).', 'warning outside-link check-health'],
    ['Token: ghp_0123456789abcdefghijABCDEFGHIJ012345', 'required secret check-health'],
  ])('finds what is wrong with %j', async (text, finding) => {
    expect(await lintText(text, ['docs/notes.md'])).toEqual([finding]);
  });

  it.each([
    ['a command with what it gives', 'Run this:\n\n```sh\ncurl x\n```\n\nIt prints `ok`.'],
    ['a command with its output', '```sh\ncurl x\n```\n\n```json\n{"status": "ok"}\n```'],
    ['a session with prompts', '```console\n$ curl x\nok\n```'],
    ['what is expected, said before', 'Run this and expect `ok`:\n\n```sh\ncurl x\n```'],
    ['a variable in a command', '```sh\nkubectl logs <pod> # shows no ERROR\n```'],
    [
      'links that lead somewhere',
      '[a](session-papers.md), [b](#sign-offs), <https://example.com/c>',
    ],
    ['words that only look so', 'Todos and methods for the toddler: <pod>, 3 ?, {{ x }}.'],
  ])('has nothing against %s', async (_, text) => {
    expect(await lintText(text)).toEqual([]);
  });

  it('never prints the secret it found', async () => {
    const secret = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
    const text = `One\nTwo ${secret}`;
    const result = await lint([{type: 'item/written', item: 'check-health', text}], runbooks);
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(JSON.stringify(result)).toContain('Line 2 holds a secret');
  });

  it('takes any text, however long or deep', async () => {
    const texts = [
      '> '.repeat(5000),
      '*'.repeat(20_000),
      'x '.repeat(150_000),
      '```sh\n',
      '[a](%E0%A4%A)',
    ];
    for (const text of texts) expect(Array.isArray(await lintText(text))).toBe(true);
  });
});

describe('the other documents', () => {
  it('have what templates leave to fill in as gaps', async () => {
    const results = await lint([]);
    const papers = results.find(({document}) => document === 'session-papers');
    expect(papers?.percent).toBeLessThan(100);
    const parts = new Set(papers?.findings.map(({part}) => part));
    expect([...parts]).toEqual(
      ['Dates', 'What we agree on', 'People', 'How we work together'].filter((part) =>
        parts.has(part),
      ),
    );
    expect(parts.has('People')).toBe(true);
  });

  it('are all there, in their order', async () => {
    const documents = new Map<DocumentName, string>([['session-papers', '# A\n\nTBD\n']]);
    const input = {handoff: sampleHandoff, documents, exists: () => true};
    expect(await lintDocuments(input)).toMatchObject([
      {document: 'session-papers', ready: 0, total: 1, percent: 0},
    ]);
  });
});

describe('documents about what has not taken place', () => {
  it('are not ready, and say what has to come first', async () => {
    const results = await lint([]);
    const early = results.filter(({percent}) => percent === 0).map(({document}) => document);
    expect(early).toEqual(expect.arrayContaining(['session-summary', 'validation-report']));
    const report = results.find(({document}) => document === 'validation-report');
    expect(report?.findings[0]).toMatchObject({level: 'warning', toDo: 'Run the checks.'});
  });
});

describe('the rows of tables', () => {
  const tables = playbook([
    phase('preparation', 'Preparation', [
      step('Runbooks', 'text', [
        item('Check health', {register: 'runbooks'}),
        item('Restart', {register: 'runbooks'}),
        item('Contacts', {register: 'contacts'}),
        item('Material', {register: 'training'}),
      ]),
    ]),
  ]);
  const runbook: Timed = {
    type: 'record/added',
    register: 'runbooks',
    item: 'check-health',
    fields: {
      name: 'Look at it',
      trigger: 'TBD',
      effect: 'safe',
      commands: 'curl x # TODO: the host',
      verification: 'See.',
      author: 'Ana',
    },
  };
  const contact: Timed = {
    type: 'record/added',
    register: 'contacts',
    item: 'contacts',
    fields: {name: 'Lee', level: '1', channel: '+34 1', tested: '2026-03-01'},
  };

  it('are read field by field, with the row at which a gap is closed', async () => {
    const results = await lint([runbook, contact], tables);
    const handoffDocument = results.find(({document}) => document === 'handoff-document');
    const found = handoffDocument?.findings.filter(({place}) => place?.line?.kind === 'row');
    expect(found?.map(({level, what, place}) => [level, what, keyOf(place)])).toEqual([
      ['required', '"Look at it": nothing says what to expect when it worked.', 'record a1'],
      ['required', '"Trigger" of "Look at it" says only "TBD".', 'record a1'],
      ['warning', '"TODO" stands in "Commands" of "Look at it".', 'record a1'],
      ['required', '"Lee": nothing says how soon they answer.', 'record a2'],
    ]);
  });

  it('make the documents that are made of them', async () => {
    const results = await lint([runbook, contact], tables);
    expect(results.find(({document}) => document === 'operations-runbook')).toMatchObject({
      ready: 0,
      total: 3,
      percent: 0,
    });
    expect(results.find(({document}) => document === 'training-pack')).toMatchObject({
      findings: [
        {rule: 'not-written', place: {step: 'runbooks', line: {kind: 'item', id: 'material'}}},
      ],
    });
  });

  it('may say in a field why it does not apply', async () => {
    const fields = {
      expected: {notApplicable: 'A phone call.'},
      trigger: 'An alert.',
      commands: 'curl x',
    };
    const results = await lint([runbook, {type: 'record/changed', record: 'a1', fields}], tables);
    const first = results.find(({document}) => document === 'operations-runbook');
    expect(first?.findings.filter(({place}) => place?.line?.kind === 'row')).toEqual([]);
  });

  it('do not ask for what is internal, and never print a secret', async () => {
    const secret = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
    const change: Timed = {type: 'record/changed', record: 'a2', fields: {hours: secret}};
    const results = await lint([runbook, contact, change], tables);
    expect(JSON.stringify(results)).toContain('\\"Lee\\" holds a secret (');
    expect(JSON.stringify(results)).not.toContain(secret);
  });
});
