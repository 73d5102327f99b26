import {array, assert, integer, property} from 'fast-check';
import {describe, expect, it} from 'vitest';
import {comparePlaybooks, isSamePlaybook} from '../../../source/playbook/comparing/compare.ts';
import {withKeptIds} from '../../../source/playbook/comparing/with-kept-ids.ts';
import {allItems} from '../../../source/playbook/walk.ts';
import {amount} from '../../harness/amount.ts';
import {draftOf, edited, edits, readDraft, textOf, type Draft, type Line} from './edited.ts';

const sizes = array(integer({min: 1, max: 8}), {minLength: 1, maxLength: 4});
const runs = {numRuns: amount(40, 5000)};

const places = (draft: Draft) =>
  draft.flatMap((lines, step) => lines.map((line) => ({line, step})));

/** What was done in all, by where each line of the first checklist is in the last. */
function done(before: Draft, after: Draft) {
  const now = new Map(places(after).map((place) => [place.line.from, place]));
  const survivors = places(before).flatMap(({line, step}) => {
    const place = now.get(line.from);
    return place ? [{before: line, after: place.line, isMoved: step !== place.step}] : [];
  });
  const texts = (lines: readonly Line[]) => lines.map(textOf).toSorted();
  return {
    added: texts(places(after).flatMap(({line}) => (line.from === undefined ? [line] : []))),
    gone: texts(places(before).flatMap(({line}) => (now.has(line.from) ? [] : [line]))),
    reworded: texts(survivors.flatMap((one) => (one.after.isReworded ? [one.after] : []))),
    moved: texts(survivors.flatMap((one) => (one.isMoved ? [one.after] : []))),
  };
}

describe('random edits of a checklist', () => {
  it('are told as what they are', () => {
    assert(
      property(sizes, edits, (first, all) => {
        const before = draftOf(first);
        const after = edited(before, all);
        const found = comparePlaybooks(readDraft(before), readDraft(after));
        const texts = (list: readonly {readonly item: {readonly text: string}}[]) =>
          list.map(({item}) => item.text).toSorted();
        expect({
          added: texts(found.added),
          gone: texts(found.gone),
          reworded: texts(found.reworded.map((pair) => pair.after)),
          moved: texts(found.moved.map((pair) => pair.after)),
        }).toEqual(done(before, after));
      }),
      runs,
    );
  });

  it('leave each item one of the other side at the most, and each id with what had it', () => {
    assert(
      property(sizes, edits, edits, (first, one, two) => {
        const before = readDraft(edited(draftOf(first), one));
        const after = readDraft(edited(edited(draftOf(first), one), two));
        const found = comparePlaybooks(before, after);
        const {items} = found.same;
        expect(new Set(items.map((pair) => pair.before)).size).toBe(items.length);
        expect(new Set(items.map((pair) => pair.after)).size).toBe(items.length);
        const kept = withKeptIds(before, after, found);
        const ids = allItems(kept).map(({item}) => item.id);
        expect(new Set(ids).size).toBe(ids.length);
        // Against the reading with ids kept, everything is found again by the id that it has.
        const again = comparePlaybooks(kept, after);
        expect(isSamePlaybook(again)).toBe(true);
        for (const pair of items)
          expect(allItems(kept).find(({item}) => item.id === pair.before.item.id)?.item.text).toBe(
            pair.after.item.text,
          );
      }),
      runs,
    );
  });

  it('are none where a file is compared with itself', () => {
    assert(
      property(sizes, edits, (first, all) => {
        const text = edited(draftOf(first), all);
        expect(isSamePlaybook(comparePlaybooks(readDraft(text), readDraft(text)))).toBe(true);
      }),
      runs,
    );
  });
});
