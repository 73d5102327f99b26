import {useState, type ReactNode} from 'react';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {offeredPurpose} from '../../handoff/registers/purposes.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import type {FieldValues, HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {Item, RegisterName} from '../../playbook/playbook.ts';
import {article} from './record-entries.ts';
import {itemKey, rowKey} from '../list/selected-line.ts';
import {questionKeys, type Question} from '../asking/prompt.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {RecordForm} from './record-form.tsx';
import type {View} from '../view.ts';

export interface RecordKeysOptions {
  /** The item whose table it is; nothing where the selected line has no table. */
  readonly item: Item | undefined;
  /** The selected row, if a row is selected. */
  readonly record: HandoffRecord | undefined;
}

export interface RecordKeys {
  /** Keys that add, change and remove rows; empty where there is no table. */
  readonly layer: KeyLayer;
  /** The question that is being asked; while there is one, keys belong to it. */
  readonly question: Question | undefined;
  /** The form that is open; the screen shows it instead of itself. */
  readonly form: ReactNode;
  /** Opens the form for a new row. */
  readonly add: () => void;
}

type Open = {
  readonly register: RegisterName;
  readonly item: string;
  readonly record?: HandoffRecord;
  readonly initial?: FieldValues;
};

/** What a new row says already. */
function offered({records}: Handoff, register: RegisterName, item: string) {
  return register === 'runbooks' ? {initial: {purpose: offeredPurpose({records}, item)}} : {};
}

/** The keys of an item's table, the same on every screen: add, edit, remove. */
export function useRecordKeys(view: View, {item, record}: RecordKeysOptions): RecordKeys {
  const [open, setOpen] = useState<Open>();
  const [question, setQuestion] = useState<Question>();
  const leave = () => setQuestion(undefined);
  const register = record?.register ?? item?.register;

  function begin(next: Open): void {
    view.say(undefined);
    setOpen(next);
  }
  function add(): void {
    if (item && register)
      begin({register, item: item.id, ...offered(view.handoff, register, item.id)});
  }
  function remove(target: HandoffRecord): void {
    view.say(undefined);
    setQuestion({
      label: `Remove "${recordTitle(target)}"`,
      hint: 'Type yes to remove it. u brings it back.',
      initialText: '',
      problemWith: (text) =>
        text.toLowerCase() === 'yes' ? undefined : 'Type yes, or leave with Esc.',
      onAnswer: () => {
        leave();
        view.dispatch([{type: 'record/removed', record: target.id}], {
          select: itemKey({id: target.item}),
          said: `Removed: ${recordTitle(target)}. u brings it back.`,
        });
      },
    });
  }

  const form = open && (
    <RecordForm
      view={view}
      {...open}
      onClose={(saved) => {
        setOpen(undefined);
        if (saved !== undefined) view.select(rowKey(saved));
      }}
    />
  );
  if (question) return {form, question, add, layer: questionKeys(leave)};
  if (!register) return {form, question, add, layer: []};
  return {
    form,
    question,
    add,
    layer: [
      ...(record
        ? ([
            {
              action: 'editRecord',
              run: () => begin({register, item: record.item, record}),
              isPrimary: true,
            },
          ] as const)
        : []),
      {
        action: 'addRecord',
        run: add,
        isPrimary: true,
        label: `add ${article(registers[register].one)}`,
        ...(item ? {} : {offBecause: 'No item is selected.'}),
      },
      ...(record
        ? ([{action: 'removeRecord', run: () => remove(record), isPrimary: true}] as const)
        : []),
    ],
  };
}
