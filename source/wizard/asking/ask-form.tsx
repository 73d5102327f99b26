import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {KeyLayer} from '../keys/layer.ts';
import {tokens} from '../theme/tokens.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {LegacyPrompt, questionKeys, type Question} from './legacy-prompt.tsx';

/** A question with a few answers to choose from. */
export interface ChoiceQuestion {
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly {readonly value: string; readonly label: string}[];
  readonly onChoose: (value: string) => void;
}

/** Something asked: an answer to type, or one to choose. */
export type Ask = Question | ChoiceQuestion;

export function isChoice(ask: Ask): ask is ChoiceQuestion {
  return 'choices' in ask;
}

/** The keys while something is asked. */
export function askKeys(ask: Ask, leave: () => void): KeyLayer {
  return isChoice(ask)
    ? [
        {action: 'choose', run: () => undefined, isPrimary: true},
        {action: 'back', run: leave, label: 'leave it', isPrimary: true},
      ]
    : questionKeys(leave);
}

/** Rows for what is said under a field that has the room of a step to itself. */
const askedRows = 4;

const noLines: readonly Line[] = [];

/** Rows that are left for the page of a form. */
export function pageRoom(taken: {
  readonly lead: number;
  readonly head: number;
  readonly choices: number;
  readonly height: number;
}): number {
  const {lead, head, choices, height} = taken;
  return Math.max(2, height - lead - head - choices - 4);
}

function moreLine(total: number, top: number, shown: number): Line {
  const left = total - top - shown;
  if (left > 0) return line(`  ${left} more lines below: PgDn`, 'muted');
  return top > 0 ? line('  The end of it; PgUp goes back', 'muted') : [];
}

interface AskFormProps {
  readonly title: string;
  /** Rows between the title and the question: what is known so far. */
  readonly lead?: readonly Line[];
  /** What the question is about, a window of which is shown from `top` on. */
  readonly page?: readonly Line[];
  readonly top?: number;
  readonly ask: Ask;
  readonly width: number;
  readonly height: number;
}

/** One question after the other, in the place of the list that they are about. */
export function AskForm(props: AskFormProps) {
  const {title, lead = noLines, page = noLines, top = 0, ask, width, height} = props;
  const head = isChoice(ask) ? wrapLines(ask.hint, width, 'muted') : [];
  const choices = isChoice(ask) ? ask.choices.length : 1;
  const shown = pageRoom({lead: lead.length, head: head.length, choices, height});
  const at = Math.max(0, Math.min(top, page.length - shown));
  const window = page.slice(at, at + shown);
  const room = height - lead.length - head.length - window.length - 5;
  return (
    <Box flexDirection="column">
      <Text {...tokens.heading}>{title}</Text>
      <Lines lines={[...lead, ...window, moreLine(page.length, at, window.length)]} />
      {isChoice(ask) ? (
        <>
          <Text {...tokens.strong}>{ask.label}</Text>
          <Lines lines={head} />
          <SelectInput
            key={ask.label}
            items={[...ask.choices]}
            limit={Math.max(2, room)}
            onSelect={({value}) => ask.onChoose(value)}
          />
        </>
      ) : (
        <LegacyPrompt key={ask.label} question={{hintRows: askedRows, ...ask}} width={width} />
      )}
    </Box>
  );
}
