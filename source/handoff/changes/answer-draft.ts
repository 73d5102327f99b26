import type {AnsweredDraft, DraftAnswer} from '../drafts/found-draft.ts';
import type {Draft} from './draft.ts';
import type {Stamp} from './stamp.ts';

/** Keeps what was said of something that was found; the last word counts. */
export function answerDraft(
  draft: Draft,
  {at, actor}: Stamp,
  {key, fields, source}: AnsweredDraft,
  answer: DraftAnswer['answer'],
): void {
  const given = {key, fields, source, answer, at, by: actor};
  draft.draftAnswers = [...draft.draftAnswers.filter((other) => other.key !== key), given];
}
