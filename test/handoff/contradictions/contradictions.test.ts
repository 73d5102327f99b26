import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {journalVersion} from '../../../source/handoff/changes/stamp.ts';
import {handoffFolder} from '../../../source/store/handoff-folders.ts';
import {formatLine} from '../../../source/store/journal/journal-line.ts';
import {foldAll} from '../../../source/handoff/changes/fold.ts';
import {settling} from '../../../source/handoff/contradictions/settle.ts';
import type {Contradiction} from '../../../source/handoff/contradictions/contradiction.ts';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {readingNotices} from '../../../source/store/reading-notices.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {colleague, makeTwoStores, type Asked, type TwoStores} from '../folding/two-stores.ts';

const note = (text: string): Change => ({type: 'item/noted', item: 'network', note: text});
const row: Change = {
  type: 'record/added',
  register: 'contacts',
  item: 'escalation-contacts',
  fields: {name: 'Lee'},
};
const level =
  (to: string): Asked =>
  ({records}) => ({type: 'record/changed', record: records[0]?.id ?? '', fields: {level: to}});

/** Each says something of what the other does not see. */
async function apart(store: TwoStores, mine: Asked, hers: Asked): Promise<void> {
  store.part();
  await store.append(mine);
  await store.apart(hers);
  store.meet();
}

const all = (store: TwoStores) => store.snapshot().handoff.contradictions;
const only = (store: TwoStores) => all(store)[0] as Contradiction;

it('two answers of two who saw nothing of each other are told, and the last one stands', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By phone'));
  expect(all(store)).toMatchObject([
    {
      id: 'item network note',
      about: 'the note on "Network"',
      line: {kind: 'item', id: 'network'},
      answers: [
        {says: 'By mail', by: engineer, isInForce: false},
        {says: 'By phone', by: colleague, isInForce: true},
      ],
    },
  ]);
  expect(itemState(store.snapshot().handoff, 'network').note).toBe('By phone');
  const [notice] = readingNotices(store.snapshot(), new Date().toISOString());
  expect(notice).toMatchObject({tone: 'warning'});
  expect(notice?.text).toContain('Answered in 2 ways apart, the note on "Network": "By mail"');
});

it('whoever chooses, either answer, has settled it, and the choice can be taken back', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By phone'));
  const contradiction = only(store);
  const [mine = {action: ''}] = contradiction.answers;
  const changes = settling(store.snapshot().journal, contradiction, mine.action);
  expect(changes.map(({type}) => type)).toEqual(['contradiction/settled', 'item/noted']);
  await store.append(...changes);
  const {handoff, marks, journal} = store.snapshot();
  expect(handoff.contradictions).toEqual([]);
  expect(marks).toEqual([]);
  expect(itemState(handoff, 'network').note).toBe('By mail');
  expect(handoff.history.at(-1)).toMatchObject({
    text: 'of several answers to the note on "Network", "By mail" was chosen, and not "By phone"',
    concernsCustomer: false,
  });
  for (const {id} of journal.slice(-2).toReversed())
    await store.append({type: 'undone', action: id});
  expect(all(store)).toEqual([contradiction]);
});

it('what stands is chosen without saying it again', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By phone'));
  const [, hers = {action: ''}] = only(store).answers;
  const changes = settling(store.snapshot().journal, only(store), hers.action);
  expect(changes.map(({type}) => type)).toEqual(['contradiction/settled']);
  await store.append(...changes);
  expect(all(store)).toEqual([]);
});

it('what is said later by somebody who had seen both settles it as well', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By phone'));
  await store.append(note('By letter'));
  expect(all(store)).toEqual([]);
  store.part();
  await store.append(note('By mail'));
  expect(all(store)).toEqual([]);
});

it('the same answer twice, and answers to different things, are none', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By mail'));
  expect(all(store)).toEqual([]);
  await store.append(row);
  await apart(store, level('first'), ({records}) => ({
    type: 'record/changed',
    record: records[0]?.id ?? '',
    fields: {channel: 'desk'},
  }));
  expect(all(store)).toEqual([]);
});

it('fields of a row are told one by one, and of a row that is gone nothing', async () => {
  await using store = await makeTwoStores();
  await store.append(row);
  await apart(store, level('first'), level('second'));
  expect(only(store).about).toMatch(/ of "Lee"$/u);
  await store.append(({records}) => ({type: 'record/removed', record: records[0]?.id ?? ''}));
  expect(all(store)).toEqual([]);
});

it('whoever takes back one of two answers leaves the other', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By phone'));
  const mine = store
    .snapshot()
    .journal.findLast(({actor, type}) => actor === engineer && type === 'item/noted');
  await store.append({type: 'undone', action: mine?.id ?? ''});
  expect(all(store)).toEqual([]);
  expect(itemState(store.snapshot().handoff, 'network').note).toBe('By phone');
});

it('two who choose apart, and otherwise, stand against each other again', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By phone'));
  const contradiction = only(store);
  const [mine = {action: ''}, hers = {action: ''}] = contradiction.answers;
  const {journal} = store.snapshot();
  const choice = (action: string) => settling(journal, contradiction, action)[0] as Change;
  await apart(store, choice(mine.action), choice(hers.action));
  expect(only(store).answers.map(({says}) => says)).toEqual(['By mail', 'By phone']);
  expect(store.snapshot().marks).toEqual([]);
});

it('a choice between answers that were none is recorded against the rules', async () => {
  await using store = await makeTwoStores();
  await store.append(note('By mail'));
  const {journal} = store.snapshot();
  store.forge({
    type: 'contradiction/settled',
    subject: 'item network note',
    chosen: journal.at(-1)?.id ?? '',
    about: 'the note on "Network"',
    taken: 'By mail',
    left: ['By phone'],
  });
  const {handoff} = store.snapshot();
  expect(handoff.marks).toMatchObject([{reading: 'against'}]);
  expect(handoff.history).toEqual([]);
});

it('a choice stays one where somebody has taken an answer back meanwhile', async () => {
  await using store = await makeTwoStores();
  await apart(store, note('By mail'), note('By phone'));
  const contradiction = only(store);
  const {journal} = store.snapshot();
  const hers = contradiction.answers[1]?.action ?? '';
  const mine = contradiction.answers[0]?.action ?? '';
  const choice = settling(journal, contradiction, mine)[0] as Change;
  await apart(store, choice, {type: 'undone', action: hers});
  expect(store.snapshot().marks).toEqual([]);
  expect(all(store)).toEqual([]);
});

it('a thousand answers that contradict are told as one thing, in a line', async () => {
  await using store = await makeTwoStores();
  await store.append(note('Begin'));
  const {heads, journal: begun} = store.snapshot();
  const {order = 0, at = ''} = begun.at(-1) ?? {};
  const lines = Array.from({length: 1000}, (_, index) => {
    const stamp = {v: journalVersion, id: `evil-${index}`, at, actor: `evil ${index}`};
    return formatLine({...note(`Answer ${index}`), ...stamp, order: order + 1}, heads).text;
  });
  const file = path.join(handoffFolder(store.home, store.id), 'many-1.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  const {handoff, journal} = store.snapshot();
  expect(handoff.contradictions).toHaveLength(1);
  expect(only(store).answers).toHaveLength(1000);
  const notices = readingNotices(store.snapshot(), new Date().toISOString());
  expect(notices).toHaveLength(1);
  expect(notices[0]?.text.length).toBeLessThan(700);
  expect(foldAll(journal).handoff.contradictions).toEqual(handoff.contradictions);
});
