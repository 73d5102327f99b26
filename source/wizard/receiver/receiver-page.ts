import type {Line} from '../list/line.ts';

/** What is read over the list: a document, a runbook, a task. */
export interface Page {
  readonly title: string;
  readonly lines: (width: number) => readonly Line[];
  /** The task that is performed from it, and since when. */
  readonly task?: {readonly item: string; readonly startedAt: string};
}
