import {useState} from 'react';
import {Box, Text} from 'ink';
import type {KeyLayer} from '../keys/layer.ts';
import {TextInput} from '../editor/text-input.tsx';
import {glyphs} from '../theme/glyphs.ts';
import {tokens, type Token} from '../theme/tokens.ts';
import {line, wrap} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';

export interface Question {
  readonly label: string;
  /** Said under the field while nothing is wrong. */
  readonly hint: string;
  readonly initialText: string;
  /** What is wrong with an answer, in words, with what is allowed; nothing when it is fine. */
  readonly problemWith?: (text: string) => string | undefined;
  /** How what is typed is understood, said under the field at every key; nothing for the hint. */
  readonly echo?: (text: string) => {readonly text: string; readonly token: Token} | undefined;
  /** Rows for what is said under the field; two unless it needs more. */
  readonly hintRows?: number;
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
export function promptRows({hintRows = 2}: Pick<Question, 'hintRows'> = {}): number {
  return 2 + hintRows;
}

/** One question with one line to answer it. A wrong answer stays in the field, with the reason. */
export function Prompt({question, width}: PromptProps) {
  const [problem, setProblem] = useState<string>();
  const {label, hint, initialText, problemWith, echo, hintRows = 2, onAnswer} = question;
  const [typed, setTyped] = useState(initialText);
  const echoed = echo?.(typed.trim());
  const said = problem
    ? {text: problem, token: 'danger' as const}
    : (echoed ?? {text: hint, token: 'muted' as const});
  const inner = width - label.length - 3;
  return (
    <Box flexDirection="column" height={promptRows(question)} flexShrink={0}>
      <Lines lines={[line(glyphs.rule.repeat(width), 'muted')]} />
      <Box>
        <Text {...tokens.strong}>{label}: </Text>
        <TextInput
          initialText={initialText}
          isActive
          width={inner}
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
