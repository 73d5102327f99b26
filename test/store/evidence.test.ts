import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keepEvidence, readEvidence} from '../../source/store/evidence.ts';
import {makeStoreHome} from '../harness/store-home.ts';

test('evidence with another byte is told also where both bytes are read as the same letter', async () => {
  await using place = makeStoreHome();
  const text = 'a letter that could not be read: \uFFFD.\n';
  const sha256 = await keepEvidence(place.path, text);
  expect(await readEvidence(place.path, sha256)).toEqual({state: 'kept', text});
  const file = path.join(place.path, 'evidence', sha256);
  const bytes = readFileSync(file);
  bytes[bytes.indexOf(0xef)] = 0xf0;
  expect(String(bytes)).toBe(text);
  writeFileSync(file, bytes);
  expect(await readEvidence(place.path, sha256)).toEqual({state: 'changed', file});
});

test('the same and different evidence is kept by many at once', async () => {
  await using place = makeStoreHome();
  const texts = Array.from({length: 40}, (_, index) => `output ${index % 4}\n`);
  const kept = await Promise.all(texts.map((text) => keepEvidence(place.path, text)));
  expect(new Set(kept).size).toBe(4);
  for (const [index, sha256] of kept.entries())
    expect(await readEvidence(place.path, sha256)).toEqual({state: 'kept', text: texts[index]});
});
