/** Where a step leads: to another step, to another runbook, to a person, to the end, or a piece of advice. */
export type StepTarget =
  | {readonly kind: 'step'; readonly number: number}
  | {readonly kind: 'runbook'; readonly name: string}
  | {readonly kind: 'person'; readonly name: string}
  | {readonly kind: 'end'}
  | {readonly kind: 'advice'};

/** Where a step goes if it does not show what it should. */
export interface StepBranch {
  /** What is seen then, as written, such as `pending`; empty where it holds for all else. */
  readonly when: string;
  /** Where it goes, as written. */
  readonly text: string;
  readonly to: StepTarget;
}

/** One step of a runbook. */
export interface RunbookStep {
  /** Counted from 1. */
  readonly number: number;
  readonly title: string;
  /** What is to be read before it is done, Markdown; empty where the title says all. */
  readonly text: string;
  readonly cautions: readonly string[];
  /** What is typed into a shell; empty where the step is done by hand. */
  readonly commands: string;
  /** What shows that it went well, a line each, `/…/` is a pattern; empty where nothing is said. */
  readonly expected: string;
  /** Whether it changes the system; else it only looks. */
  readonly isChanging: boolean;
  /** What it changes, in words; empty where that is not said. */
  readonly change: string;
  readonly branches: readonly StepBranch[];
  /** Where it goes when all is as it should be; without it to the next step. */
  readonly next?: Pick<StepBranch, 'text' | 'to'>;
  /** The line of the text in which it begins, counted from 1. */
  readonly line: number;
}

/** What is wrong with the text of steps, and in which line of it, counted from 1. */
export interface StepsProblem {
  readonly line: number;
  readonly message: string;
}

/** Steps as they were read. */
export interface StepsReading {
  /** What stands before the first step, Markdown. */
  readonly lead: string;
  readonly steps: readonly RunbookStep[];
  /** In the order of the lines; the steps are of use only where there is none. */
  readonly problems: readonly StepsProblem[];
}
