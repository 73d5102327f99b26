import type {ShownProgress} from '../list/progress-line.ts';
import type {Token} from '../theme/tokens.ts';

/** One line above the keys: what has just happened, or what stands in the way. */
export interface Message {
  readonly text: string;
  readonly token: Token;
  /** How far something is that goes on; it is drawn in place of the text. */
  readonly progress?: ShownProgress;
  /** Takes back what the message tells, where no change of the handoff was made: for the undo key. */
  readonly takeBack?: () => Promise<Message>;
}
