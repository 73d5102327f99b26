import type {Action} from '../changes/catalogue.ts';
import {changeWords} from '../changes/change-words.ts';
import type {Handoff} from '../model/handoff.ts';
import type {JournalMark, MarkReading} from '../model/journal-mark.ts';
import type {Refusal} from '../rules/refused.ts';

/** A line that the rules of today would refuse, and how it reads. */
export interface Mark {
  readonly action: Action;
  readonly reading: MarkReading;
  readonly refusal: Refusal;
  /** The line that it crossed with, where that is known. */
  readonly with?: Action;
}

/** A mark as the handoff holds it: in words, as they were at that time. */
export function journalMark(
  handoff: Handoff,
  {action, reading, refusal, with: other}: Mark,
): JournalMark {
  const {id, at, actor} = action;
  const words = changeWords(handoff, action);
  return {
    action: id,
    reading,
    words,
    at,
    by: actor,
    message: refusal.message,
    ...(other && {with: {words: changeWords(handoff, other), at: other.at, by: other.actor}}),
  };
}
