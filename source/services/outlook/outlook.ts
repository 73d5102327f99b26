import type {Dated} from '../../handoff/ahead/dated.ts';
import type {GateName} from '../../handoff/model/gate-waiver.ts';
import type {Mistake} from '../../handoff/gates/requirement.ts';

/** The gate that a handoff comes to next. */
export interface OutlookGate {
  readonly name: GateName;
  /** As in "Before the session starts". */
  readonly title: string;
  readonly missing: readonly {
    readonly id: string;
    readonly mistake: Mistake;
    readonly text: string;
  }[];
  readonly waived: readonly {
    readonly id: string;
    readonly mistake: Mistake;
    readonly text: string;
    /** `YYYY-MM-DD`; absent where it does not end. */
    readonly expires?: string;
  }[];
}

/** What has changed on the system since it was handed over. */
export interface OutlookDrift {
  /** ISO 8601 instants of the two runs that are compared. */
  readonly before: string;
  readonly after: string;
  readonly changed: number;
  /** How many of them are worse. */
  readonly worse: number;
  /** The first of them in words. */
  readonly words: readonly string[];
}

/** All that is told of a handoff among many: kept, and read without opening its journal. */
export interface Outlook {
  readonly id: string;
  readonly customer: string;
  readonly system: string;
  readonly timeZone: string;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Who leads it. */
  readonly lead: string;
  /** The title of its phase. */
  readonly phase: string;
  readonly settled: number;
  readonly total: number;
  readonly isSignedOff: boolean;
  /** The decision of the receiver in words; absent where nobody has decided. */
  readonly acceptance?: string;
  /** How much is not any more as it was accepted. */
  readonly changedSince: number;
  readonly dates: readonly Dated[];
  /** Absent once the receiver has signed, and where the playbook has no gates. */
  readonly gate?: OutlookGate;
  /** Absent while the checks did not run both up to handover and after it. */
  readonly drift?: OutlookDrift;
  /** Milliseconds that each phase took which is over. */
  readonly took: {
    readonly preparation?: number;
    readonly session?: number;
    readonly afterwards?: number;
  };
  /** ISO 8601 instant from which on the gate has to be looked at again, as a day has passed; absent where none is asked. */
  readonly until?: string;
}
