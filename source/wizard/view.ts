import type {ReactNode} from 'react';
import type {Change} from '../handoff/changes/catalogue.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import type {Place} from '../handoff/model/place.ts';
import type {OfferedRow} from '../handoff/offers/offered-row.ts';
import type {Item, Phase, Step} from '../playbook/playbook.ts';
import type {AskPerson} from './asking/ask.ts';
import type {OpenAsk} from './asking/use-asking.ts';
import type {Message} from './frame/message.ts';
import type {HoldKeys} from './keys/hold-keys.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';
import type {Services} from '../services/services.ts';
import type {Sleep} from './use-sleep.ts';
import type {TellProgressOf} from './use-told-progress.ts';

export interface DispatchOptions {
  /**
   * Key of the line to which the cursor goes with the change, or what tells it once that is saved. A key
   * that is known before is saved in one write with the change.
   */
  readonly select?: string | ((saved: Handoff) => string | undefined) | undefined;
  /** What the message line says once the change is on disk. */
  readonly said?: string;
  /** Whether what was saved still lacks something. */
  readonly isPartly?: boolean;
}

/** A screen over the step: it is drawn with the view as it is then, until it is closed. */
export type Over = (view: View, close: () => void) => ReactNode;

/** What a step's screen works with: state, and the ways to change it. */
export interface View {
  readonly handoff: Handoff;
  readonly phase: Phase;
  readonly step: Step;
  /** Key of the selected line: of an item, or of what else the screen lists. */
  readonly selected: string | undefined;
  readonly message: Message | undefined;
  /** The instant now, ISO 8601. */
  readonly now: () => string;
  readonly services: Services;
  readonly live: LiveHandoff;
  /** Rows that were found elsewhere and wait to be taken. */
  readonly offers: readonly OfferedRow[];
  /** Time in which the running session's clock went on unseen. */
  readonly sleep: Sleep | undefined;
  /** The questions that are open, the last one on top. */
  readonly asked: readonly OpenAsk[];
  /** Brings back what was typed and discarded last, before any change is taken back. */
  readonly discarded: (() => Promise<Message | undefined>) | undefined;
  readonly say: (message: Message | undefined) => void;
  /** Does what takes a while, and says meanwhile in the message line how far it is. */
  readonly tellProgressOf: TellProgressOf;
  /** Asks, and gives the answer; nothing when the question was left. Takes the message away first. */
  readonly ask: AskPerson;
  /** Shows a screen over the step. */
  readonly open: (over: Over) => void;
  readonly select: (key: string) => void;
  /** Goes to a place; from a detour, Esc comes back to where it began. */
  readonly goTo: (place: Place, options?: {readonly isDetour: boolean}) => void;
  /** Whether Esc goes back to where a detour began, and not to all handoffs. */
  readonly isDetour: boolean;
  /**
   * Saves changes, then draws them. Asks why, where a change wants a reason. Gives whether they were
   * saved; why not has been said by then, and nothing is drawn as done.
   */
  readonly dispatch: (changes: readonly Change[], options?: DispatchOptions) => Promise<boolean>;
  /** Asks the terminal to take a text to its clipboard, and says so. */
  readonly copy: (text: string) => void;
  /** Lets keys wait while `work` goes on, since what they do depends on it. */
  readonly holdKeysDuring: HoldKeys;
  /** Hands the terminal to $EDITOR and keeps what comes back. */
  readonly editExternally: (item: Item) => void;
  /** Hands the terminal to $EDITOR for a file of the person's own, at a line; says what went wrong. */
  readonly editFile: (file: string, line: number) => Promise<void>;
  readonly leave: () => void;
  readonly quit: () => void;
}
