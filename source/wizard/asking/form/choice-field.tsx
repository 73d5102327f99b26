import {Box, Text, useInput} from 'ink';
import {glyphs} from '../../theme/glyphs.ts';
import {tokens} from '../../theme/tokens.ts';

interface ChoiceFieldProps {
  readonly choices: readonly string[];
  readonly value: string;
  /** Whether keys go to it. */
  readonly isActive: boolean;
  readonly onChange: (value: string) => void;
}

/** The next choice that begins with a letter, from the current one on. */
function byLetter(choices: readonly string[], at: number, letter: string): string | undefined {
  const order = [...choices.slice(at + 1), ...choices.slice(0, at + 1)];
  return order.find((choice) => choice.toLowerCase().startsWith(letter.toLowerCase()));
}

/** One of a few: arrows go along, a letter or figure jumps, Backspace takes the choice away. */
export function ChoiceField({choices, value, isActive, onChange}: ChoiceFieldProps) {
  const at = choices.indexOf(value);
  useInput(
    (input, key) => {
      if (key.ctrl || key.meta || key.return || key.escape || key.tab) return;
      if (key.backspace || key.delete) return onChange('');
      if (key.rightArrow || input === ' ')
        return onChange(choices[(at + 1) % choices.length] ?? '');
      if (key.leftArrow) return onChange(choices.at(at <= 0 ? -1 : at - 1) ?? '');
      const found = input === '' ? undefined : byLetter(choices, at, input);
      if (found !== undefined) onChange(found);
    },
    {isActive},
  );
  return (
    <Box flexWrap="wrap" columnGap={2} aria-role="radiogroup">
      {choices.map((choice) => {
        const isChosen = choice === value;
        return (
          <Text key={choice} {...tokens[isChosen ? 'selected' : 'plain']}>
            {`${isChosen ? glyphs.done : glyphs.open} ${choice}`}
          </Text>
        );
      })}
    </Box>
  );
}
