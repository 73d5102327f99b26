import type {Services} from '../../services/services.ts';
import type {Message} from '../frame/message.ts';

/** Where a text that is being typed is kept until it is saved. */
export interface Drafts {
  readonly read: () => string | undefined;
  readonly keep: (text: string) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/**
 * The draft of one text of a handoff, or of a kit by its digest.
 *
 * @param name what is typed there, the same whenever it is opened
 */
export function draftsOf(
  services: Pick<Services, 'readDraft' | 'keepDraft' | 'dropDraft'>,
  handoff: string,
  name: string,
): Drafts {
  return {
    read: () => services.readDraft(handoff, name),
    keep: (text) => services.keepDraft(handoff, name, text),
    drop: () => services.dropDraft(handoff, name),
  };
}

/** Says that a text was discarded; the undo key makes it a draft again. */
export function textDiscarded(drafts: Drafts, text: string): Message {
  return {
    text: 'What was typed is gone. u brings it back.',
    token: 'muted',
    async takeBack() {
      await drafts.keep(text);
      return {text: 'What was typed is back; opening it again goes on.', token: 'accent'};
    },
  };
}
