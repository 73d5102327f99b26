import type {Item, Playbook} from '../playbook.ts';
import {allItems, stepsOf} from '../walk.ts';
import type {PlaybookDifference} from './compare.ts';

/** Names for one side by those of the other; what has none there keeps its own where that is free. */
function namesFor(
  all: readonly string[],
  kept: ReadonlyMap<string, string>,
  taken: Iterable<string>,
): ReadonlyMap<string, string> {
  const used = new Set([...taken, ...kept.values()]);
  const names = new Map<string, string>();
  for (const id of all) {
    let name = kept.get(id) ?? id;
    for (let count = 2; !kept.has(id) && used.has(name); count += 1) name = `${id}-${count}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}

/**
 * A new reading of a playbook in which all that was there before has the id that it had: whatever
 * was said of it by that id holds as it is. What is new gets an id that nothing ever had.
 *
 * @param taken ids of items that the handoff knows besides
 */
export function withKeptIds(
  before: Playbook,
  after: Playbook,
  {same}: PlaybookDifference,
  taken: Iterable<string> = [],
): Playbook {
  const items = namesFor(
    allItems(after).map(({item}) => item.id),
    new Map(same.items.map((pair) => [pair.after.item.id, pair.before.item.id])),
    [...allItems(before).map(({item}) => item.id), ...taken],
  );
  const steps = namesFor(
    stepsOf(after).map(({step}) => step.id),
    new Map(same.steps.map((pair) => [pair.after.step.id, pair.before.step.id])),
    stepsOf(before).map(({step}) => step.id),
  );
  const phases = namesFor(
    after.phases.map(({id}) => id),
    new Map(same.phases.map((pair) => [pair.after.id, pair.before.id])),
    before.phases.map(({id}) => id),
  );
  const itemId = (id: string) => items.get(id) ?? id;
  const renamed = (item: Item): Item => ({
    ...item,
    id: itemId(item.id),
    children: item.children.map(renamed),
  });
  return {
    ...after,
    phases: after.phases.map((phase) => ({
      ...phase,
      id: phases.get(phase.id) ?? phase.id,
      steps: phase.steps.map((step) => ({
        ...step,
        id: steps.get(step.id) ?? step.id,
        items: step.items.map(renamed),
        ...(step.texts
          ? {
              texts: step.texts.map((text) =>
                text.above === undefined ? text : {...text, above: itemId(text.above)},
              ),
            }
          : {}),
      })),
    })),
    ...(after.gates
      ? {
          gates: {
            ...after.gates,
            prove: after.gates.prove.map(itemId),
            handsOnBlock: after.gates.handsOnBlock && itemId(after.gates.handsOnBlock),
          },
        }
      : {}),
  };
}
