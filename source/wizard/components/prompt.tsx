import {useState} from 'react';
import {Box, Text} from 'ink';
import type {KeyLayer} from '../keys/layer.ts';
import {TextInput} from '../editor/text-input.tsx';
import {tokens} from '../theme/tokens.ts';
import {wrap} from './lines.tsx';

export interface Question {
  readonly label: string;
  /** Said under the field while nothing is wrong. */
  readonly hint: string;
  readonly initialText: string;
  /** What is wrong with an answer, in words, with what is allowed; nothing when it is fine. */
  readonly problemWith?: (text: string) => string | undefined;
  readonly onAnswer: (text: string) => void;
}

/** The keys while a question is asked; the field itself acts on Enter. */
export function questionKeys(leave: () => void): KeyLayer {
  return [
    {action: 'save', run: () => undefined, isPrimary: true},
    {action: 'back', run: leave, label: 'leave it', isPrimary: true},
  ];
}

interface PromptProps {
  readonly question: Question;
  readonly width: number;
}

/** Rows that a prompt takes. */
export const promptRows = 4;

/** One question with one line to answer it. A wrong answer stays in the field, with the reason. */
export function Prompt({question, width}: PromptProps) {
  const [problem, setProblem] = useState<string>();
  const {label, hint, initialText, problemWith, onAnswer} = question;
  const inner = width - label.length - 3;
  return (
    <Box flexDirection="column" height={promptRows} flexShrink={0}>
      <Text {...tokens.muted}>{'─'.repeat(width)}</Text>
      <Box>
        <Text {...tokens.strong}>{label}: </Text>
        <TextInput
          initialText={initialText}
          isActive
          width={inner}
          onChange={() => setProblem(undefined)}
          onSubmit={(text) => {
            const found = problemWith?.(text.trim());
            if (found) setProblem(found);
            else onAnswer(text.trim());
          }}
        />
      </Box>
      <Text {...tokens[problem ? 'danger' : 'muted']}>
        {wrap(problem ?? hint, width)
          .slice(0, 2)
          .join('\n')}
      </Text>
    </Box>
  );
}
