import {Box, Text} from 'ink';
import SelectInput, {type IndicatorProps, type ItemProps} from 'ink-select-input';
import {glyphs} from '../theme/glyphs.ts';
import {shownText} from '../theme/plain-text.ts';
import {tokens} from '../theme/tokens.ts';
import type {ChoiceAsk} from './ask.ts';

interface ChoiceProps {
  readonly choices: ChoiceAsk['choices'];
  /** Choices that are shown at once; the others scroll. */
  readonly limit: number;
  /** Whether keys go to it. */
  readonly isActive: boolean;
  readonly onAnswer: (value: string) => void;
}

function Indicator({isSelected = false}: IndicatorProps) {
  return (
    <Box marginRight={1}>
      <Text {...tokens.accent}>{isSelected ? glyphs.cursor : ' '}</Text>
    </Box>
  );
}

function Item({isSelected = false, label}: ItemProps) {
  return <Text {...tokens[isSelected ? 'selected' : 'plain']}>{shownText(label)}</Text>;
}

/** Answers to choose from. */
export function Choice({choices, limit, isActive, onAnswer}: ChoiceProps) {
  return (
    <SelectInput
      items={choices.map(({value, label}) => ({value, label}))}
      limit={limit}
      isFocused={isActive}
      indicatorComponent={Indicator}
      itemComponent={Item}
      onSelect={({value}) => onAnswer(value)}
    />
  );
}
