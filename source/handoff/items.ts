import type {Item, Step} from '../playbook/model.ts';

function withChildren(item: Item): Item[] {
  return [item, ...item.children.flatMap(withChildren)];
}

/** All items of a step, parents before their children. */
export function stepItems(step: Step): Item[] {
  return step.items.flatMap(withChildren);
}

/**
 * The items of a step that a person settles. An agenda block is settled by its topics, so only a
 * block without topics counts for itself.
 */
export function workItems(step: Step): Item[] {
  const items = stepItems(step);
  return step.screen === 'agenda' ? items.filter((item) => item.children.length === 0) : items;
}
