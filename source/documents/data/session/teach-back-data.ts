import {rowsReadBy} from '../../../handoff/audience/readable.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {vendorNamed} from '../../../handoff/rules/people/sides.ts';
import {fieldText, recordTitle} from '../../../handoff/registers/records.ts';
import {
  answersTo,
  teachBackStanding,
  teachBackWords,
  type TeachBackStanding,
} from '../../../handoff/teaching/teach-back-standing.ts';
import type {TeachBack} from '../../../handoff/teaching/teach-back.ts';
import {runbookNamed} from '../named-runbooks.ts';
import type {Reading} from '../reading.ts';
import {registers} from '../../../handoff/registers/registers.ts';
import type {Field} from '../../../handoff/registers/field.ts';

/** One answer of somebody who takes over. */
export interface AnswerData {
  /** In words, such as `known with help`; `not judged yet` of one in writing. */
  readonly result: string;
  readonly performer: string;
  /** Who asked; null where it was written and nobody has judged it. */
  readonly observer: string | null;
  readonly at: string;
  /** What they had to be told. */
  readonly remark: string | null;
}

/** A question of the training that the receiver answers in their own words. */
export interface TeachBackData {
  readonly question: string;
  readonly state: TeachBackStanding['state'];
  /** The same in words. */
  readonly result: string;
  /** Why no answer counts. */
  readonly reason: string | null;
  /** What a right answer says: for the own team alone, null for a customer. */
  readonly answer: string | null;
  /** The title of the runbook that has the answer. */
  readonly runbook: string | null;
  /** The question reads otherwise than when it was answered. */
  readonly isOfEarlier: boolean;
  /** The latest last. */
  readonly answers: readonly AnswerData[];
}

function toAnswer(handoff: Handoff, answer: TeachBack): AnswerData {
  const {outcome, answerer, asker, at, remark} = answer;
  const isCounted = vendorNamed(handoff, answerer) === undefined;
  const judged = outcome === undefined ? 'not judged yet' : teachBackWords[outcome];
  return {
    result: isCounted ? judged : teachBackWords['not counted'],
    performer: answerer,
    observer: asker ?? null,
    at,
    remark: remark ?? null,
  };
}

/** Every question of the training with how it was answered; the last answer that was judged counts. */
export function teachBackData(handoff: Handoff, {audience}: Reading): TeachBackData[] {
  const fields: readonly Field[] = registers['teach-back'].fields;
  const field = fields.find(({name}) => name === 'runbook');
  return rowsReadBy(handoff, audience, 'teach-back').map((row) => {
    const {state, why, isOfEarlier} = teachBackStanding(handoff, row);
    return {
      question: recordTitle(row),
      state,
      result: teachBackWords[state],
      reason: why ?? null,
      answer: audience === 'internal' ? fieldText(row, 'answer') || null : null,
      runbook: (field && runbookNamed(handoff, row, field, audience)) ?? null,
      isOfEarlier,
      answers: answersTo(handoff, row.id).map((answer) => toAnswer(handoff, answer)),
    };
  });
}
