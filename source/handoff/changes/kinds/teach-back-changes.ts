import {teachBackOutcomes} from '../../teaching/teach-back.ts';
import type {Handoff} from '../../model/handoff.ts';
import {recordTitle} from '../../registers/records.ts';
import {questionDigest} from '../../teaching/question-digest.ts';
import type {Draft} from '../draft.ts';
import {entry} from '../entry.ts';
import {oneOf, optional, row, text, words} from '../change-fields.ts';
import {seeWork} from '../see-work.ts';

function titleOf({records}: Pick<Handoff, 'records'>, question: string): string {
  const asked = records.find(({id}) => id === question);
  return asked ? recordTitle(asked) : question;
}

function digestNow({records}: Draft, question: string): string {
  const asked = records.find(({id}) => id === question);
  return asked ? questionDigest(asked) : '';
}

/** What was not said is no field. */
function said<Name extends string>(name: Name, value: string | undefined) {
  return (value?.trim() ? {[name]: value} : {}) as {readonly [N in Name]?: string};
}

export const teachBackChanges = {
  'teach-back/asked': entry({
    since: 6,
    fields: {
      question: row(),
      answerer: words(),
      asker: words(),
      outcome: oneOf(teachBackOutcomes),
      said: optional(text()),
      remark: optional(text()),
    },
    undo: 'claim',
    words: ({question, answerer}, handoff) =>
      `what ${answerer} answered to "${titleOf(handoff, question)}"`,
    reduce(draft, {id, question, answerer, asker, outcome, said: answer, remark, at}) {
      seeWork(draft, at);
      draft.teachBacks = [
        ...draft.teachBacks,
        {
          id,
          question,
          digest: digestNow(draft, question),
          answerer,
          asker,
          outcome,
          ...said('said', answer),
          ...said('remark', remark),
          at,
        },
      ];
    },
  }),
  /** An answer in writing: how well it is known is said by whoever judges it. */
  'teach-back/answered': entry({
    since: 6,
    fields: {question: row(), answerer: words(), said: words()},
    undo: 'claim',
    words: ({question, answerer}, handoff) =>
      `what ${answerer} wrote to "${titleOf(handoff, question)}"`,
    reduce(draft, {id, question, answerer, said: answer, at}) {
      seeWork(draft, at);
      const digest = digestNow(draft, question);
      draft.teachBacks = [...draft.teachBacks, {id, question, digest, answerer, said: answer, at}];
    },
  }),
};
