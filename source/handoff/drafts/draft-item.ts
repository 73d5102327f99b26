import type {Item} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import {applies, keeperOf} from '../gates/requirement.ts';
import type {FoundDraft} from './found-draft.ts';
import type {Handoff} from '../model/handoff.ts';
import {usualPurpose, type Purpose} from '../registers/purposes.ts';
import {registers} from '../registers/registers.ts';

/** The words by which a runbook shows among which it belongs. That it is one of them, a person says. */
const wordsOf: readonly (readonly [Purpose, RegExp])[] = [
  ['restore', /\brestor/iu],
  ['back up', /\bback(?: |-|_)?up|\bdump\b|\bsnapshot/iu],
  ['logs', /\blogs?\b|\bjournal\b/iu],
  ['restart', /\b(?:re)?start|\breload|\bstop\b/iu],
  ['health', /\bhealth|\bstatus\b|\bruns?\b|\bcheck/iu],
];

/** The items that keep runbooks and apply. */
export function runbookItems(handoff: Handoff): readonly Item[] {
  return allItems(handoff.playbook)
    .map(({item}) => item)
    .filter((item) => item.register === 'runbooks' && applies(handoff, item));
}

function runbookItem(handoff: Handoff, {fields}: FoundDraft): Item | undefined {
  const items = runbookItems(handoff);
  const name = typeof fields['name'] === 'string' ? fields['name'] : '';
  const [purpose] = wordsOf.find(([, words]) => words.test(name)) ?? [];
  // One item of the usual playbook has both what is backed up and how it comes back.
  const wanted: ReadonlySet<Purpose | undefined> = new Set(
    purpose === 'back up' ? [purpose, 'restore'] : [purpose],
  );
  const [only, ...others] = items;
  return (
    items.find(({id}) => wanted.has(usualPurpose(id))) ??
    items.find(({id}) => usualPurpose(id) === 'other') ??
    (others.length === 0 ? only : undefined)
  );
}

/** Where a draft would go, or why it cannot be taken. */
export type DraftPlace = {readonly item: string} | {readonly why: string};

/** The item that a row or a runbook would answer. */
export function draftPlace(handoff: Handoff, draft: FoundDraft): DraftPlace {
  const {kind, register} = draft;
  if (register === undefined) return {why: 'Nothing tells in which table it belongs.'};
  const item = kind === 'runbook' ? runbookItem(handoff, draft) : keeperOf(handoff, register)?.item;
  if (item) return {item: item.id};
  return {
    why:
      kind === 'runbook' && runbookItems(handoff).length > 0
        ? 'Nothing tells to which item it belongs.'
        : `No item of this playbook keeps ${registers[register].title.toLowerCase()}, or it does not apply.`,
  };
}
