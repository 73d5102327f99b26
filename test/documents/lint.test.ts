import {describe, expect, it} from 'vitest';
import {documentNames, type DocumentName} from '../../source/documents/document-names.ts';
import {lintDocuments} from '../../source/documents/lint/lint-documents.ts';
import {renderDocument} from '../../source/documents/render-document.ts';
import type {Playbook} from '../../source/playbook/model.ts';
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
  for (const name of documentNames) {
    documents.set(name, await renderDocument(name, handoff, {now}));
  }
  return lintDocuments({handoff, documents, exists: (path) => files.includes(path)});
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
    .map(({rule, level, place}) => `${level} ${rule} ${place?.item}`);
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
      place: {step: 'create-runbooks', item: 'check-health'},
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
      '[a](status-update.md), [b](#sign-offs), <https://example.com/c>',
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
    const kickoff = results.find(({document}) => document === 'kickoff');
    expect(kickoff?.percent).toBeLessThan(100);
    const parts = new Set(kickoff?.findings.map(({part}) => part));
    expect([...parts]).toEqual(
      ['Goals', 'Scope', 'People', 'Dates', 'First risks', 'How we work together'].filter((part) =>
        parts.has(part),
      ),
    );
    expect(parts.has('People')).toBe(true);
    const status = results.find(({document}) => document === 'status-update');
    expect(status).toMatchObject({percent: 100, findings: []});
  });

  it('are all there, in their order', async () => {
    const documents = new Map<DocumentName, string>([['status-update', '# A\n\nTBD\n']]);
    const input = {handoff: sampleHandoff, documents, exists: () => true};
    expect(await lintDocuments(input)).toMatchObject([
      {document: 'status-update', ready: 0, total: 1, percent: 0},
    ]);
  });
});
