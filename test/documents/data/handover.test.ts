import {expect, test} from 'vitest';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {readMarkdown} from '../read-markdown.ts';

const folder = '/srv/orders/handoff-documents';

test('who takes a handoff over reads what is next, who is who, what was promised, and who was told what', async () => {
  await using world = await makeWorld('in transition');
  await world.append(
    {type: 'handoff/passed-on', to: 'Sam Reed', note: 'Ask Mina before you restart anything'},
    {
      type: 'documents/written',
      asOf: '2026-11-20T10:00:00.000Z',
      digest: 'a'.repeat(64),
      formats: ['md'],
      folder,
      documents: ['handoff-document', 'retrospective'],
    },
    ...['one', 'two'].map((sending) => ({
      type: 'publish/sent' as const,
      sending,
      target: 'tracker',
      through: 'github',
      kind: 'outcome' as const,
      title: 'Outcome',
      audience: 'customer' as const,
      digest: sending === 'one' ? 'b'.repeat(64) : 'c'.repeat(64),
      place: 'a'.repeat(64),
      url: 'https://tracker.example/7',
      known: 'answered' as const,
    })),
  );
  const text = await renderDocument('engineer-handover', world.handoff(), {
    now: new Date().toISOString(),
  });
  expect(text).toContain('**Jordan Ruiz wants you to know first:** Ask Mina before you restart');
  const tableOf = (...header: readonly string[]) =>
    readMarkdown(text).cells.find(([first]) => header.every((name, at) => first?.[at] === name)) ??
    [];
  expect(tableOf('Subject').flat().join(' ')).toMatch(/Sam Reed, since .*, passed on by Jordan/u);
  const people = tableOf('Name', 'Side');
  expect(people[1]).toEqual(['Sam Reed', 'vendor', 'holds the handoff', 'stands nowhere']);
  const mina = people.find(([name]) => name === 'Mina Okafor');
  expect(mina?.[2]).toContain('approver');
  expect(mina?.[3]).toContain('@');
  // What is next comes before what was promised, which is known by whom and by when.
  const sections = text.match(/^##+ .*$/gmu) ?? [];
  expect(sections.slice(0, 7)).toEqual([
    '## At a glance',
    '### Where it stands',
    '### What is next',
    '### What keeps us',
    '### Who is who',
    '### What was promised, and by whom',
    '## Who was told what',
  ]);
  const tables = readMarkdown(text).cells.filter(([first]) => first?.[1] === 'By when');
  const promised = tables.at(-1) ?? [];
  expect(promised.map(([what]) => what)).toContain('Check-in 2');
  expect(promised.find(([what]) => what?.startsWith('In reach'))?.[2]).toBe('Jordan Ruiz');
  // Of what is the team's own nobody was told, and what went out anew is told once.
  const told = tableOf('When', 'To whom').map(([, to, what]) => `${to}: ${what}`);
  expect(told).toContain(
    `Corner Shop Cooperative: written for them: handoff document, in ${folder}`,
  );
  const sent = told.filter((line) => line.startsWith('tracker'));
  expect(sent).toEqual(['tracker, read by the customer: the outcome, https://tracker.example/7']);
});

test('what colleagues answered otherwise stands in it until somebody chooses', async () => {
  await using world = await makeWorld('new');
  const given = {at: '2026-11-20T10:00:00.000Z', isInForce: false};
  const handoff = {
    ...world.handoff(),
    contradictions: [
      {
        id: 'item network note',
        about: 'the note on "Network"',
        answers: [
          {...given, action: 'a', says: 'By mail', by: 'Ana Silva'},
          {...given, action: 'b', says: 'By phone', by: 'Jordan Ruiz', isInForce: true},
        ],
      },
    ],
  };
  for (const name of ['engineer-handover', 'retrospective'] as const) {
    const text = await renderDocument(name, handoff, {now: given.at});
    expect(text).toMatch(
      /## Answered in several ways[^#]*\*\*the note on "Network"\*\*: "By mail" by Ana Silva, .*; "By phone" by Jordan Ruiz, .*, which stands/u,
    );
  }
});
