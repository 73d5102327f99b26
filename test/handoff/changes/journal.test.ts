import {describe, expect, it} from 'vitest';
import type {Action} from '../../../source/handoff/changes/catalogue.ts';
import {mergeJournals, toAction} from '../../../source/handoff/changes/journal.ts';
import {lastRedoable, lastUndoable} from '../../../source/handoff/changes/undo.ts';
import {
  extendFold,
  foldAll,
  foldJournal,
  JournalError,
} from '../../../source/handoff/changes/fold.ts';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {journalOf} from '../../fixtures/journals.ts';

const done = (item: string) => ({type: 'item/settled', item, status: 'done'}) as const;

function undo(journal: Action[], pick: typeof lastUndoable): Action[] {
  const target = pick(journal, 'ana');
  if (!target) return journal;
  const stamp = {id: `u${journal.length}`, at: '2026-03-04T10:00:00.000Z', actor: 'ana'};
  return [...journal, toAction(journal, {type: 'undone', action: target.id}, stamp)];
}

function statuses(journal: readonly Action[], ...items: string[]): string[] {
  const handoff = foldJournal(journal);
  return items.map((item) => itemState(handoff, item).status);
}

describe('the journal', () => {
  it('folds to the items as they were last settled', () => {
    const journal = journalOf([
      done('criteria-validated'),
      {type: 'item/settled', item: 'team-trained', status: 'not-applicable', reason: 'No team yet'},
      {type: 'item/settled', item: 'criteria-validated', status: 'open'},
    ]);
    expect(statuses(journal, 'criteria-validated', 'team-trained')).toEqual([
      'open',
      'not-applicable',
    ]);
    expect(itemState(foldJournal(journal), 'team-trained').reason).toBe('No team yet');
  });

  it('starts with the items done that the playbook has ticked', () => {
    expect(statuses(journalOf([]), 'docs-complete', 'criteria-validated')).toEqual([
      'done',
      'open',
    ]);
  });

  it('forgets the reason of an item that applies after all', () => {
    const journal = journalOf([
      {type: 'item/settled', item: 'team-trained', status: 'not-applicable', reason: 'No team'},
      done('team-trained'),
    ]);
    expect(itemState(foldJournal(journal), 'team-trained').reason).toBeUndefined();
  });

  it('settles a text item by its text, and opens it when the text goes', () => {
    const written = journalOf([{type: 'item/written', item: 'architecture', text: 'One box.'}]);
    expect(statuses(written, 'architecture')).toEqual(['done']);
    const emptied = journalOf([
      {type: 'item/written', item: 'architecture', text: 'One box.'},
      {type: 'item/written', item: 'architecture', text: ' \n'},
    ]);
    expect(statuses(emptied, 'architecture')).toEqual(['open']);
  });

  it('undoes step by step, and redoes in the other order', () => {
    let journal = journalOf([done('criteria-validated'), done('team-trained')]);
    const both = ['criteria-validated', 'team-trained'] as const;
    journal = undo(journal, lastUndoable);
    expect(statuses(journal, ...both)).toEqual(['done', 'open']);
    journal = undo(journal, lastUndoable);
    expect(statuses(journal, ...both)).toEqual(['open', 'open']);
    journal = undo(journal, lastRedoable);
    expect(statuses(journal, ...both)).toEqual(['done', 'open']);
    journal = undo(journal, lastRedoable);
    expect(statuses(journal, ...both)).toEqual(['done', 'done']);
    expect(lastRedoable(journal, 'ana')).toBeUndefined();
    journal = undo(journal, lastUndoable);
    expect(statuses(journal, ...both)).toEqual(['done', 'open']);
  });

  it('undoes only what this actor did', () => {
    const journal = journalOf([
      done('criteria-validated'),
      {...done('team-trained'), actor: 'ben'},
    ]);
    expect(lastUndoable(journal, 'ana')?.id).toBe('a1');
    expect(lastUndoable(journal, 'cleo')).toBeUndefined();
  });

  it('has nothing to redo once something new was done after the undo', () => {
    let journal = undo(journalOf([done('criteria-validated')]), lastUndoable);
    const stamp = {id: 'new', at: '2026-03-04T11:00:00.000Z', actor: 'ana'};
    journal = [...journal, toAction(journal, done('team-trained'), stamp)];
    expect(lastRedoable(journal, 'ana')).toBeUndefined();
  });

  it('never takes back evidence or the creation', () => {
    const run = {
      id: 'r',
      file: 'handoff.yaml',
      fileSha256: '0',
      startedAt: '2026-03-04T09:00:00.000Z',
      duration: 1,
      isInterrupted: false,
      actor: 'ana',
      results: [],
    };
    expect(lastUndoable(journalOf([{type: 'checks/recorded', run}]), 'ana')).toBeUndefined();
  });

  it('keeps cause before effect when the clock was set back', () => {
    const journal = journalOf([
      {...done('criteria-validated'), at: '2026-03-04T12:00:00.000Z'},
      {
        type: 'item/settled',
        item: 'criteria-validated',
        status: 'open',
        at: '2026-03-04T08:00:00.000Z',
      },
    ]);
    const merged = mergeJournals(journal.toReversed(), []);
    expect(merged.map(({id}) => id)).toEqual(['created', 'a1', 'a2']);
    expect(statuses(merged, 'criteria-validated')).toEqual(['open']);
  });

  it('merges two engineers to the same state in whichever order they meet', () => {
    const ana = journalOf([done('criteria-validated'), done('architecture')], 'a');
    const ben = journalOf(
      [
        {...done('team-trained'), actor: 'ben'},
        {type: 'item/settled', item: 'criteria-validated', status: 'open', actor: 'ben'},
        {type: 'undone', action: 'b1', actor: 'ben'},
      ],
      'b',
    );
    const one = mergeJournals(ana, ben);
    const other = mergeJournals(ben, ana);
    expect(one).toEqual(other);
    expect(mergeJournals(one, ana)).toEqual(one);
    expect(foldJournal(one)).toEqual(foldJournal(other));
    expect(one).toHaveLength(6);
  });

  it('folds piece by piece to the same state as all at once', () => {
    const journal = journalOf([
      done('criteria-validated'),
      done('team-trained'),
      {type: 'undone', action: 'a1'},
      {type: 'item/assigned', item: 'architecture', owner: 'Ben'},
    ]);
    let fold = foldAll(journal.slice(0, 1));
    for (let end = 2; end <= journal.length; end += 1)
      fold = extendFold(fold, journal.slice(0, end), journal.slice(end - 1, end));
    expect(fold).toEqual(foldAll(journal));
  });

  it('refuses a journal that never created its handoff', () => {
    expect(() => foldJournal([])).toThrow(JournalError);
  });
});
