import type {SignOffDecision} from '../../../handoff/model/sign-off.ts';
import type {Approver} from '../../../handoff/people/approvers.ts';
import type {Came} from './how-it-came.ts';

/** What goes with a decision: its conditions, or why it is declined. */
export interface DecisionWords {
  readonly conditions?: readonly string[];
  readonly remarks?: string;
}

export interface Decided extends DecisionWords {
  readonly person: Approver;
  readonly decision: SignOffDecision;
  /** Of what was shown to whoever decides, with how their decision came. */
  readonly shown?: Came & {readonly digest: string};
}

/** A decision as the change that records it. */
export function decisionChange({person, shown, ...said}: Decided) {
  return {type: 'sign-off/recorded' as const, ...person, ...said, ...shown};
}
