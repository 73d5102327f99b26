import {expect, test} from 'vitest';
import {renderDocument} from '../../../source/documents/render-document.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import type {JournalMark, MarkReading} from '../../../source/handoff/model/journal-mark.ts';
import {now, sampleHandoff} from '../sample-handoff.ts';

const mark = (reading: MarkReading, words: string): JournalMark => ({
  action: words,
  reading,
  words,
  at: now,
  by: 'Mallory',
  message: 'The gate is shut.',
  ...(reading === 'crossed' ? {with: {words: 'the removal of a row', at: now, by: 'Ana'}} : {}),
});

const marked: Handoff = {
  ...sampleHandoff,
  marks: [
    mark('against', 'the sign-off by Mina'),
    mark('crossed', 'a change to a row'),
    mark('before', 'the first tick'),
    mark('before', 'the second tick'),
  ],
};

test.each(['engineer-handover', 'retrospective'] as const)(
  'the internal %s tells what was recorded against the rules, and calmly what only crossed or is old',
  async (name) => {
    const internal = await renderDocument(name, marked, {now, audience: 'internal'});
    expect(internal).toMatch(
      /## Recorded against the rules[^#]*\| Mallory +\| the sign-off by Mina +\| The gate is shut\./,
    );
    expect(internal).toMatch(
      /## Remarks on the journal[^#]*Crossed with the removal of a row by Ana: a change to a row/,
    );
    expect(internal).toMatch(/Recorded before this rule: the first tick[^#]*So were 1 more\./);
    const none = await renderDocument(name, sampleHandoff, {now, audience: 'internal'});
    expect(none).not.toMatch(/Recorded against|Remarks on the journal/);
  },
);

test('a customer reads nothing of it', async () => {
  const text = await renderDocument('handoff-document', marked, {now, audience: 'customer'});
  expect(text).not.toMatch(/Mallory|against the rules/);
});
