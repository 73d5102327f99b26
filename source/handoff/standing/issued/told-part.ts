import type {Audience} from '../../../playbook/playbook.ts';
import type {Handoff} from '../../model/handoff.ts';

/** Who is told of a handoff, and when. */
export interface Telling {
  readonly handoff: Handoff;
  readonly audience: Audience;
  /** ISO 8601 instant. */
  readonly now: string;
}

/** One thing that documents tell, so that two states of a handoff can be compared for a reader. */
export interface ToldPart {
  /** Stays the same for as long as the thing is there. */
  readonly id: string;
  /** What it belongs to, as a heading. */
  readonly group: string;
  /** What it is called. */
  readonly subject: string;
  /** Differs whenever what is told of it differs. */
  readonly digest: string;
  /** How it stands, as words in front of its name, such as `now pass`; where they differ they say what happened. */
  readonly says?: string;
  /** What is said of it when it is new, and when it is gone; nothing where another part says so. */
  readonly came?: string;
  readonly went?: string;
}
