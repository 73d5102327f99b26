import type {ReactNode} from 'react';
import type {Action} from '../handoff/changes/catalogue.ts';
import type {Place} from '../handoff/model/place.ts';
import type {OfferedRow} from '../handoff/offers/offered-row.ts';
import type {Item, Phase, Step} from '../playbook/playbook.ts';
import type {OpenAsk} from './asking/use-asking.ts';
import type {Message} from './frame/message.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';
import type {RunView} from './run-view.ts';
import type {Services} from '../services/services.ts';
import type {Sleep} from './use-sleep.ts';
import type {TellProgressOf} from './use-told-progress.ts';

/** A screen over the step: it is drawn with the view as it is then, until it is closed. */
export type Over = (view: View, close: () => void) => ReactNode;

/** What a step's screen works with: state, and the ways to change it. */
export interface View extends RunView {
  readonly phase: Phase;
  readonly step: Step;
  readonly message: Message | undefined;
  readonly services: Services;
  readonly live: LiveHandoff;
  /** What colleagues did since this person was last here. */
  readonly news: readonly Action[];
  /** Rows that were found elsewhere and wait to be taken. */
  readonly offers: readonly OfferedRow[];
  /** Time in which the running session's clock went on unseen. */
  readonly sleep: Sleep | undefined;
  /** The questions that are open, the last one on top. */
  readonly asked: readonly OpenAsk[];
  /** Brings back what was typed and discarded last, before any change is taken back. */
  readonly discarded: (() => Promise<Message | undefined>) | undefined;
  /** Does what takes a while, and says meanwhile in the message line how far it is. */
  readonly tellProgressOf: TellProgressOf;
  /** Shows a screen over the step. */
  readonly open: (over: Over) => void;
  /** Goes to a place; from a detour, Esc comes back to where it began. */
  readonly goTo: (place: Place, options?: {readonly isDetour: boolean}) => void;
  /** Whether Esc goes back to where a detour began, and not to all handoffs. */
  readonly isDetour: boolean;
  /** Asks the terminal to take a text to its clipboard, and says so. */
  readonly copy: (text: string) => void;
  /** Hands the terminal to $EDITOR and keeps what comes back. */
  readonly editExternally: (item: Item) => void;
  /** Hands the terminal to $EDITOR for a file of the person's own, at a line; says what went wrong. */
  readonly editFile: (file: string, line: number) => Promise<void>;
  readonly leave: () => void;
  readonly quit: () => void;
}
