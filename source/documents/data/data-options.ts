import type {Audience} from './audience.ts';
import type {CompareRuns} from './afterwards/transition-data.ts';
import type {EvidenceTexts} from './standing/check-data.ts';

/** Of whom, when and with what documents speak. */
export interface DataOptions {
  readonly audience: Audience;
  /** ISO 8601 instant that the document speaks of. */
  readonly now: string;
  readonly evidence?: EvidenceTexts | undefined;
  /** Tells what changed on the system since it was handed over; without it nothing is told. */
  readonly compareRuns?: CompareRuns | undefined;
}
