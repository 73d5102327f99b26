import type {Item, Playbook, Position} from '../playbook.ts';

interface Placed {
  readonly position: Position;
}

/** A playbook whose every position says which file it is in. */
export function inFile(playbook: Playbook, file: number): Playbook {
  const placed = <T extends Placed>(one: T): T => ({...one, position: {...one.position, file}});
  const placedItem = (item: Item): Item => ({
    ...placed(item),
    links: item.links.map(placed),
    children: item.children.map(placedItem),
  });
  const phases = playbook.phases.map((phase) => ({
    ...placed(phase),
    steps: phase.steps.map((step) => ({
      ...placed(step),
      ...(step.texts ? {texts: step.texts.map(placed)} : {}),
      items: step.items.map(placedItem),
    })),
  }));
  return {
    ...playbook,
    phases,
    gotchas: playbook.gotchas.map(placed),
    links: playbook.links.map(placed),
    notices: playbook.notices.map(placed),
  };
}
