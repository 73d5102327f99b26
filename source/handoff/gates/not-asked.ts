import type {Item} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import {isLeftOut, sizeOf, sizeWords} from '../items/asked.ts';
import type {Handoff} from '../model/handoff.ts';
import {lackingWithout} from '../registers/offered.ts';
import {weaknesses, type Weakness} from './weaknesses.ts';

/** What is asked of larger systems and was not taken up, in one line. */
function ofSize(handoff: Handoff, isRead: (item: Item) => boolean): Weakness[] {
  const left = allItems(handoff.playbook).filter(
    ({item}) =>
      isRead(item) &&
      !item.isGone &&
      lackingWithout(item) === undefined &&
      isLeftOut(handoff, item),
  );
  const names = left.map(({item}) => `"${item.text}"`).join(', ');
  const text = `Of ${sizeWords[sizeOf(handoff)]} is not asked: ${names}.`;
  return left.length === 0 ? [] : [{id: 'size', text}];
}

/**
 * Everything that is not asked, by the playbook or because of the size, so that nobody takes the
 * silence for a tick.
 *
 * @param isRead which items may be named
 */
export function notAsked(
  handoff: Handoff,
  isRead: (item: Pick<Item, 'id'>) => boolean = () => true,
): readonly Weakness[] {
  return [
    ...weaknesses(handoff.playbook).filter(({item}) => item === undefined || isRead({id: item})),
    ...ofSize(handoff, isRead),
  ];
}
