import path from 'node:path';
import {Box} from 'ink';
import {Choice} from '../asking/choice.tsx';
import type {Message} from '../frame/message.ts';
import {Frame} from '../frame/frame.tsx';
import {line, truncate, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {askBindings} from '../asking/ask-bindings.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {offeredTitle} from './offered-words.ts';
import type {OfferedHandoff} from './use-offered.ts';

interface FirstRunProps {
  readonly folder: string;
  readonly message: Message | undefined;
  /** What colleagues have shared in this folder. */
  readonly offered: readonly OfferedHandoff[];
  readonly onOffered: (id: string) => void;
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

/** A way to begin. */
interface Way {
  readonly value: string;
  readonly label: string;
  readonly begin: () => void;
}

/** Two of one name are told apart by what their folders are called. */
function takeInLabel(offered: OfferedHandoff, all: readonly OfferedHandoff[]): string {
  const title = offeredTitle(offered);
  const isAlone = all.filter((other) => offeredTitle(other) === title).length === 1;
  const by = offered.said ? `, shared here by ${offered.said.begunBy}` : ', shared here';
  return `Take in ${title}${isAlone ? by : ` (${offered.id})`}`;
}

/** Rows of the screen that its choices may take. */
const mostChoices = 8;

/** The first screen of all: what this is, what is shared here, and three ways to begin. */
export function FirstRun(props: FirstRunProps) {
  const shared = props.offered.map((one): Way => ({
    value: `shared ${one.id}`,
    label: takeInLabel(one, props.offered),
    begin: () => props.onOffered(one.id),
  }));
  const choices: readonly Way[] = [
    ...shared,
    {
      value: 'new',
      label: `Start a handoff for this folder (${path.basename(props.folder) || props.folder})`,
      begin: props.onNew,
    },
    {
      value: 'sample',
      label: 'Look at a sample system, with a handoff part done',
      begin: props.onSample,
    },
    {
      value: 'checklist',
      label: 'Start from your team’s own Markdown checklist',
      begin: props.onChecklist,
    },
  ];
  const limit = Math.min(choices.length, mostChoices);
  return (
    <Frame
      title="handoff-wizard"
      place="no handoffs yet"
      layer={[
        {binding: askBindings.choose, run: () => undefined, isPrimary: true},
        {binding: frameBindings.quit, run: props.onQuit, isPrimary: true},
      ]}
      message={props.message}
      onMessage={props.onMessage}
    >
      {({width, height}, isActive) => (
        <Box flexDirection="column">
          <Lines
            lines={[
              line('Hand over what you have deployed', 'heading'),
              [],
              ...introduction(width, height - 2 - limit),
            ]}
          />
          <Choice
            choices={choices.map(({value, label}) => ({value, label: truncate(label, width - 2)}))}
            limit={limit}
            isActive={isActive}
            onAnswer={(answer) => choices.find(({value}) => value === answer)?.begin()}
          />
        </Box>
      )}
    </Frame>
  );
}
