import type {Audience} from '../../playbook/playbook.ts';
import type {SessionConsent, SessionCorrection} from './session-correction.ts';
import type {SessionPlan} from './session-plan.ts';

export interface BlockTime {
  readonly block: string;
  /** ISO 8601 instants; `endedAt` is absent while the block runs. */
  readonly startedAt: string;
  readonly endedAt?: string;
}

export interface Pause {
  readonly startedAt: string;
  readonly endedAt?: string;
}

export const noteKinds = ['note', 'question', 'action'] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface SessionNote {
  readonly id: string;
  /** A question and an action are followed up; a note is internal unless somebody says otherwise. */
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: string;
  readonly by: string;
  readonly block?: string;
  /** The answer to a question, once there is one. */
  readonly answer?: string;
  /** Who may read it, where somebody has said so, and the ISO 8601 instant of that. */
  readonly audience?: Audience;
  readonly addressedAt?: string;
}

/** Who has the keyboard. */
export const drivers = ['customer', 'engineer'] as const;
export type Driver = (typeof drivers)[number];

export interface DriverTime {
  readonly driver: Driver;
  readonly startedAt: string;
}

/** Minutes that one agenda block gave to another. */
export interface TimeMove {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly at: string;
}

/** One sitting. A session that ended with topics uncovered goes on in another. */
export interface SessionPart {
  readonly startedAt: string;
  readonly endedAt?: string;
  /** It was held without the tool, and somebody said so later. */
  readonly isEnteredAfterwards?: boolean;
  /** The plan that was in force when it began. */
  readonly plan?: SessionPlan;
}

/**
 * The live session: everything is instants, so a crash or a closed lid costs no second. A second
 * part goes on in the same session; the time between the parts is a pause.
 */
export interface Session {
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly parts: readonly SessionPart[];
  readonly blocks: readonly BlockTime[];
  readonly pauses: readonly Pause[];
  readonly notes: readonly SessionNote[];
  readonly drivers: readonly DriverTime[];
  readonly timeMoves: readonly TimeMove[];
  /** Instants at which its work went on outside of its clock: topics covered, tasks performed. */
  readonly signs?: readonly string[];
  /** Who agreed to be recorded when it ended, by the ids of the attendees' rows. */
  readonly consents?: Readonly<Record<string, SessionConsent>>;
  readonly corrections: readonly SessionCorrection[];
}

export const noSession: Session = {
  parts: [],
  blocks: [],
  pauses: [],
  notes: [],
  drivers: [],
  timeMoves: [],
  corrections: [],
};
