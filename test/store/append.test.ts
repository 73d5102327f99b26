import {appendFileSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {appendChanges} from '../../source/store/append-changes.ts';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {formatLine} from '../../source/store/journal/journal-line.ts';
import {handoffIds} from '../../source/store/handoff-folders.ts';
import {RefusedError} from '../../source/store/refused-error.ts';
import {readSnapshot} from '../../source/store/snapshot.ts';
import {journalFileOf} from '../torture/journal-file.ts';
import {makeStorePlace, newHandoff} from '../torture/store-place.ts';

const note = {type: 'item/noted', item: 'overview', note: 'one'} as const;

test('a line that stands at the end of all time is told, and what comes after it is kept', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  const {heads, journal} = readSnapshot(home, id);
  const [created] = journal;
  if (!created) throw new Error('no creation');
  const {v, at, actor} = created;
  const far = {...note, v, at, actor, id: 'far', order: Number.MAX_SAFE_INTEGER};
  appendFileSync(journalFileOf(home, id), `\n${formatLine(far, heads).text}\n`);
  const {snapshot} = await appendChanges({home, id, actor: 'ana', decide: () => [note]});
  expect(snapshot.problems.map(({problem}) => problem)).toEqual(['stands in no time']);
  expect(readSnapshot(home, id).handoff.items['overview']?.note).toBe('one');
});

test('a handoff that could not be opened is not begun', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  for (const wrong of [{customer: ' '}, {timeZone: 'Mars/Olympus'}, {workspace: ''}])
    await expect(createHandoff(home, 'ana', {...newHandoff, ...wrong})).rejects.toThrow(
      RefusedError,
    );
  expect(handoffIds(home)).toEqual([id]);
});

test('a change that is refused leaves no byte', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  const before = readFileSync(journalFileOf(home, id), 'utf8');
  const decide = () => [note, {...note, item: 'nowhere'}];
  await expect(appendChanges({home, id, actor: 'ana', decide})).rejects.toThrow('not there');
  expect(readFileSync(journalFileOf(home, id), 'utf8')).toBe(before);
});
