import type {ReactNode} from 'react';
import type {Change} from '../handoff/changes/catalogue.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import type {RunServices} from '../services/services.ts';
import type {HandoffAtHand} from '../store/live-handoff.ts';
import type {AskPerson} from './asking/ask.ts';
import type {Message} from './frame/message.ts';
import type {Size} from './frame/size.ts';
import type {HoldKeys} from './keys/hold-keys.ts';
import type {KeyLayer} from './keys/layer.ts';

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

/** What screens that run things work with: on an open handoff, or on a kit that was received. */
export interface RunView {
  readonly handoff: Handoff;
  readonly services: RunServices;
  readonly live: HandoffAtHand;
  /** Absolute folder in which runbooks and commands run. */
  readonly folder: string;
  /** Key of the selected line: of an item, or of what else the screen lists. */
  readonly selected: string | undefined;
  /** The instant now, ISO 8601. */
  readonly now: () => string;
  readonly say: (message: Message | undefined) => void;
  /** Asks, and gives the answer; nothing when the question was left. Takes the message away first. */
  readonly ask: AskPerson;
  /** Lets keys wait while `work` goes on, since what they do depends on it. */
  readonly holdKeysDuring: HoldKeys;
  readonly select: (key: string) => void;
  /** Shows a screen over what is shown, drawn with the view as it is then, until it is closed. */
  readonly open: (over: (view: RunView, close: () => void) => ReactNode) => void;
  /**
   * Saves changes, then draws them. Asks why, where a change wants a reason. Gives whether they were
   * saved; why not has been said by then, and nothing is drawn as done.
   */
  readonly dispatch: (changes: readonly Change[], options?: DispatchOptions) => Promise<boolean>;
  /** Draws the frame of a screen that is open over another: its keys, the questions, the message. */
  readonly frame: (layer: KeyLayer, draw: (size: Size) => ReactNode) => ReactNode;
}
