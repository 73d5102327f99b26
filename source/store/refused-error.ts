import type {Refusal} from '../handoff/rules/refused.ts';
import {Problem} from '../problem.ts';

/** A change that the rules refuse; nothing was written. */
export class RefusedError extends Problem {
  override name = 'RefusedError';
  readonly refusal: Refusal;
  /** Which of the changes that were asked for it is, counted from 0; absent where one was. */
  readonly index: number | undefined;

  constructor(refusal: Refusal, index?: number) {
    super(refusal.message, refusal.try);
    this.refusal = refusal;
    this.index = index;
  }
}
