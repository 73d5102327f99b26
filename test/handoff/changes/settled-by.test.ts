import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {toAction} from '../../../source/handoff/changes/journal.ts';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {smallPlaybook} from '../../fixtures/small-playbook.ts';

const item = 'overview';
const created: Change = {
  type: 'handoff/created',
  handoff: 'apex',
  customer: 'Apex',
  system: 'Payments',
  workspace: '/srv',
  timeZone: 'UTC',
  playbook: smallPlaybook,
  playbookSource: 'built-in',
};
const done: Change = {type: 'item/settled', item, status: 'done'};

/** The item after what each person did, one on each day of June from the first on. */
function after(...said: readonly (readonly [actor: string, change: Change])[]) {
  const journal = [['Jordan', created] as const, ...said].map(([actor, change], index) =>
    toAction([], change, {id: `a${index}`, at: `2026-06-0${index + 1}T09:00:00.000Z`, actor}),
  );
  return itemState(foldJournal(journal), item);
}

const byJordan = {settledAt: '2026-06-02T09:00:00.000Z', settledBy: 'Jordan'};

describe('who settled an item', () => {
  it.each<[string, Change]>([
    ['a note', {type: 'item/noted', item, note: 'Looked at it'}],
    ['an owner', {type: 'item/assigned', item, owner: 'Ana'}],
    ['a date', {type: 'item/scheduled', item, due: '2026-06-30'}],
    ['evidence', {type: 'item/evidenced', item, link: 'https://wiki/overview'}],
    ['the same said again', done],
  ])('stays the one who said it after %s by another', (_, change) => {
    expect(after(['Jordan', done], ['Ana', change])).toMatchObject({
      ...byJordan,
      changedBy: 'Ana',
      changedAt: '2026-06-03T09:00:00.000Z',
    });
  });

  it('is nobody once it is open again, and then who settles it anew', () => {
    const open: Change = {type: 'item/settled', item, status: 'open'};
    const opened = after(['Jordan', done], ['Ana', open]);
    expect(opened).not.toHaveProperty('settledBy');
    expect(opened).not.toHaveProperty('settledAt');
    expect(after(['Jordan', done], ['Ana', open], ['Lee', done]).settledBy).toBe('Lee');
  });

  it('is who gave another reason', () => {
    const out = (reason: string): Change => ({
      type: 'item/settled',
      item,
      status: 'not-applicable',
      reason,
    });
    expect(after(['Jordan', out('No tills')], ['Ana', out('One till only')])).toMatchObject({
      settledBy: 'Ana',
      reason: 'One till only',
    });
  });
});
