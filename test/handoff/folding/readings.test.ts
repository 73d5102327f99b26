import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {formatLine, readLine} from '../../../source/store/journal/journal-line.ts';
import {foldAll} from '../../../source/handoff/changes/fold.ts';
import type {Action} from '../../../source/handoff/changes/catalogue.ts';
import {readingNotices} from '../../../source/store/reading-notices.ts';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {journalOf} from '../../fixtures/journals.ts';
import {colleague, makeTwoStores, type Asked} from './two-stores.ts';
import {engineer} from '../../fixtures/world/story.ts';

const started: Change = {type: 'session/started'};
const ended: Change = {type: 'session/ended'};
const row: Change = {
  type: 'record/added',
  register: 'contacts',
  item: 'escalation-contacts',
  fields: {name: 'Lee'},
};
const question: Change = {type: 'session/noted', kind: 'question', text: 'Who rotates the log?'};
const first =
  (change: (id: string) => Change): Asked =>
  ({records}) =>
    change(records[0]?.id ?? '');
const closes =
  (outcome: string): Asked =>
  ({session}) => ({
    type: 'follow-up/closed',
    followUp: `question ${session.notes[0]?.id ?? ''}`,
    outcome,
  });

it('a session that two people start apart has started, and the second start is told', async () => {
  await using store = await makeTwoStores();
  store.part();
  await store.append(started);
  await store.apart(started, question);
  store.meet();
  const {handoff, setAside} = store.snapshot();
  expect(handoff.session.parts).toHaveLength(1);
  expect(handoff.session.notes).toHaveLength(1);
  expect(setAside).toEqual([]);
  expect(handoff.marks).toMatchObject([
    {
      reading: 'crossed',
      by: colleague,
      words: 'the start of the session',
      with: {by: engineer, words: 'the start of the session'},
    },
  ]);
  expect(readingNotices(store.snapshot(), new Date().toISOString())).toMatchObject([
    {tone: 'warning'},
  ]);
});

it('a row that one removes and the other changes is gone, and the change is told', async () => {
  await using store = await makeTwoStores();
  await store.append(row);
  store.part();
  await store.append(first((record) => ({type: 'record/removed', record})));
  await store.apart(
    first((record) => ({type: 'record/changed', record, fields: {channel: 'desk'}})),
  );
  store.meet();
  const {handoff, setAside} = store.snapshot();
  expect(handoff.records).toEqual([]);
  expect(setAside).toHaveLength(1);
  expect(handoff.marks).toMatchObject([
    {reading: 'crossed', by: colleague, with: {by: engineer, words: 'the removal of a row'}},
  ]);
});

it('a point that both close stays closed, with the last word', async () => {
  await using store = await makeTwoStores();
  await store.append(started, question, ended);
  store.part();
  await store.append(closes('Answered by mail'));
  await store.apart(closes('Answered by phone'));
  store.meet();
  const {handoff} = store.snapshot();
  expect(Object.values(handoff.followUps)).toMatchObject([{outcome: 'Answered by phone'}]);
  expect(handoff.marks).toMatchObject([{reading: 'crossed', by: colleague, with: {by: engineer}}]);
});

it('what was said in a session that another has ended stays, each line with what it crossed', async () => {
  await using store = await makeTwoStores();
  await store.append(started);
  store.part();
  await store.append(ended);
  await store.apart(question, {type: 'session/paused'}, {type: 'session/resumed'}, row, ended);
  store.meet();
  const {handoff} = store.snapshot();
  expect(handoff.session.notes).toHaveLength(1);
  expect(handoff.records).toHaveLength(1);
  expect(handoff.marks).toHaveLength(4);
  expect(
    new Set(handoff.marks.map(({reading, with: other}) => `${reading} ${other?.words}`)),
  ).toEqual(new Set(['crossed the end of the session']));
});

it('whoever has met the other before goes on from both', async () => {
  await using store = await makeTwoStores();
  store.part();
  await store.append(started);
  await store.apart(row);
  store.meet();
  await store.append(
    first((record) => ({type: 'record/changed', record, fields: {name: 'Mina'}})),
    ended,
  );
  expect(store.snapshot().handoff.marks).toEqual([]);
});

it('what crossed is told no more once it was taken back', async () => {
  await using store = await makeTwoStores();
  store.part();
  await store.append(started);
  await store.apart(started);
  store.meet();
  const {journal} = store.snapshot();
  const hers = journal.find(({actor}) => actor === colleague)?.id ?? '';
  store.forge({type: 'undone', action: hers}, {actor: colleague});
  expect(store.snapshot().handoff.marks).toEqual([]);
});

it('what is allowed once an undo has made room for it is not held against anybody', async () => {
  await using store = await makeTwoStores();
  await store.append(started, {type: 'session/paused'});
  const paused = store.snapshot().journal.at(-1)?.id ?? '';
  await store.append({type: 'session/resumed'}, {type: 'session/paused'});
  await store.append({type: 'undone', action: paused});
  expect(store.snapshot().handoff.marks).toEqual([]);
  const {handoff} = foldAll(store.snapshot().journal);
  expect(handoff.marks).toEqual([]);
});

/** The actions as lines of an older version, each going on from the one before. */
function asOld(journal: readonly Action[], v: number): readonly Action[] {
  let seen: readonly string[] = [];
  return journal.map((action) => {
    const {text, hash} = formatLine({...action, v}, seen);
    seen = [hash];
    const reading = readLine(text);
    if (reading.kind !== 'line') throw new Error(text);
    return reading.line.action;
  });
}

it.each([0, 1])('a line of version %d keeps its effect, and is told once and calmly', (v) => {
  const naked: Change = {
    type: 'item/settled',
    item: 'team-trained',
    status: 'not-applicable',
    reason: '',
  };
  const fold = foldAll(asOld(journalOf([naked, {...naked, item: 'criteria-validated'}]), v));
  expect(itemState(fold.handoff, 'team-trained').status).toBe('not-applicable');
  expect(fold.setAside).toEqual([]);
  expect(fold.handoff.marks.map(({reading}) => reading)).toEqual(['before', 'before']);
});
