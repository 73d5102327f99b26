import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {wrapLines, type Line} from '../../list/line.ts';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {diagramLines} from './diagram-lines.ts';

/** What is known of an item, its diagram, then its text. */
export function textLines(view: View, item: Item, width: number): Line[] {
  const {handoff} = view;
  const [status = [], ...more] = itemLines(handoff, item, view.now(), width);
  const diagram = item.register === 'components' ? diagramLines(handoff, width) : [];
  const text = (itemStanding(handoff, item.id).text ?? '').trimEnd();
  const written = text === '' ? [] : text.split('\n').flatMap((row) => wrapLines(row, width));
  // What is there tells more than the playbook's advice does.
  return [status, ...diagram, ...written, ...more];
}
