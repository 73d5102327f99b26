import {useRef} from 'react';
import {usualCalendar} from '../../handoff/time/business-calendar.ts';
import {FormBody} from '../asking/form/form-body.tsx';
import {formKeys} from '../asking/form/form-keys.ts';
import {formValues, valueOf} from '../asking/form/form-values.ts';
import {useForm, type FormOptions} from '../asking/form/use-form.ts';
import {optional, required} from '../../handoff/registers/field.ts';
import {
  FieldProblem,
  type FieldName,
  type NewHandoffFields,
} from '../../services/new-handoff-fields.ts';
import {draftsOf} from '../asking/text-drafts.ts';
import type {Services} from '../../services/services.ts';
import type {TextEditorHandle} from '../editor/text-editor.tsx';
import {Frame} from '../frame/frame.tsx';
import type {Message} from '../frame/message.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {HoldKeys} from '../keys/hold-keys.ts';
import {line} from '../list/line.ts';

const fields = [
  required('customer', 'Customer', 'Who takes the system over, such as Apex Banking.'),
  required('system', 'System', 'What is handed over, such as Payments API.'),
  required('workspace', 'Workspace', 'Folder of the checks file and the documents.'),
  optional(
    'playbook',
    'Playbook',
    'Any Markdown checklist. Leave it empty for the built-in playbook.',
  ),
];

interface NewHandoffProps {
  readonly services: Services;
  readonly folder: string;
  readonly message: Message | undefined;
  readonly firstField?: FieldName | undefined;
  readonly holdKeysDuring: HoldKeys;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onCreate: (fields: NewHandoffFields) => Promise<void>;
  readonly onCancel: () => void;
  readonly onQuit: () => void;
}

/** The form that starts a handoff. A mistake is said at its field, and nothing typed is lost. */
export function NewHandoff(props: NewHandoffProps) {
  const {folder, firstField, onMessage, onCreate} = props;
  const editor = useRef<TextEditorHandle>(null);
  const options: FormOptions = {
    fields,
    initial: formValues(fields, {fields: {workspace: folder}}),
    start: firstField,
    canSetAside: false,
    drafts: draftsOf(props.services, 'new', folder),
    problemWith: () => undefined,
    holdKeysDuring: props.holdKeysDuring,
    say: onMessage,
    onLeave: props.onCancel,
    async save(values) {
      const text = (name: FieldName) => valueOf(values, name).text;
      onMessage({text: 'Starting …', token: 'muted'});
      try {
        await onCreate({
          customer: text('customer'),
          system: text('system'),
          workspace: text('workspace'),
          playbook: [text('playbook')],
        });
        return true;
      } catch (error) {
        onMessage(error instanceof FieldProblem ? undefined : problemMessage(error));
        if (!(error instanceof FieldProblem)) return false;
        const {field, message, hint} = error;
        return {field, text: [message, hint].filter(Boolean).join(' ')};
      }
    },
  };
  const form = useForm(options, editor);
  return (
    <Frame
      title="New handoff"
      layer={formKeys(form, 'start the handoff')}
      message={props.message}
      onMessage={onMessage}
      isTyping
    >
      {(size) => (
        <FormBody
          form={form}
          editor={editor}
          head={[
            line('Which system goes to whom?', 'heading'),
            ...(form.isRestored ? [line('What you were typing is back.', 'accent')] : []),
            [],
          ]}
          calendar={usualCalendar}
          size={size}
          isActive
          today=""
        />
      )}
    </Frame>
  );
}
