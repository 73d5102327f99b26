import {useState} from 'react';
import {Box} from 'ink';
import type {Refusal} from '../../handoff/rules/refused.ts';
import type {UndoOptions} from '../../store/live-handoff.ts';
import {Frame} from '../components/frame.tsx';
import {line, Lines, wrapLines} from '../components/lines.tsx';
import {placeWords} from '../components/place-words.ts';
import {Prompt, questionKeys, type Question} from '../components/prompt.tsx';
import type {View} from '../view.ts';

/** An undo that waits for a reason, or for the person to agree to what goes with it. */
export interface PendingUndo {
  readonly refusal: Refusal;
  readonly options: UndoOptions;
}

/** Whether a refused undo can still be done, once the person has said more. */
export function asksForMore({code}: Refusal): boolean {
  return code === 'undo-needs-reason' || code === 'undo-built-on';
}

interface TakeBackProps {
  readonly view: View;
  readonly pending: PendingUndo;
  readonly onAnswer: (options: UndoOptions) => void;
  readonly onLeave: () => void;
}

function questionOf(
  {refusal, options}: PendingUndo,
  onAnswer: TakeBackProps['onAnswer'],
): Question {
  if (refusal.code === 'undo-built-on')
    return {
      label: 'Take it back',
      hint: 'Type yes to take both away. U puts it back.',
      initialText: '',
      problemWith: (text) =>
        text.toLowerCase() === 'yes' ? undefined : 'Type yes, or leave with Esc.',
      onAnswer: () => onAnswer({...options, along: refusal.along ?? []}),
    };
  return {
    label: 'Reason',
    hint: 'It stays on record with your reason beside it.',
    initialText: '',
    problemWith: (text) => (text === '' ? 'Say why, or leave with Esc.' : undefined),
    onAnswer: (reason) => onAnswer({...options, reason}),
  };
}

/** Asks what has to be said before something is taken back. */
export function TakeBack({view, pending, onAnswer, onLeave}: TakeBackProps) {
  const [question] = useState(() => questionOf(pending, onAnswer));
  const {handoff} = view;
  const {message} = pending.refusal;
  return (
    <Frame
      title={`${handoff.customer} · ${handoff.system}`}
      place={placeWords(handoff, view.now())}
      layer={[...questionKeys(onLeave), {action: 'interrupt', run: view.quit}]}
      message={view.message}
      onMessage={view.say}
      isTyping
    >
      {({width}) => (
        <Box flexDirection="column">
          <Lines lines={[line('Take back', 'heading'), [], ...wrapLines(message, width), []]} />
          <Prompt question={question} width={width} />
        </Box>
      )}
    </Frame>
  );
}
