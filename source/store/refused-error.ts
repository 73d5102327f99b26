import type {Refusal} from '../handoff/rules/refused.ts';
import {Problem} from '../problem.ts';

/** A change that the rules refuse; nothing was written. */
export class RefusedError extends Problem {
  override name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message, refusal.try);
    this.refusal = refusal;
  }
}
