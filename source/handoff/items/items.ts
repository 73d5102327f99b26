import type {Item, Step} from '../../playbook/playbook.ts';
import {isOffered} from '../registers/offered.ts';

/** What a function says of a step, found once: a playbook never changes, and is asked at each key. */
function rememberedOf<Value>(find: (step: Step) => Value): (step: Step) => Value {
  const known = new WeakMap<Step, Value>();
  return (step) => {
    const before = known.get(step);
    if (before !== undefined) return before;
    const found = find(step);
    known.set(step, found);
    return found;
  };
}

function addAll(items: readonly Item[], all: Item[]): Item[] {
  for (const item of items) {
    all.push(item);
    addAll(item.children, all);
  }
  return all;
}

/** All items of a step, parents before their children. */
export const stepItems = rememberedOf((step): readonly Item[] => addAll(step.items, []));

/**
 * The items of a step that a person settles. An agenda block is settled by its topics, so only a
 * block without topics counts for itself. What is only offered is not counted.
 */
export const workItems = rememberedOf((step): readonly Item[] => {
  const items = stepItems(step).filter((item) => !isOffered(item));
  return step.screen === 'agenda' ? items.filter((item) => item.children.length === 0) : items;
});

/** The items of a step whose table is offered and not asked for. */
export const offeredItems = rememberedOf((step): readonly Item[] =>
  stepItems(step).filter(isOffered),
);
