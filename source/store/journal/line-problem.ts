/** What is wrong with a line of a journal, and where; it was kept and left out. */
export interface LineProblem {
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
  /** Completes "the line … ". */
  readonly problem: string;
}

/** `host-1a2b.jsonl, line 12: it was changed since it was written` */
export function problemWords({file, line, problem}: LineProblem): string {
  return `${file}:${line}: the line ${problem}; it was kept and left out`;
}
