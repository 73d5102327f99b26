import {useState} from 'react';
import {stepItems} from '../../../handoff/items/items.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {diagramLines} from './diagram-lines.ts';
import {itemDetail} from '../items/item-detail.ts';
import {itemEntries} from '../items/item-entries.ts';
import {line, truncate, type Line} from '../../list/line.ts';
import {questionKeys, type Question} from '../../asking/prompt.tsx';
import {recordDetail, recordEntries} from '../../records/record-entries.ts';
import {itemKey, selectedItem, selectedRecord} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectableIds, selectionKeys} from '../../keys/selection-keys.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {useRunbookKeys} from '../../runbook/use-runbook-keys.tsx';
import {useRecordKeys} from '../../records/use-record-keys.tsx';
import type {View} from '../../view.ts';
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

/** What is known of an item, then its diagram or the beginning of its text where there is room. */
function detailOf(view: View, item: Item, width: number, height: number): Line[] {
  const known = itemDetail(view.handoff, item, view.now(), width, height);
  const diagram = item.register === 'components' ? diagramLines(view.handoff, width) : [];
  const text = itemStanding(view.handoff, item.id).text ?? '';
  const all = [...known, ...diagram];
  const room = height - all.length;
  if (text.trim() && room > 0) return [...all, ...excerpt(text, width, room)];
  if (diagram.length === 0 || all.length <= height) return all;
  // The diagram tells more than the playbook's advice does.
  const [status = []] = known;
  const rows = [status, ...diagram];
  return rows.length <= height
    ? rows
    : [...rows.slice(0, height - 1), line(`${rows.length - height + 1} more lines`, 'muted')];
}

/** A step whose items are answered in tables and in writing; both go into the documents. */
export function TextStep(props: TextStepProps) {
  const {view, more, extraKeys = [], extraQuestion, onLeaveQuestion} = props;
  const {handoff} = view;
  const [writing, setWriting] = useState<string>();
  const items = stepItems(view.step);
  const record = selectedRecord(handoff, view.selected);
  const other = more?.ids.find((id) => id === view.selected);
  const pointedAt = record
    ? items.find(({id}) => id === record.item)
    : selectedItem(items, view.selected);
  const item = other === undefined ? (pointedAt ?? items[0]) : undefined;
  const selected = other ?? (record ? view.selected : itemKey(item));
  const itemKeys = useItemKeys(view, record ? undefined : item);
  const recordKeys = useRecordKeys(view, {item, record});
  const runbookKeys = useRunbookKeys(view, record);
  const question =
    extraQuestion ?? runbookKeys.question ?? recordKeys.question ?? itemKeys.question;
  const written = items.find(({id}) => id === writing);
  if (written) return <Writing view={view} item={written} onClose={() => setWriting(undefined)} />;
  if (recordKeys.form) return recordKeys.form;
  if (runbookKeys.screen) return runbookKeys.screen;

  const write = () => (item ? setWriting(item.id) : view.goToNextStep());
  const external = {
    action: 'editExternally',
    run: () => item && view.editExternally(item),
  } as const;
  const moreKeys = other === undefined ? undefined : more?.keys(other);
  const ownKeys: KeyLayer = moreKeys
    ? [...moreKeys, ...extraKeys]
    : record
      ? [...runbookKeys.layer, ...recordKeys.layer, ...extraKeys]
      : [
          ...(item?.register
            ? ([
                ...recordKeys.layer.map((entry) => ({...entry, action: 'addFirstRecord'}) as const),
                {action: 'writeText', run: write, isPrimary: true},
              ] as const)
            : ([{action: 'write', run: write, isPrimary: true}] as const)),
          external,
          ...extraKeys,
          ...itemKeys.layer,
        ];
  const asked = extraQuestion
    ? questionKeys(() => onLeaveQuestion?.())
    : runbookKeys.question
      ? runbookKeys.layer
      : recordKeys.question
        ? recordKeys.layer
        : itemKeys.layer;
  return (
    <TextStepBody
      view={{...view, selected}}
      item={item}
      more={more}
      question={question}
      keysFor={(ids) =>
        question ? asked : [...ownKeys, ...selectionKeys(ids, selected, view.select)]
      }
    />
  );
}

interface TextStepBodyProps {
  readonly view: View;
  readonly item: Item | undefined;
  readonly more: MoreLines | undefined;
  readonly question: Question | undefined;
  readonly keysFor: (ids: readonly string[]) => KeyLayer;
}

/** The items with their rows below them, and what is known of the selected line. */
function TextStepBody({view, item, more, question, keysFor}: TextStepBodyProps) {
  const {handoff, selected} = view;
  const now = view.now();
  const record = selectedRecord(handoff, selected);
  const entriesFor = (width: number) => {
    const options = {handoff, selected, width, now};
    const own = itemEntries(view.step.items, {
      ...options,
      below: (one, depth) => recordEntries(one.id, {...options, depth}),
    });
    return [...own, ...(more?.entries(selected, width) ?? [])];
  };
  // Which lines there are does not depend on the width.
  const ids = selectableIds(entriesFor(80));
  return (
    <StepFrame view={view} layer={keysFor(ids)} isTyping={question !== undefined}>
      {(size) => (
        <StepBody
          view={view}
          size={size}
          question={question}
          entries={entriesFor(size.width)}
          detail={(width, height) => {
            if (!item) return more?.detail(selected ?? '', width).slice(0, height) ?? [];
            if (height === 0) return [];
            return record
              ? recordDetail(handoff, record, now, width, height)
              : detailOf(view, item, width, height);
          }}
        />
      )}
    </StepFrame>
  );
}
