import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Item} from '../../playbook/playbook.ts';
import type {Question} from '../asking/legacy-prompt.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import type {View} from '../view.ts';
import {addRecordKeys, recordKeys} from './record-keys.tsx';

interface Options {
  readonly item: Item | undefined;
  readonly record: HandoffRecord | undefined;
}

export function useRecordKeys(view: View, {item, record}: Options) {
  const layer: KeyLayer = record
    ? recordKeys(view, record, item)
    : item
      ? addRecordKeys(view, item)
      : [];
  const question: Question | undefined = undefined;
  return {layer, question: question as Question | undefined, form: undefined};
}
