import {useRef, useState} from 'react';
import {usualCalendar} from '../../../../source/handoff/time/business-calendar.ts';
import {FormBody} from '../../../../source/wizard/asking/form/form-body.tsx';
import {formKeys} from '../../../../source/wizard/asking/form/form-keys.ts';
import {formValues, valueOf} from '../../../../source/wizard/asking/form/form-values.ts';
import {
  useForm,
  type FieldMistake,
  type FormOptions,
} from '../../../../source/wizard/asking/form/use-form.ts';
import {optional, required, type Field} from '../../../../source/handoff/registers/field.ts';
import type {TextEditorHandle} from '../../../../source/wizard/editor/text-editor.tsx';
import {Frame} from '../../../../source/wizard/frame/frame.tsx';
import type {Message} from '../../../../source/wizard/frame/message.ts';
import {line} from '../../../../source/wizard/list/line.ts';
import {openPart, type Part, type PartOptions} from '../../../harness/part.tsx';

/** One field of each kind. */
export const fields: readonly Field[] = [
  required('name', 'Name', 'What it is called.'),
  required('owner', 'Owner', 'Who has it.'),
  optional('effect', 'Effect', 'What it does.', {choices: ['safe', 'changes', 'costly']}),
  optional('steps', 'Steps', 'One a line.', {kind: 'text'}),
  optional('tested', 'Tested on', 'When it was tried.', {kind: 'date', time: 'done'}),
];

type Saved = Readonly<Record<string, string>>;

export interface OpenForm extends Part {
  /** What was saved, by the names of the fields; a field that does not apply as its reason. */
  readonly saved: readonly Saved[];
  /** The draft that is kept. */
  readonly draft: () => string | undefined;
  /** What was said when the form was left. */
  readonly said: () => Message | undefined;
}

interface FormSetting extends PartOptions {
  readonly fields?: readonly Field[];
  readonly initial?: Readonly<Record<string, string>>;
  readonly start?: string;
  readonly draft?: string | undefined;
  /** What comes of saving; true unless given. */
  readonly outcome?: (saved: Saved) => boolean | FieldMistake;
}

const people = ['Mina Okafor', 'Miro Sanz', 'Lee Novak'];

/** Opens a form of which nothing is stored but what the test keeps. */
export async function openForm({
  fields: asked = fields,
  initial = {},
  start,
  draft: kept,
  outcome = () => true,
  ...options
}: FormSetting = {}): Promise<OpenForm> {
  const saved: Saved[] = [];
  let draft = kept;
  let said: Message | undefined;

  function Filling() {
    const [message, setMessage] = useState<Message>();
    const [isOpen, setOpen] = useState(true);
    const editor = useRef<TextEditorHandle>(null);
    const say = (next: Message | undefined) => {
      said = next;
      setMessage(next);
    };
    const formOptions: FormOptions = {
      fields: asked,
      initial: formValues(asked, {fields: initial}),
      start,
      canSetAside: true,
      reasonLength: 15,
      offers: ({name}) => (name === 'owner' ? people : []),
      problemWith(field, values) {
        const {text, reason, isNotApplicable} = valueOf(values, field.name);
        if (isNotApplicable)
          return reason.length < 15 ? `At least 15 letters, not ${reason.length}.` : undefined;
        if (field.name === 'owner' && text === 'nobody') return 'Somebody has to have it.';
        return field.name === 'name' && text === '' ? 'A name is needed.' : undefined;
      },
      drafts: {
        read: () => draft,
        keep(text) {
          draft = text;
          return Promise.resolve();
        },
        drop() {
          draft = undefined;
          return Promise.resolve();
        },
      },
      save(values) {
        const row = Object.fromEntries(
          asked.map(({name}): [string, string] => {
            const {text, reason, isNotApplicable} = valueOf(values, name);
            return [name, isNotApplicable ? `not applicable: ${reason}` : text];
          }),
        );
        const came = outcome(row);
        if (came === true) {
          saved.push(row);
          setOpen(false);
        }
        return Promise.resolve(came);
      },
      onLeave: () => setOpen(false),
      holdKeysDuring: () => undefined,
      say,
    };
    const form = useForm(formOptions, editor);
    return (
      <Frame
        title="A form"
        layer={isOpen ? formKeys(form) : []}
        message={message}
        onMessage={say}
        isTyping={isOpen}
      >
        {(size) =>
          isOpen && (
            <FormBody
              form={form}
              head={[line(form.isRestored ? 'It is back' : 'Fill it in', 'heading'), []]}
              editor={editor}
              size={size}
              isActive
              today="2026-11-25"
              calendar={usualCalendar}
            />
          )
        }
      </Frame>
    );
  }

  const part = await openPart(<Filling />, options);
  return {...part, saved, draft: () => draft, said: () => said};
}
