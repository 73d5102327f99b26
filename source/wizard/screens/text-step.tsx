import {useState} from 'react';
import {stepItems} from '../../handoff/items.ts';
import {itemState} from '../../handoff/reducer.ts';
import type {Item} from '../../playbook/model.ts';
import type {Entry} from '../components/entry-list.tsx';
import {itemDetail} from '../components/item-detail.ts';
import {itemEntries} from '../components/item-entries.ts';
import {line, truncate, type Line} from '../components/lines.tsx';
import {questionKeys, type Question} from '../components/prompt.tsx';
import {StepBody} from '../components/step-body.tsx';
import {StepFrame} from '../components/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {selectionKeys} from '../keys/selection-keys.ts';
import {useItemKeys} from '../use-item-keys.ts';
import type {View} from '../view.ts';
import {Writing} from './writing.tsx';

/** Lines below the items, of a screen that is a text step and something more. */
export interface MoreLines {
  /** Ids of those that can be selected, in order. */
  readonly ids: readonly string[];
  readonly entries: (selected: string | undefined, width: number) => readonly Entry[];
  readonly detail: (id: string, width: number) => readonly Line[];
  readonly keys: (id: string) => KeyLayer;
}

interface TextStepProps {
  readonly view: View;
  readonly more?: MoreLines;
  /** Keys of a screen that is a text step and something more. */
  readonly extraKeys?: KeyLayer;
  /** A question of that screen; while there is one, keys belong to it. */
  readonly extraQuestion?: Question | undefined;
  readonly onLeaveQuestion?: () => void;
}

/** The first lines of what has been written, so that the list tells what is there. */
function excerpt(text: string, width: number, height: number): Line[] {
  const rows = text.trimEnd().split('\n');
  const shown = rows.slice(0, height).map((row) => line(truncate(row, width)));
  const hidden = rows.length - shown.length;
  if (hidden > 0) shown[height - 1] = line(`${hidden + 1} more lines`, 'muted');
  return shown;
}

function writingKeys(view: View, item: Item | undefined, write: (item: string) => void): KeyLayer {
  return [
    {
      action: 'write',
      run: () => (item ? write(item.id) : view.goToNextStep()),
      isPrimary: true,
    },
    {action: 'editExternally', run: () => item && view.editExternally(item)},
  ];
}

/** A step whose items are answered in writing; the texts go into the documents. */
export function TextStep(props: TextStepProps) {
  const {view, more, extraKeys = [], extraQuestion, onLeaveQuestion} = props;
  const [writing, setWriting] = useState<string>();
  const items = stepItems(view.step);
  const other = more?.ids.find((id) => id === view.selected);
  const item =
    other === undefined ? (items.find(({id}) => id === view.selected) ?? items[0]) : undefined;
  const selected = other ?? item?.id;
  const itemKeys = useItemKeys(view, item);
  const question = extraQuestion ?? itemKeys.question;
  const layer: KeyLayer = extraQuestion ? questionKeys(() => onLeaveQuestion?.()) : itemKeys.layer;
  const written = items.find(({id}) => id === writing);
  if (written) {
    return <Writing view={view} item={written} onClose={() => setWriting(undefined)} />;
  }
  const text = item ? (itemState(view.handoff, item.id).text ?? '') : '';
  const keys: KeyLayer = question
    ? layer
    : [
        ...(other === undefined || !more ? writingKeys(view, item, setWriting) : more.keys(other)),
        ...extraKeys,
        ...(other === undefined ? layer : []),
        ...selectionKeys([...items.map(({id}) => id), ...(more?.ids ?? [])], selected, view.select),
      ];
  return (
    <StepFrame view={view} layer={keys} isTyping={question !== undefined}>
      {(size) => (
        <StepBody
          view={{...view, selected}}
          size={size}
          question={question}
          entries={[
            ...itemEntries(view.step.items, {
              handoff: view.handoff,
              selected,
              width: size.width,
              now: view.now(),
            }),
            ...(more?.entries(selected, size.width) ?? []),
          ]}
          detail={(width, height) => {
            if (other !== undefined) return more?.detail(other, width).slice(0, height) ?? [];
            if (!item || height === 0) return [];
            const known = itemDetail(view.handoff, item, view.now(), width, height);
            const room = height - known.length;
            return text.trim() && room > 0 ? [...known, ...excerpt(text, width, room)] : known;
          }}
        />
      )}
    </StepFrame>
  );
}
