import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {KeyLayer} from '../keys/layer.ts';
import {tokens} from '../theme/tokens.ts';
import {Lines, wrapLines, type Line} from './lines.tsx';
import {Prompt, questionKeys, type Question} from './prompt.tsx';

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

const noLines: readonly Line[] = [];

interface AskFormProps {
  readonly title: string;
  /** Rows between the title and the question: what is known so far. */
  readonly lead?: readonly Line[];
  readonly ask: Ask;
  readonly width: number;
  readonly height: number;
}

/** One question after the other, in the place of the list that they are about. */
export function AskForm({title, lead = noLines, ask, width, height}: AskFormProps) {
  const head = isChoice(ask) ? wrapLines(ask.hint, width, 'muted') : [];
  const room = height - lead.length - head.length - 5;
  return (
    <Box flexDirection="column">
      <Text {...tokens.heading}>{title}</Text>
      <Lines lines={[...lead, []]} />
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
        <Prompt key={ask.label} question={ask} width={width} />
      )}
    </Box>
  );
}
