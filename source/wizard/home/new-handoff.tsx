import {useState} from 'react';
import {Box, Text} from 'ink';
import type {Message} from '../frame/message.ts';
import {Frame} from '../frame/frame.tsx';
import {line, wrap} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {TextInput} from '../editor/text-input.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {glyphs} from '../theme/glyphs.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {tokens} from '../theme/tokens.ts';
import {
  FieldProblem,
  type FieldName,
  type NewHandoffFields,
} from '../../services/new-handoff-fields.ts';

const fields: readonly {
  readonly name: FieldName;
  readonly label: string;
  readonly hint: string;
}[] = [
  {name: 'customer', label: 'Customer', hint: 'Who takes the system over, such as Apex Banking.'},
  {name: 'system', label: 'System', hint: 'What is handed over, such as Payments API.'},
  {
    name: 'workspace',
    label: 'Workspace',
    hint: 'Folder of the checks file and the documents.',
  },
  {
    name: 'playbook',
    label: 'Playbook',
    hint: 'Any Markdown checklist. Leave it empty for the built-in playbook.',
  },
];

interface NewHandoffProps {
  readonly folder: string;
  readonly message: Message | undefined;
  readonly firstField?: FieldName | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onCreate: (fields: NewHandoffFields) => Promise<void>;
  readonly onCancel: () => void;
  readonly onQuit: () => void;
}

const labelWidth = 12;

/** The form that starts a handoff. A mistake is said at its field, and nothing typed is lost. */
export function NewHandoff(props: NewHandoffProps) {
  const {folder, firstField, onMessage, onCreate} = props;
  const [values, setValues] = useState<NewHandoffFields>({
    customer: '',
    system: '',
    workspace: folder,
    playbook: '',
  });
  const [at, setAt] = useState(
    Math.max(
      0,
      fields.findIndex(({name}) => name === firstField),
    ),
  );
  const [problem, setProblem] = useState<FieldProblem>();
  const [isBusy, setBusy] = useState(false);

  function move(by: number): void {
    setAt((index) => (index + by + fields.length) % fields.length);
  }

  async function create(): Promise<void> {
    setBusy(true);
    try {
      await onCreate(values);
    } catch (error) {
      setBusy(false);
      if (error instanceof FieldProblem) {
        setProblem(error);
        setAt(fields.findIndex(({name}) => name === error.field));
      } else onMessage(problemMessage(error));
    }
  }

  function submit(): void {
    if (isBusy) return;
    if (at < fields.length - 1) move(1);
    else void create();
  }

  const layer: KeyLayer = [
    {
      action: 'save',
      run: submit,
      isPrimary: true,
      label: at === fields.length - 1 ? 'start the handoff' : 'next',
    },
    {action: 'back', run: props.onCancel, label: 'leave it', isPrimary: true},
    {action: 'nextField', run: () => move(1), isPrimary: true},
    {action: 'previousField', run: () => move(-1), isPrimary: true},
  ];
  return (
    <Frame title="New handoff" layer={layer} message={props.message} onMessage={onMessage} isTyping>
      {({width}) => (
        <Box flexDirection="column">
          <Lines lines={[line('Which system goes to whom?', 'heading'), []]} />
          {fields.map(({name, label, hint}, index) => {
            const isCurrent = index === at;
            const found = problem?.field === name ? problem : undefined;
            const below = found ? [found.message, found.hint].filter(Boolean).join(' ') : hint;
            return (
              <Box key={name} flexDirection="column">
                <Box>
                  <Text {...tokens[isCurrent ? 'selected' : 'plain']}>
                    {`${isCurrent ? glyphs.cursor : ' '} ${label.padEnd(labelWidth)}`}
                  </Text>
                  <TextInput
                    initialText={values[name]}
                    isActive={isCurrent}
                    width={width - labelWidth - 3}
                    onChange={(text) => {
                      setValues((before) => ({...before, [name]: text}));
                      if (found) setProblem(undefined);
                    }}
                  />
                </Box>
                <Text {...tokens[found ? 'danger' : 'muted']}>
                  {isCurrent || found
                    ? wrap(below, width - labelWidth - 3)
                        .map((row) => ' '.repeat(labelWidth + 2) + row)
                        .join('\n')
                    : ' '}
                </Text>
              </Box>
            );
          })}
          {isBusy && <Text {...tokens.muted}>Starting…</Text>}
        </Box>
      )}
    </Frame>
  );
}
