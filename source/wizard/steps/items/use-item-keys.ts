import type {Item} from '../../../playbook/playbook.ts';
import type {Question} from '../../asking/legacy-prompt.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import type {View} from '../../view.ts';
import {itemKeys} from './item-keys.ts';

export function useItemKeys(
  view: View,
  item: Item | undefined,
): {readonly layer: KeyLayer; readonly question: Question | undefined} {
  return {layer: item ? itemKeys(view, item) : [], question: undefined};
}
