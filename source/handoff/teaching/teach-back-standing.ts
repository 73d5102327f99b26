import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {TeachBack, TeachBackOutcome} from './teach-back.ts';
import {recordsOf} from '../registers/records.ts';
import {otherSide} from '../rules/people/sides.ts';
import {questionDigest} from './question-digest.ts';

/** How a question stands that the receiver is to answer. */
export interface TeachBackStanding {
  readonly state: TeachBackOutcome | 'never asked' | 'not counted';
  /** ISO 8601 instant of the answer that decides, who gave it and who asked. */
  readonly since?: string;
  readonly answerer?: string;
  readonly asker?: string;
  /** Why no answer of it counts, without a full stop. */
  readonly why?: string;
  /** An answer in writing that is newer and that nobody has judged. */
  readonly toJudge?: TeachBack;
  /** It was answered as it read before it was changed. */
  readonly isOfEarlier: boolean;
}

/** How an answer went, in the words in which people are told. */
export const teachBackWords: Readonly<Record<TeachBackStanding['state'], string>> = {
  right: 'known',
  'with-help': 'known with help',
  'not-known': 'not known',
  'never asked': 'never asked',
  'not counted': 'does not count',
};

/** The questions that there are to be answered. */
export function teachBackQuestions(handoff: Pick<Handoff, 'records'>): HandoffRecord[] {
  return recordsOf(handoff, 'teach-back');
}

/** Every answer to a question, the latest last. */
export function answersTo(
  {teachBacks}: Pick<Handoff, 'teachBacks'>,
  question: string,
): TeachBack[] {
  return teachBacks.filter((answer) => answer.question === question);
}

/**
 * How a question stands now: the latest answer that was judged decides, of those that somebody gave
 * who takes over, as far as is known today.
 */
export function teachBackStanding(
  handoff: Handoff,
  row: Pick<HandoffRecord, 'id' | 'fields'>,
): TeachBackStanding {
  const answers = answersTo(handoff, row.id);
  const theirs = answers.filter(({answerer}) => otherSide(handoff, answerer) === undefined);
  const at = theirs.findLastIndex(({outcome}) => outcome !== undefined);
  const counted = theirs[at];
  const toJudge = theirs.slice(at + 1).at(-1);
  const waiting = toJudge ? {toJudge} : {};
  if (counted?.outcome) {
    const {outcome, at: since, answerer, asker = ''} = counted;
    const isOfEarlier = counted.digest !== questionDigest(row);
    return {state: outcome, since, answerer, asker, isOfEarlier, ...waiting};
  }
  const last = answers.findLast(({outcome}) => outcome !== undefined);
  if (!last) return {state: 'never asked', isOfEarlier: false, ...waiting};
  const {at: since, answerer} = last;
  const why = otherSide(handoff, answerer) ?? '';
  return {state: 'not counted', since, answerer, why, isOfEarlier: false, ...waiting};
}
