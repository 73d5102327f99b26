import * as z from 'zod/mini';
import {demonstrationResults} from '../../model/demonstration.ts';
import {signOffDecisions} from '../../model/sign-off.ts';
import {receivedAnswer, signatureStates} from '../../kits/received-answer.ts';
import {
  digest,
  figure,
  instant,
  item,
  oneOf,
  optional,
  row,
  text,
  typed,
  word,
  words,
} from '../change-fields.ts';
import {entry} from '../entry.ts';
import {itemWords} from '../item-words.ts';

/** What the receiver did with a kit, as it came in a file. */
export const answerChanges = {
  /** The file came; what it says is told by the changes that came through it. */
  'answer/received': entry({
    since: 6,
    fields: {
      answer: digest(),
      kit: digest(),
      version: digest(),
      name: words(),
      role: optional(text()),
      givenAt: instant(),
      signature: oneOf(signatureStates),
      key: optional(word()),
      /** How many things it holds. */
      entries: figure(),
      decision: optional(oneOf(signOffDecisions)),
      /** What of it was not taken when it came, in words, with the reason. */
      leftOut: optional(
        typed(z.array(z.object({part: z.number(), words: z.string(), why: z.string()}))),
      ),
    },
    undo: 'never',
    words: ({name}) => `the answer of ${name} came`,
    reduce(draft, action) {
      if (receivedAnswer(draft, action.answer)) return;
      const {answer, kit, version, name, role, givenAt, signature, key, entries, decision} = action;
      const received = {
        answer,
        kit,
        version,
        name,
        ...(role === undefined ? {} : {role}),
        givenAt,
        signature,
        ...(key === undefined ? {} : {key}),
        entries,
        taken: [],
        leftOut: action.leftOut ?? [],
        ...(decision === undefined ? {} : {decision}),
        own: {},
        at: action.at,
        by: action.actor,
      };
      draft.answers = [...draft.answers, received];
    },
  }),
  /** Somebody of the receiver performed a task alone, and says how it went. */
  'demonstration/told': entry({
    since: 6,
    fields: {
      item: item(),
      performer: words(),
      startedAt: instant(),
      endedAt: instant(),
      result: oneOf(demonstrationResults),
      remark: optional(text()),
      runbook: optional(row()),
      /** Of the runbook as they had it. */
      digest: optional(digest()),
    },
    undo: 'claim',
    words: (change, handoff) =>
      `the demonstration of ${itemWords(handoff, change.item)} alone: ${change.result}`,
    reduce(draft, action) {
      const {id, item: task, performer, startedAt, endedAt, result} = action;
      const {remark, runbook, digest: read} = action;
      const shown = {
        id,
        item: task,
        performer,
        // Nobody watched, and nobody is said to have.
        observer: '',
        startedAt,
        endedAt,
        result,
        ...(remark ? {remark} : {}),
        ...(runbook === undefined ? {} : {runbook}),
        ...(read === undefined ? {} : {digest: read}),
      };
      draft.demonstrations = [...draft.demonstrations, shown];
    },
  }),
  /** A question that the receiver has with the kit before them. */
  'question/asked': entry({
    since: 6,
    fields: {text: words()},
    undo: 'free',
    words: ({text: said}) => `the question "${said}"`,
    reduce(draft, {id, text: said, at, actor}) {
      const noted = {id, kind: 'question' as const, text: said, at, by: actor};
      draft.session = {...draft.session, notes: [...draft.session.notes, noted]};
    },
  }),
};
