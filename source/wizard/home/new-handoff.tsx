import {useEffect, useLayoutEffect, useRef, useState} from 'react';
import {notAskedIn, sizeWords} from '../../handoff/items/asked.ts';
import {usualCalendar} from '../../handoff/time/business-calendar.ts';
import {systemSizes} from '../../playbook/playbook.ts';
import {FormBody} from '../asking/form/form-body.tsx';
import {formKeys} from '../asking/form/form-keys.ts';
import {formValues, valueOf, type FormValues} from '../asking/form/form-values.ts';
import {useForm, type FormOptions} from '../asking/form/use-form.ts';
import {optional, required} from '../../handoff/registers/field.ts';
import {
  FieldProblem,
  type FieldName,
  type NewHandoffFields,
} from '../../services/new-handoff-fields.ts';
import {draftsOf} from '../asking/text-drafts.ts';
import type {PlaybookPreview} from '../../services/playbooks/preview-playbook.ts';
import type {Services} from '../../services/services.ts';
import type {NameOffer, SuggestedNames} from '../../services/suggest-names.ts';
import type {TextEditorHandle} from '../editor/text-editor.tsx';
import {Frame} from '../frame/frame.tsx';
import type {Message} from '../frame/message.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {usePlaybooks} from './use-playbooks.ts';
import type {HoldKeys} from '../keys/hold-keys.ts';
import {line} from '../list/line.ts';

const ticks = {keep: 'keep the ticks', clean: 'start clean'} as const;

const fields = [
  required('customer', 'Customer', 'Who takes the system over, such as Apex Banking.'),
  required('system', 'System', 'What is handed over, such as Payments API.'),
  required('workspace', 'Workspace', 'Folder of the checks file and the documents.'),
  optional(
    'playbook',
    'Playbook',
    'Any Markdown checklist: a name from below, a file or a folder.',
  ),
  optional('ticked', 'Ticked', 'What is ticked in the file.', {choices: Object.values(ticks)}),
  optional('size', 'Size', 'How large the system is.', {choices: Object.values(sizeWords)}),
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

/** What a size leaves out, in a sentence; all is asked where nobody says so. */
function sizeRemark(notAsked: PlaybookPreview['notAsked'], words: string): string {
  const size = systemSizes.find((one) => sizeWords[one] === words) ?? 'platform';
  const count = notAsked[size];
  return count === 0
    ? 'All entries of the playbook are asked.'
    : `${count} ${count === 1 ? 'entry is' : 'entries are'} not asked of ${words}.`;
}

function tickedWords(count: number): string {
  return count === 1
    ? '1 entry is ticked in the file. Shall a handoff start with it done, or clean?'
    : `${count} entries are ticked in the file. Shall a handoff start with them done, or clean?`;
}

/** The form that starts a handoff. A mistake is said at its field, and nothing typed is lost. */
export function NewHandoff(props: NewHandoffProps) {
  const {folder, firstField, holdKeysDuring, onMessage, onCreate} = props;
  const [{ticked, notAsked}, setLook] = useState<Pick<PlaybookPreview, 'ticked' | 'notAsked'>>({
    ticked: 0,
    notAsked: notAskedIn({phases: []}),
  });
  const editor = useRef<TextEditorHandle>(null);
  const playbooks = usePlaybooks(props.services);
  const [suggested, setSuggested] = useState<SuggestedNames>({customer: [], system: []});
  const picksOf = (name: string): readonly NameOffer[] =>
    name === 'playbook'
      ? playbooks.offers
      : name === 'customer' || name === 'system'
        ? suggested[name]
        : [];
  const seenBy = (values: FormValues) =>
    playbooks.seenOf(valueOf(values, 'workspace').text, valueOf(values, 'playbook').text);
  const options: FormOptions = {
    fields,
    initial: formValues(fields, {fields: {workspace: folder}}),
    start: firstField,
    canSetAside: false,
    drafts: draftsOf(props.services, 'new', folder),
    problemWith: ({name}, values) => (name === 'playbook' ? seenBy(values)?.problem : undefined),
    offers: ({name}) => picksOf(name).map(({value}) => value),
    picks: ({name}) => picksOf(name),
    isShown: ({name}) =>
      name === 'ticked' ? ticked > 0 : name !== 'size' || Object.values(notAsked).some(Boolean),
    remark({name}, values) {
      const seen = seenBy(values);
      if (name === 'size') {
        const words = sizeRemark(notAsked, valueOf(values, name).text);
        return {text: `${words} ← → changes it; S does later.`, token: 'muted'};
      }
      if (name === 'ticked')
        return {text: `${tickedWords(ticked)} ← → changes it.`, token: 'muted'};
      if (name !== 'playbook' || !seen) return undefined;
      // What is typed may go on; what was chosen is whole.
      if (
        seen.problem !== undefined &&
        picksOf(name).some(({value}) => value === valueOf(values, name).text)
      )
        return {text: seen.problem, token: 'danger'};
      if (seen.words === '') return undefined;
      const because = seen.because ?? (valueOf(values, name).text === '' ? 'Left empty:' : '');
      return {text: `${because} ${seen.words}.`.trim(), token: 'accent'};
    },
    holdKeysDuring: props.holdKeysDuring,
    say: onMessage,
    onLeave: props.onCancel,
    async save(values) {
      const text = (name: string) => valueOf(values, name).text;
      const looking = playbooks.look(text('workspace'), text('playbook'));
      holdKeysDuring(looking);
      const look = await looking;
      setLook(look);
      const answer = text('ticked');
      const isSized = Object.values(look.notAsked).some(Boolean);
      const size = isSized ? systemSizes.find((one) => sizeWords[one] === text('size')) : undefined;
      if (look.ticked > 0 && answer === '')
        return {field: 'ticked', text: `${tickedWords(look.ticked)} ← → chooses.`};
      onMessage({text: 'Starting …', token: 'muted'});
      try {
        await onCreate({
          customer: text('customer'),
          system: text('system'),
          workspace: text('workspace'),
          playbook: [text('playbook')],
          isUnticked: look.ticked > 0 && answer === ticks.clean,
          ...(size === undefined ? {} : {size}),
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
  const workspace = valueOf(form.values, 'workspace').text;
  const playbook = valueOf(form.values, 'playbook').text;
  const {find, look} = playbooks;
  // A folder of a team takes its time, and nobody has to wait for it to type.
  useEffect(() => {
    find(workspace).catch((error: unknown) => onMessage(problemMessage(error)));
  }, [find, workspace, onMessage]);
  const {suggestNames} = props.services;
  useEffect(() => {
    let isOther = false;
    suggestNames(workspace).then(
      (found) => {
        if (!isOther) setSuggested(found);
      },
      (error: unknown) => onMessage(problemMessage(error)),
    );
    return () => {
      isOther = true;
    };
  }, [suggestNames, workspace, onMessage]);
  // Before a key can go on from what it is about.
  useLayoutEffect(() => {
    holdKeysDuring(look(workspace, playbook).then(setLook));
  }, [look, workspace, playbook, holdKeysDuring]);
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
