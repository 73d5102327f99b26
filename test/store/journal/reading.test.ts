import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {openJournal} from '../../../source/store/journal/open-journal.ts';
import {listHandoffs, readKnown} from '../../../source/store/list-handoffs.ts';
import {openReader, readSnapshot} from '../../../source/store/snapshot.ts';
import {makeStorePlace, type StorePlace} from '../../torture/store-place.ts';
import {journalFileOf} from '../../torture/journal-file.ts';

function note({home, id}: StorePlace, ...notes: readonly string[]) {
  const changes = notes.map(
    (text) => ({type: 'item/noted', item: 'overview', note: text}) as const,
  );
  return appendChanges({home, id, actor: 'ana', decide: () => changes});
}

test('a folder or a dead link that is named like a journal is in the way of nothing', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  const file = journalFileOf(home, id);
  mkdirSync(path.join(path.dirname(file), 'folder.jsonl'));
  // What Emacs leaves beside a file that is being edited.
  symlinkSync('ana@host.1234', path.join(path.dirname(file), `.#${path.basename(file)}`));
  const list = await listHandoffs(home);
  expect([list.handoffs.length, list.broken]).toEqual([1, []]);
  await note(place, 'one');
  expect(readSnapshot(home, id).problems).toEqual([]);
  expect(readKnown(home).unread).toEqual([]);
});

test('lines that were read before another file could not be are not forgotten', async () => {
  await using place = await makeStorePlace();
  const folder = path.dirname(journalFileOf(place.home, place.id));
  const journal = openJournal(folder);
  journal.refresh();
  await note(place, 'one');
  const odd = path.join(folder, 'zz.jsonl');
  writeFileSync(odd, '');
  // More than fits into any memory, and no room on the disk.
  truncateSync(odd, 2 ** 42);
  expect(() => journal.refresh()).toThrow(/2147483647|size|memory|allocation/i);
  rmSync(odd);
  journal.refresh();
  expect(journal.actions()).toHaveLength(2);
});

test('what comes after a journal was broken and mended is folded from its own beginning', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  const file = journalFileOf(home, id);
  await note(place, 'one');
  copyFileSync(file, `${file}.backup`);
  await note(place, 'two');
  await note(place, 'three');
  const reader = openReader(home, id);
  expect(reader.snapshot().handoff.items['overview']?.note).toBe('three');
  writeFileSync(file, '{"half');
  expect(() => reader.refresh()).toThrow('cannot be opened');
  writeFileSync(file, `{"half\n${readFileSync(`${file}.backup`, 'utf8')}`);
  reader.refresh();
  expect(reader.snapshot().handoff).toEqual(readSnapshot(home, id).handoff);
});
