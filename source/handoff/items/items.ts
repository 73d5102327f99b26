import {onceForEach} from '../../playbook/once-for-each.ts';
import type {Item, Step, SystemSize} from '../../playbook/playbook.ts';
import {isAskedFor, sizeOf, type Sized} from './asked.ts';

function addAll(items: readonly Item[], all: Item[]): Item[] {
  for (const item of items) {
    all.push(item);
    addAll(item.children, all);
  }
  return all;
}

/** All items of a step, parents before their children. */
export const stepItems = onceForEach((step: Step): readonly Item[] => addAll(step.items, []));

/** The same for what goes by the size of a handoff as well. */
function rememberedBySize(
  find: (sized: Sized, step: Step) => readonly Item[],
): (sized: Sized, step: Step) => readonly Item[] {
  const known = onceForEach((_: Step) => new Map<SystemSize, readonly Item[]>());
  return (sized, step) => {
    const size = sizeOf(sized);
    const found = known(step).get(size) ?? find({size}, step);
    known(step).set(size, found);
    return found;
  };
}

/**
 * The items of a step that a person settles. An agenda block is settled by its topics, so only a
 * block without topics counts for itself. What is only offered is not counted, nor what the playbook
 * has no more.
 */
export const workItems = rememberedBySize((sized, step) => {
  const items = stepItems(step).filter((item) => isAskedFor(sized, item));
  return step.screen === 'agenda' ? items.filter((item) => item.children.length === 0) : items;
});

/** The items of a step that are offered and not asked for. */
export const offeredItems = rememberedBySize((sized, step) =>
  stepItems(step).filter((item) => !item.isGone && !isAskedFor(sized, item)),
);
