import type {RegisterName} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';

/** What the rule reads: the rows that a reader may see, and what the system is called. */
export type Described = Pick<Handoff, 'records' | 'system'>;

/** A component of the system, or another system that a row of the dependencies describes. */
export interface Part {
  /** The id of the row that describes it. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Where it runs, as it was typed. */
  readonly place: string;
  /** The host, cluster or service of that place; empty where nothing says one. */
  readonly host: string;
  readonly isOutside: boolean;
}

/** The field of a row that says that one part calls another. */
export interface Source {
  readonly register: RegisterName;
  readonly row: string;
  readonly field: string;
}

/** That one part calls another, with all that say so. `from` and `to` are ids of parts. */
export interface Call {
  readonly from: string;
  readonly to: string;
  /** The ports of the flows among what says so. */
  readonly ports: readonly string[];
  readonly said: readonly Source[];
}

/** What runs, who calls whom as far as somebody said so, and in words what nobody said. */
export interface Architecture {
  readonly parts: readonly Part[];
  readonly calls: readonly Call[];
  /** Sentences: names that nothing describes, and calls of which one end was not said. */
  readonly gaps: readonly string[];
}
