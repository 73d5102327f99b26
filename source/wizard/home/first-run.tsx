import path from 'node:path';
import {Box} from 'ink';
import SelectInput from 'ink-select-input';
import type {Message} from '../frame/message.ts';
import {Frame} from '../frame/frame.tsx';
import {line, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';

interface FirstRunProps {
  readonly folder: string;
  readonly message: Message | undefined;
  readonly onMessage: (message: Message | undefined) => void;
  readonly onNew: () => void;
  readonly onChecklist: () => void;
  readonly onSample: () => void;
  readonly onQuit: () => void;
}

/** As many paragraphs as `height` rows hold, so that the choices are always in view. */
function introduction(width: number, height: number): Line[] {
  const what: Line[] = [
    ...wrapLines(
      'From "it is deployed" to "they run it and have signed": the checklist, the checks with their evidence, the session with its clock, and the weeks after it.',
      width,
    ),
    [],
  ];
  const saved: Line[] = [
    ...wrapLines(
      'Everything you enter is saved at once, on this machine only. Leave whenever you like; you come back to the same line.',
      width,
      'muted',
    ),
    [],
  ];
  return what.length + saved.length <= height ? [...what, ...saved] : what;
}

/** A way to begin. The list compares its values, so each is known by its words. */
interface Way {
  readonly label: string;
  readonly begin: () => void;
}

/** The first screen of all: what this is, and three ways to begin. */
export function FirstRun(props: FirstRunProps) {
  const choices: readonly Way[] = [
    {
      label: `Start a handoff for this folder (${path.basename(props.folder) || props.folder})`,
      begin: props.onNew,
    },
    {label: 'Look at a sample system, with a handoff part done', begin: props.onSample},
    {label: 'Start from your team’s own Markdown checklist', begin: props.onChecklist},
  ];
  return (
    <Frame
      title="handoff-wizard"
      place="no handoffs yet"
      layer={[
        {action: 'choose', run: () => undefined, isPrimary: true},
        {action: 'quit', run: props.onQuit, isPrimary: true},
      ]}
      message={props.message}
      onMessage={props.onMessage}
    >
      {({width, height}) => (
        <Box flexDirection="column">
          <Lines
            lines={[
              line('Hand over what you have deployed', 'heading'),
              [],
              ...introduction(width, height - 2 - choices.length),
            ]}
          />
          <SelectInput
            items={choices.map(({label}) => ({label, value: label}))}
            onSelect={({value}) => choices.find(({label}) => label === value)?.begin()}
          />
        </Box>
      )}
    </Frame>
  );
}
