import type {Item, Step} from '../../playbook/playbook.ts';
import type {AgendaState} from './agenda-state.ts';

/** Where a session, or its next part, begins: the first block with work left, else the first one. */
export function firstBlock(
  step: Pick<Step, 'items'>,
  {blocks, uncovered, short}: Pick<AgendaState, 'blocks' | 'uncovered' | 'short'>,
): Item | undefined {
  const isLeft = (block: Item) =>
    [block, ...block.children].some((item) => isWorkLeft(item, {uncovered, short}));
  const items = blocks.map(({item}) => item);
  return items.find(isLeft) ?? step.items.find(isLeft) ?? items[0];
}

/** Whether a block or topic is not covered yet, or had too little time. */
export function isWorkLeft(
  item: Item,
  {uncovered, short}: Pick<AgendaState, 'uncovered' | 'short'>,
): boolean {
  return uncovered.includes(item) || short.includes(item);
}
