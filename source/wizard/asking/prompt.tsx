import {useState} from 'react';
import {Box, Text} from 'ink';
import {TextInput} from '../editor/text-input.tsx';
import {glyphs} from '../theme/glyphs.ts';
import {tokens} from '../theme/tokens.ts';
import {line, wrap} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import type {TextAsk} from './ask.ts';

interface PromptProps {
  readonly ask: TextAsk;
  readonly width: number;
  /** Whether keys go to it. */
  readonly isActive: boolean;
  readonly onAnswer: (text: string) => void;
}

/** Rows that a prompt takes. */
export function promptRows({hintRows = 2}: Pick<TextAsk, 'hintRows'> = {}): number {
  return 2 + hintRows;
}

/** One question with one line to answer it. A wrong answer stays in the field, with the reason. */
export function Prompt({ask, width, isActive, onAnswer}: PromptProps) {
  const {label, hint, initialText = '', problemWith, echo, hintRows = 2, isSecret = false} = ask;
  const [problem, setProblem] = useState<string>();
  const [typed, setTyped] = useState(initialText);
  const echoed = echo?.(typed.trim());
  const said = problem
    ? {text: problem, token: 'danger' as const}
    : (echoed ?? {text: hint, token: 'muted' as const});
  return (
    <Box flexDirection="column" height={promptRows(ask)} flexShrink={0}>
      <Lines lines={[line(glyphs.rule.repeat(width), 'muted')]} />
      <Box>
        <Text {...tokens.strong}>{label}: </Text>
        <TextInput
          initialText={initialText}
          isActive={isActive}
          isSecret={isSecret}
          width={width - label.length - 3}
          onChange={(text) => {
            setProblem(undefined);
            setTyped(text);
          }}
          onSubmit={(text) => {
            const found = problemWith?.(text.trim());
            if (found) setProblem(found);
            else onAnswer(text.trim());
          }}
        />
      </Box>
      <Text {...tokens[said.token]}>{wrap(said.text, width).slice(0, hintRows).join('\n')}</Text>
    </Box>
  );
}
