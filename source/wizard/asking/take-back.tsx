import {useState} from 'react';
import {Box} from 'ink';
import type {Refusal} from '../../handoff/rules/refused.ts';
import type {UndoOptions} from '../../store/live-handoff.ts';
import {Frame} from '../frame/frame.tsx';
import {line, wrapLines} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {placeWords} from '../frame/place-words.ts';
import {Prompt, questionKeys, type Question} from './prompt.tsx';
import type {View} from '../view.ts';

/** What was refused until the person says why, or agrees to what goes with it. */
export interface Pending {
  readonly title: 'Take back' | 'Say why';
  readonly refusal: Refusal;
  readonly options: UndoOptions;
  /** Does it again with what was said. */
  readonly retry: (options: UndoOptions) => void;
}

/** Whether a refused undo can still be done, once the person has said more. */
export function asksForMore({code}: Refusal): boolean {
  return code === 'undo-needs-reason' || code === 'undo-built-on';
}

interface TakeBackProps {
  readonly view: View;
  readonly pending: Pending;
  readonly onLeave: () => void;
}

function questionOf({refusal, options, retry}: Pending): Question {
  if (refusal.code === 'undo-built-on')
    return {
      label: 'Take it back',
      hint: 'Type yes to take both away. U puts it back.',
      initialText: '',
      problemWith: (text) =>
        text.toLowerCase() === 'yes' ? undefined : 'Type yes, or leave with Esc.',
      onAnswer: () => retry({...options, along: refusal.along ?? []}),
    };
  return {
    label: 'Reason',
    hint: 'It stays on record with your reason beside it.',
    initialText: '',
    problemWith: (text) => (text === '' ? 'Say why, or leave with Esc.' : undefined),
    onAnswer: (reason) => retry({...options, reason}),
  };
}

/** Asks what has to be said before something is taken back, or made less than it was. */
export function TakeBack({view, pending, onLeave}: TakeBackProps) {
  const [question] = useState(() => questionOf(pending));
  const {handoff} = view;
  const {title, refusal} = pending;
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
          <Lines lines={[line(title, 'heading'), [], ...wrapLines(refusal.message, width), []]} />
          <Prompt question={question} width={width} />
        </Box>
      )}
    </Frame>
  );
}
