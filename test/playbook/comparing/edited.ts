import {hash} from 'node:crypto';
import {array, constant, constantFrom, nat, oneof, record, type Arbitrary} from 'fast-check';
import {parsePlaybook} from '../../../source/playbook/parse.ts';
import type {Playbook} from '../../../source/playbook/playbook.ts';

/** A line of a checklist: what it says, and which of the first lines it was. */
export interface Line {
  readonly words: readonly string[];
  readonly from?: number;
  readonly isReworded?: boolean;
}

/** Steps with their lines, as somebody edits them. */
export type Draft = readonly (readonly Line[])[];

/** A word of its own for each number: words of numbers beside each other have nothing in common. */
function word(number: number): string {
  return hash('sha256', String(number))
    .replaceAll(/\d/gu, (digit) => 'ghijklmnop'.charAt(Number(digit)))
    .slice(0, 8);
}

/** So many words in each line, all of them its own. */
const length = 6;

function lineOf(number: number): Line {
  return {words: Array.from({length}, (_, at) => word(number * length + at))};
}

/** A checklist of some steps with some lines each. */
export function draftOf(sizes: readonly number[]): Draft {
  let number = 0;
  return sizes.map((size) =>
    Array.from({length: size}, () => {
      const line = {...lineOf(number), from: number};
      number += 1;
      return line;
    }),
  );
}

export type Edit =
  | {
      readonly kind: 'insert' | 'delete' | 'reword';
      readonly step: number;
      readonly at: number;
      readonly to?: never;
    }
  | {readonly kind: 'move'; readonly step: number; readonly at: number; readonly to: number};

const place = {step: nat(1000), at: nat(1000)};
export const edits: Arbitrary<readonly Edit[]> = array(
  oneof(
    record({kind: constantFrom('insert', 'delete', 'reword'), ...place}),
    record({kind: constant('move'), ...place, to: nat(1000)}),
  ) as Arbitrary<Edit>,
  {maxLength: 8},
);

/** Replaces the last of the words: the sentence is the same one, and says something else. */
function reworded(line: Line, number: number): Line {
  return {...line, words: [...line.words.slice(0, -1), word(number)], isReworded: true};
}

/** The checklist after somebody has gone over it. */
export function edited(draft: Draft, all: readonly Edit[]): Draft {
  const steps = draft.map((lines) => [...lines]);
  let fresh = 900;
  for (const edit of all) {
    const lines = steps[edit.step % steps.length] ?? [];
    fresh += 1;
    if (edit.kind === 'insert') {
      lines.splice(edit.at % (lines.length + 1), 0, lineOf(fresh));
      continue;
    }
    const at = edit.at % Math.max(1, lines.length);
    const line = lines[at];
    // A step without a line is none, and a line is reworded once.
    if (!line || lines.length === 1) continue;
    if (edit.kind === 'delete') lines.splice(at, 1);
    else if (edit.kind === 'reword') {
      if (line.from !== undefined && !line.isReworded) lines[at] = reworded(line, 8000 + fresh);
    } else {
      const target = steps[(edit.to ?? 0) % steps.length] ?? [];
      lines.splice(at, 1);
      target.splice(edit.at % (target.length + 1), 0, line);
    }
  }
  return steps;
}

/** The text of a line in the file. */
export function textOf({words}: Line): string {
  return words.join(' ');
}

/** The checklist as a file, read. */
export function readDraft(draft: Draft): Playbook {
  const steps = draft.flatMap((lines, at) => [
    `### Part ${word(7000 + at * 7)}`,
    '',
    ...lines.map((line) => `- [ ] ${textOf(line)}`),
    '',
  ]);
  return parsePlaybook(['# Checklist', '', '## Preparation', '', ...steps].join('\n'), 'c.md');
}
