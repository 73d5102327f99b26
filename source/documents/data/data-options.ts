import type {CompareRuns} from './afterwards/transition-data.ts';
import type {Reading} from './reading.ts';
import type {EvidenceTexts} from './standing/check-data.ts';

/** Of whom, when and with what documents speak. */
export interface DataOptions extends Reading {
  readonly evidence?: EvidenceTexts | undefined;
  /** Tells what changed on the system since it was handed over; without it nothing is told. */
  readonly compareRuns?: CompareRuns | undefined;
}
