import type {StepsProblem} from './runbook-step.ts';

/** A line of a step, or a block of code in it. */
export type StepPart =
  | {readonly kind: 'line'; readonly line: number; readonly text: string}
  | {
      readonly kind: 'block';
      readonly line: number;
      readonly language: string;
      readonly rows: readonly string[];
    };

/** A step as it is written: its number, the rest of its first line, and what follows. */
export interface WrittenStep {
  readonly line: number;
  readonly number: number;
  readonly title: string;
  readonly parts: readonly StepPart[];
}

export interface SplitSteps {
  readonly lead: readonly StepPart[];
  readonly steps: readonly WrittenStep[];
  readonly problems: readonly StepsProblem[];
}

/** `1. …`, `1) …`, `### 1. …` and `Step 1: …`. */
const beginning =
  /^(?<indent> *)(?:#{1,6} +)?(?:\*\*)?(?:(?<numbered>\d{1,3})[.)]|step +(?<named>\d{1,3})[.):])(?:\*\*)?(?: +(?<title>.*))?$/iu;
const fence = /^(?<indent> *)(?:[-*+] +)?(?<mark>`{3,}|~{3,}) *(?<language>[^\s`{]*)[^`]*$/u;

function dedented(row: string, indent: number): string {
  return row.slice(Math.min(indent, row.search(/\S|$/u)));
}

/**
 * Cuts a numbered Markdown list into its steps. Written by hand, as people do: a block of code that is
 * not indented ends a list in CommonMark, and a `2.` after a line of text begins none; here both are
 * what they look like.
 */
export function splitSteps(text: string): SplitSteps {
  const problems: StepsProblem[] = [];
  const lead: StepPart[] = [];
  const steps: (WrittenStep & {readonly parts: StepPart[]})[] = [];
  const rows = text.replaceAll(/\r\n?/gu, '\n').replaceAll('\t', '    ').split('\n');
  let base: number | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? '';
    const line = at + 1;
    const parts = steps.at(-1)?.parts ?? lead;
    const opened = fence.exec(row)?.groups;
    if (opened) {
      const {indent = '', mark = '', language = ''} = opened;
      const isEnd = (other: string) =>
        other.trim().startsWith(mark) && /^[`~]+$/u.test(other.trim());
      const end = rows.findIndex((other, index) => index > at && isEnd(other));
      if (end === -1)
        problems.push({
          line,
          message: `The block of code that begins with ${mark} here has no end.`,
        });
      const last = end === -1 ? rows.length : end;
      const inner = rows.slice(line, last).map((other) => dedented(other, indent.length));
      parts.push({kind: 'block', line, language: language.toLowerCase(), rows: inner});
      at = last;
      continue;
    }
    const begun = beginning.exec(row)?.groups;
    const indent = begun?.['indent']?.length ?? 0;
    // What is indented more than the first step is a list inside of a step.
    if (begun && indent <= (base ?? indent)) {
      base ??= indent;
      const number = Number(begun['numbered'] ?? begun['named']);
      steps.push({line, number, title: (begun['title'] ?? '').trim(), parts: []});
    } else parts.push({kind: 'line', line, text: row});
  }
  return {lead, steps, problems};
}
