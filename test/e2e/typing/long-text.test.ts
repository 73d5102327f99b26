import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {pasted} from '../../harness/keys.ts';
import {makePlace, type Place} from '../place.ts';
import {finishWriting, openFirstText} from '../steps.ts';

const lines = Array.from(
  {length: 500},
  (_, index) => `Line ${index + 1}: the naïve café – 日本語, (parens) and a dash - here.`,
);

async function writtenText(place: Place, id: string): Promise<string> {
  const last = (await place.stored(id)).journal.at(-1);
  return last?.type === 'item/written' ? last.text : `no text but ${last?.type}`;
}

async function documentOf(place: Place): Promise<string> {
  await place.run(['docs', '--out', 'documents']);
  return readFile(
    path.join(place.workspace, 'documents', 'customer', 'handoff-document.md'),
    'utf8',
  );
}

/** Types into the first text, leaves it, and gives what the journal holds. */
async function write(place: Place, typed: readonly string[], shown: string): Promise<string> {
  const id = await place.start();
  await using wizard = place.open(['resume']);
  await openFirstText(wizard);
  for (const part of typed) wizard.write(part);
  await wizard.waitFor(shown);
  await finishWriting(wizard);
  return writtenText(place, id);
}

test.concurrent('500 lines pasted are all in the journal and in the document', async () => {
  await using place = makePlace();
  expect(await write(place, [pasted(lines.join('\r'))], 'Line 500:')).toBe(lines.join('\n'));
  const document = await documentOf(place);
  expect(lines.filter((line) => !document.includes(line.replace('(parens)', '')))).toHaveLength(
    500,
  );
});

test.concurrent('500 lines pasted into a terminal without bracketed paste are all in the journal', async () => {
  await using place = makePlace();
  expect(await write(place, [lines.join('\r')], 'Line 500:')).toBe(lines.join('\n'));
});

test.concurrent('2,000 characters typed at full speed, in bursts of any size, are all in the journal', async () => {
  await using place = makePlace();
  const letters = 'the quick brown fox jumps over 13 lazy dogs, twice; ';
  const text = `${letters.repeat(40).slice(0, 1996)} end`;
  const bursts = Array.from({length: 400}, (_, at) => text.slice(at * 5, at * 5 + 5));
  expect(bursts.join('')).toBe(text);
  expect(await write(place, bursts, 'end')).toBe(text);
  expect(await documentOf(place)).toContain(text);
});
