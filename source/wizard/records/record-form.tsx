import {useRef, useState} from 'react';
import stringWidth from 'string-width';
import {recordTitle} from '../../handoff/registers/records.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {allItems} from '../../playbook/walk.ts';
import {FormBody} from '../asking/form/form-body.tsx';
import {formKeys} from '../asking/form/form-keys.ts';
import {useForm, type Form, type FormOptions} from '../asking/form/use-form.ts';
import type {TextEditorHandle} from '../editor/text-editor.tsx';
import {StepFrame} from '../frame/step-frame.tsx';
import {line, spread, truncate, type Line} from '../list/line.ts';
import type {View} from '../view.ts';
import {recordFormOptions} from './record-form-options.ts';
import type {RecordFormTarget} from './record-form-target.ts';
import {article, capitalized} from './noun.ts';

interface RecordFormProps {
  readonly view: View;
  readonly target: RecordFormTarget;
  readonly onClose: () => void;
  /** Called in its place once the row is saved. */
  readonly onSaved?: () => void;
}

function heading({view, target}: RecordFormProps, one: string, form: Form, width: number): Line[] {
  const {record} = target;
  const item = allItems(view.handoff.playbook).find(({item}) => item.id === target.item)?.item;
  const title = record ? `${capitalized(one)}: ${recordTitle(record)}` : `Add ${article(one)}`;
  const place = truncate(item?.text ?? '', Math.floor(width / 2));
  const room = width - stringWidth(place) - 1;
  const state = form.isRestored
    ? line('What you typed before is back; Ctrl+G takes it away.', 'accent')
    : form.isKept
      ? line('Kept as a draft until you save it.', 'muted')
      : line('A field may wait: the row then says what is missing.', 'muted');
  return [
    spread(line(truncate(title, room), 'heading'), line(place, 'muted'), width),
    state.map((part) => ({...part, text: truncate(part.text, width)})),
    [],
  ];
}

/** One row of a register, field by field, over the whole screen. */
export function RecordForm(props: RecordFormProps) {
  const {view, target, onClose, onSaved} = props;
  // What was changed is told by the row as it was opened: others may change it meanwhile.
  const [opened] = useState(() => recordFormOptions(view, target));
  const editor = useRef<TextEditorHandle>(null);
  const formOptions: FormOptions = {
    ...opened.form,
    holdKeysDuring: view.holdKeysDuring,
    say: view.say,
    onLeave: onClose,
    async save(values) {
      const isSaved = await opened.save(view, values);
      if (isSaved) (onSaved ?? onClose)();
      return isSaved;
    },
  };
  const form = useForm(formOptions, editor);
  return (
    <StepFrame view={view} layer={formKeys(form)} isTyping isOver>
      {(size) => (
        <FormBody
          form={form}
          editor={editor}
          head={heading(props, opened.one, form, size.width)}
          size={size}
          isActive={view.asked.length === 0}
          today={dayIn(view.handoff.timeZone, view.now())}
          calendar={view.handoff}
        />
      )}
    </StepFrame>
  );
}
