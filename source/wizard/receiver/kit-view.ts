import type {ReactNode} from 'react';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import type {LiveKit} from '../../services/kit/live-kit.ts';
import type {Received} from '../../services/kit/received.ts';
import type {ReceiverServices} from '../../services/kit/receiver-services.ts';
import type {OpenAsk} from '../asking/use-asking.ts';
import type {Message} from '../frame/message.ts';
import type {RunView} from '../run-view.ts';

/** A screen over the index of a kit: it is drawn with the view as it is then, until it is closed. */
export type KitOver = (view: KitView, close: () => void) => ReactNode;

/** What the screens of a kit work with: state, and the ways to add to the answer. */
export interface KitView extends RunView {
  readonly services: ReceiverServices;
  readonly live: LiveKit;
  readonly received: Received;
  readonly message: Message | undefined;
  /** The questions that are open, the last one on top. */
  readonly asked: readonly OpenAsk[];
  /** Brings back what was typed and discarded last, before anything that was answered is taken back. */
  readonly discarded: (() => Promise<Message | undefined>) | undefined;
  /** Adds to the answer, and says so. Gives whether it was kept; why not has been said by then. */
  readonly add: (entry: AnswerEntry) => Promise<boolean>;
  /** Does something that may fail, and says so where it does. */
  readonly attempt: (work: Promise<unknown>) => void;
  /** Hands the terminal to another program while `work` goes on. */
  readonly lend: <T>(work: () => Promise<T>) => Promise<T>;
  readonly open: (over: KitOver) => void;
  readonly quit: () => void;
}
