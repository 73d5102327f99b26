import type {Minutes} from '../../../playbook/playbook.ts';

export interface BlockData {
  readonly title: string;
  /** As the playbook has it. */
  readonly planned: Minutes | null;
  /** Whole minutes by the plan's length, after time was moved; nothing where no plan was made. */
  readonly budget: number | null;
  /** Milliseconds, pauses left out. */
  readonly spent: number;
  readonly topics: readonly string[];
  /** The topics that were ticked off, and those that were not. */
  readonly covered: readonly string[];
  readonly left: readonly string[];
}

export interface QuestionData {
  /** Counted from 1 in the order asked. */
  readonly number: number;
  readonly text: string;
  readonly answer: string | null;
  readonly at: string;
  readonly by: string;
  /** Title of the agenda block in which it was asked. */
  readonly block: string | null;
}

/** The session's date, as it was planned last. */
export interface SessionPlanData {
  readonly startsAt: string;
  /** `Thu 3 Dec 2026, 14:00, Europe/Madrid`: in words, in the zone in which it was planned. */
  readonly when: string;
  readonly timeZone: string;
  readonly minutes: number;
  readonly place: string | null;
  /** Its time is over and no session was held. */
  readonly isMissed: boolean;
}

/** Somebody who takes part, and whether they agree to be recorded. */
export interface AttendeeData {
  readonly name: string;
  readonly side: string;
  readonly role: string;
  readonly consent: string;
  /** Whether they came; nothing where nobody has said. */
  readonly came: boolean | null;
}

/** What was set right in the record of the session after it was held. */
export interface CorrectionData {
  readonly text: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

export interface ActionData {
  readonly number: number;
  readonly text: string;
  readonly outcome: string | null;
  readonly at: string;
  readonly by: string;
  readonly block: string | null;
}

/** Minutes that one block gave to another. */
export interface TimeMoveData {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly at: string;
}

/** Who had the keyboard: milliseconds, and the customer's share in percent. */
export interface DrivingData {
  /** The block that the customer is to drive, or all of them. */
  readonly block: string | null;
  readonly customer: number;
  readonly engineer: number;
  readonly share: number;
}

/** One sitting; a session with topics left goes on in another. */
export interface SessionPartData {
  readonly number: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Milliseconds without pauses. */
  readonly elapsed: number;
  /** It was held without the tool and entered later. */
  readonly isEnteredAfterwards: boolean;
}

/** The handoff session: planned, running or held. */
export interface SessionData {
  readonly state: 'none' | 'planned' | 'running' | 'paused' | 'ended';
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Milliseconds without pauses, and in pauses. */
  readonly elapsed: number;
  readonly paused: number;
  /** What the agenda's blocks add up to; nothing where the playbook has no agenda. */
  readonly planned: Minutes | null;
  readonly blocks: readonly BlockData[];
  readonly questions: readonly QuestionData[];
  /** What was noted besides; a customer reads only what somebody let them read. */
  readonly notes: readonly {readonly text: string; readonly at: string; readonly by: string}[];
  /** How many questions have no answer yet. */
  readonly unanswered: number;
  readonly plan: SessionPlanData | null;
  readonly attendees: readonly AttendeeData[];
  /** Where the session stands, such as `held on 2026-03-04 10:00 CET, 1 h 5 min`. */
  readonly words: string;
  /** What may be done with a recording, as a sentence; nothing where nobody takes part yet. */
  readonly recording: string | null;
  /** Everybody who takes part has agreed to be recorded, and somebody takes part. */
  readonly isRecordable: boolean;
  readonly actions: readonly ActionData[];
  readonly timeMoves: readonly TimeMoveData[];
  readonly driving: DrivingData | null;
  readonly parts: readonly SessionPartData[];
  readonly corrections: readonly CorrectionData[];
  /** Where nobody ended it: when the last thing was done, from when on nothing is counted. */
  readonly leftOpenSince: string | null;
}
