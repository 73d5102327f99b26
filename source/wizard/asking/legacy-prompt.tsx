import type {KeyLayer} from '../keys/layer.ts';
import type {TextAsk} from './ask.ts';
import {Prompt} from './prompt.tsx';

export interface Question extends Omit<TextAsk, 'keep' | 'initialText'> {
  readonly initialText: string;
  readonly onAnswer: (text: string) => void;
}

/** The keys while a question is asked; the field itself acts on Enter. */
export function questionKeys(leave: () => void): KeyLayer {
  return [
    {action: 'save', run: () => undefined, isPrimary: true},
    {action: 'back', run: leave, label: 'leave it', isPrimary: true},
  ];
}

interface LegacyPromptProps {
  readonly question: Question;
  readonly width: number;
}

export function LegacyPrompt({question, width}: LegacyPromptProps) {
  return <Prompt ask={question} width={width} isActive onAnswer={question.onAnswer} />;
}
