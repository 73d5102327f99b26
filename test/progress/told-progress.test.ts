import {mkdtempDisposable} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {writeDocuments} from '../../source/documents/write-documents.ts';
import type {Progress} from '../../source/progress/told-progress.ts';
import {verifyArchive} from '../../source/services/archive/verify-archive.ts';
import {writeArchive} from '../../source/services/archive/write-archive.ts';
import {makeWorld} from '../fixtures/world/world.ts';
import {now, sampleHandoff} from '../documents/sample-handoff.ts';

type Told = Progress | undefined;

/** What was told, where each part of the work comes once and in order. */
function steps(told: readonly Told[]): string[] {
  return told.map((one) => (one ? `${one.done}/${one.total} ${one.doing}` : 'rest'));
}

test('writing documents tells each of them, and then the search for secrets', async () => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'progress-'));
  const told: Told[] = [];
  await writeDocuments(sampleHandoff, folder.path, {
    now,
    names: ['training-pack', 'session-summary'],
    formats: ['md', 'html'],
    onProgress: (progress) => told.push(progress),
  });
  expect(steps(told)).toEqual([
    '0/4 training-pack.md',
    '1/4 training-pack.html',
    '2/4 session-summary.md',
    '3/4 session-summary.html',
    '0/2 looking for secrets in customer/training-pack',
    '1/2 looking for secrets in customer/session-summary',
  ]);
  expect(told[2]?.left, 'one of each form is through').toBeGreaterThan(0);
});

test('an archive tells its documents, and rests where a passphrase may be asked for', async () => {
  await using world = await makeWorld('ended');
  const {home, append, folder} = world;
  const file = path.join(folder, 'orders.zip');
  const told: Told[] = [];
  const onProgress = (progress: Told) => told.push(progress);
  await writeArchive({
    home,
    // What lies in the workspace of the story is another machine's.
    snapshot() {
      const snapshot = world.snapshot();
      return {...snapshot, handoff: {...snapshot.handoff, workspace: folder}};
    },
    append: async (changes) => append(...changes),
    file,
    audience: 'customer',
    isForced: false,
    onProgress,
  });
  expect(steps(told)).toContain('2/14 handoff-document.md');
  expect(told.at(-1)).toBeUndefined();

  told.length = 0;
  const {verification} = await verifyArchive(file, {onProgress});
  expect(told.map((one) => one?.done)).toEqual(told.map((_, index) => index));
  expect(told.every((one) => one?.total === verification.files)).toBe(true);
});
