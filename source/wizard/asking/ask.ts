import type {KeyLayer} from '../keys/layer.ts';
import type {Line} from '../list/line.ts';
import type {Offer} from './offers.tsx';
import type {Token} from '../theme/tokens.ts';

/** What stands over a question: what it is about, which can be longer than its room. */
export interface About {
  readonly title: string;
  readonly lines: (width: number) => readonly Line[];
}

interface Asked {
  readonly label: string;
  /** Said with the question while nothing is wrong. */
  readonly hint: string;
  readonly about?: About;
  /** Keys besides those that answer or leave it. */
  readonly keys?: KeyLayer;
  /**
   * Does what the answer asks for. The question stays, with what was typed, until this gives true;
   * why it was not done has been said by then.
   */
  readonly keep?: (answer: string) => Promise<boolean>;
}

/** An answer to type on one line. */
export interface TextAsk extends Asked {
  readonly initialText?: string;
  /** What is wrong with an answer, in words, with what is allowed; nothing when it is fine. */
  readonly problemWith?: (text: string) => string | undefined;
  /** How what is typed is understood, said under the field at every key; nothing for the hint. */
  readonly echo?: (text: string) => {readonly text: string; readonly token: Token} | undefined;
  /** Rows for what is said under the field; two unless it needs more. */
  readonly hintRows?: number;
  /** What is typed is not shown. */
  readonly isSecret?: boolean;
  /** What is typed is no text to keep, such as a yes. */
  readonly isPassing?: boolean;
  /** Answers to take instead of typing; what was typed narrows them down. */
  readonly offers?: readonly Offer[];
  /** Whether Enter on the empty field takes the first of them. */
  readonly takesFirst?: boolean;
  /** What Enter does, in the footer: `save` unless it is something else. */
  readonly enter?: string;
}

/** An answer to choose. */
export interface ChoiceAsk extends Asked {
  readonly choices: readonly {readonly value: string; readonly label: string}[];
}

/** Something asked of the person. */
export type Ask = TextAsk | ChoiceAsk;

/** Asks, and gives the answer; nothing when the question was left with Esc. */
export type AskPerson = (ask: Ask) => Promise<string | undefined>;

export function isChoice(ask: Ask): ask is ChoiceAsk {
  return 'choices' in ask;
}
