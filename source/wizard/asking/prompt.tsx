import {useState} from 'react';
import {Box, Text, useInput} from 'ink';
import {TextInput} from '../editor/text-input.tsx';
import {keyName} from '../keys/key-name.ts';
import {glyphs} from '../theme/glyphs.ts';
import {shownText} from '../theme/plain-text.ts';
import {tokens} from '../theme/tokens.ts';
import {line, wrap} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import type {TextAsk} from './ask.ts';
import {fittingOffers, offerRows, Offers} from './offers.tsx';

interface PromptProps {
  readonly ask: TextAsk;
  readonly width: number;
  /** Whether keys go to it. */
  readonly isActive: boolean;
  /** What was being typed when the question was last lost. */
  readonly restored?: string | undefined;
  readonly onChange?: ((typed: string) => void) | undefined;
  readonly onAnswer: (text: string) => void;
}

/** Rows that a prompt takes. */
export function promptRows({
  hintRows = 2,
  offers,
}: Pick<TextAsk, 'hintRows' | 'offers'> = {}): number {
  return 2 + hintRows + offerRows(offers);
}

/** Moves: down to what is offered, and up from it back into the field. */
const moves: Readonly<Record<string, 1 | -1>> = {down: 1, tab: 1, up: -1, 'shift+tab': -1};

/**
 * One question with one line to answer it, and under it the answers that are offered. A wrong answer
 * stays in the field, with the reason.
 */
export function Prompt({ask, width, isActive, restored, onChange, onAnswer}: PromptProps) {
  const {label, hint, problemWith, echo, hintRows = 2, offers = []} = ask;
  const initialText = restored ?? ask.initialText ?? '';
  const {isSecret = false, takesFirst = false} = ask;
  const [problem, setProblem] = useState<string>();
  const [typed, setTyped] = useState(initialText);
  const beginsAt = (text: string) => (takesFirst && text === '' ? 0 : -1);
  const [at, setAt] = useState(beginsAt(initialText));
  // What the field began with narrows nothing down: somebody else may be meant.
  const offered = typed === initialText ? offers : fittingOffers(offers, typed);
  const echoed = echo?.(typed.trim());
  const said = problem
    ? {text: problem, token: 'danger' as const}
    : typed === restored
      ? {text: `What you were typing is back. ${hint}`, token: 'accent' as const}
      : (echoed ?? {text: hint, token: 'muted' as const});

  useInput(
    (input, key) => {
      const by = moves[keyName(input, key)];
      if (by !== undefined) setAt(Math.max(-1, Math.min(offered.length - 1, at + by)));
    },
    {isActive: isActive && offers.length > 0},
  );

  function submit(text: string): void {
    const answer = offered[at]?.value ?? text.trim();
    const found = problemWith?.(answer);
    if (found) setProblem(found);
    else onAnswer(answer);
  }
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
            onChange?.(text);
            setAt(beginsAt(text));
          }}
          onSubmit={submit}
        />
      </Box>
      {offers.length > 0 && (
        <Offers offers={offered} at={at} rows={offerRows(offers)} width={width} />
      )}
      <Text {...tokens[said.token]}>
        {wrap(shownText(said.text), width).slice(0, hintRows).join('\n')}
      </Text>
    </Box>
  );
}
