import {allItems, stepsOf} from '../../playbook/walk.ts';
import type {Item} from '../../playbook/playbook.ts';
import {isLeftOut} from '../items/asked.ts';
import {stepItems} from '../items/items.ts';
import type {Handoff} from '../model/handoff.ts';
import {purposeOf} from '../registers/purposes.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {itemState} from '../model/item-state.ts';

/** The tasks that the receiver performs: the items of every step of demonstrations. */
export function demonstrationItems({playbook}: Pick<Handoff, 'playbook'>): Item[] {
  return stepsOf(playbook)
    .filter(({step}) => step.screen === 'demonstrations')
    .flatMap(({step}) => stepItems(step));
}

/** Those that apply here. */
export function criticalItems(handoff: Handoff): Item[] {
  return demonstrationItems(handoff).filter(
    (item) => itemState(handoff, item.id).status !== 'not-applicable' && !isLeftOut(handoff, item),
  );
}

/** The beginnings of a text's longer words: "Restart services" and "Restart a service" share theirs. */
function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.map((word) => word.slice(0, Math.max(4, Math.min(6, word.length - 2))));
}

function likeness(task: readonly string[], text: string): number {
  const found = new Set(stems(text));
  return new Set(task.filter((stem) => found.has(stem))).size;
}

/**
 * How well a row fits a task. A task begins with what is done: to restore a backup one follows the
 * runbook that restores, though the one that backs up stands before it in the same item.
 */
function fit(task: readonly string[], row: HandoffRecord, itemText: string): number {
  const does = (text: string) => stems(text).includes(task[0] ?? '');
  const title = recordTitle(row);
  const byTitle = does(title) ? 0.3 : 0;
  const byPurpose = does(purposeOf(row)) ? 0.15 : 0;
  return likeness(task, `${title} ${itemText}`) + 0.5 + byTitle + byPurpose;
}

/** The runbook that a demonstration follows. */
export interface FollowedRunbook {
  /** Its row; nothing where it is only an item of the playbook so far. */
  readonly row?: string;
  readonly title: string;
  /** When it is used; nothing where the runbook does not say. */
  readonly trigger?: string;
  /** Who wrote it, and so should not be the only one who performs it. */
  readonly author?: string;
}

function fromRecord(record: HandoffRecord): FollowedRunbook {
  const [trigger, author] = ['trigger', 'author'].map((name) => fieldText(record, name));
  return {
    title: recordTitle(record),
    row: record.id,
    ...(trigger ? {trigger} : {}),
    ...(author ? {author} : {}),
  };
}

/**
 * The runbook whose name has most words in common with a task: a row, else the item that the row
 * would answer; of those with as many, the one that does what the task begins with. Nothing where no
 * word is shared.
 */
export function runbookFor(handoff: Handoff, item: Item): FollowedRunbook | undefined {
  const task = stems(item.text);
  const places = allItems(handoff.playbook).filter((place) => place.item.register === 'runbooks');
  const textOf = new Map(places.map((place) => [place.item.id, place.item.text]));
  const candidates = [
    ...recordsOf(handoff, 'runbooks').map((record) => ({
      runbook: fromRecord(record),
      score: fit(task, record, textOf.get(record.item) ?? ''),
    })),
    ...places.map((place) => ({
      runbook: {title: place.item.text},
      score: likeness(task, place.item.text),
    })),
  ];
  const [best] = candidates.toSorted((a, b) => b.score - a.score);
  return best && best.score >= 1 ? best.runbook : undefined;
}
