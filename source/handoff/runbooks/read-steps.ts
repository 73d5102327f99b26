import {readStep} from './read-step.ts';
import {splitSteps, type WrittenStep} from './split-steps.ts';
import type {RunbookStep, StepsProblem, StepsReading} from './runbook-step.ts';

/** Steps are counted from 1; Markdown takes a list of ones for the same. */
function numberProblems(written: readonly WrittenStep[]): StepsProblem[] {
  if (written.every(({number}) => number === 1)) return [];
  const wrong = written.findIndex(({number}, at) => number !== at + 1);
  const step = written[wrong];
  if (!step) return [];
  const before = wrong === 0 ? 'The first step is' : `After step ${wrong} comes`;
  return [
    {line: step.line, message: `${before} step ${wrong + 1}, and this one is ${step.number}.`},
  ];
}

function targetProblems(steps: readonly RunbookStep[], lineOf: (step: RunbookStep) => number) {
  return steps.flatMap((step): StepsProblem[] =>
    [...step.branches, ...(step.next ? [step.next] : [])].flatMap(({to}) =>
      to.kind === 'step' && !steps.some(({number}) => number === to.number)
        ? [
            {
              line: lineOf(step),
              message: `Step ${step.number} goes to step ${to.number}, and the last one is ${steps.length}.`,
            },
          ]
        : [],
    ),
  );
}

/** The line of a step that names a step that is not there. */
function lineNaming(written: WrittenStep | undefined, steps: number): number | undefined {
  const found = written?.parts.find(
    (part) =>
      part.kind === 'line' &&
      /:/u.test(part.text) &&
      [...part.text.matchAll(/step (\d{1,3})\b/giu)].some(
        ([, number]) => Number(number) > steps || Number(number) === 0,
      ),
  );
  return found?.line;
}

/**
 * Reads the steps of a runbook: a numbered list as people write it in Markdown. A step has a title,
 * commands in a block of code or behind `$`, and lines that begin with `See:`, `If not:`, `Then:`,
 * `Caution:` or `Change:`; all else is text.
 */
export function readSteps(text: string): StepsReading {
  const {lead, steps: written, problems: cut} = splitSteps(text);
  const read = written.map((each, at) => readStep(each, at + 1));
  const steps = read.map(({step}) => step);
  const before = lead.flatMap((part) =>
    part.kind === 'line' ? [part.text] : [`\`\`\`${part.language}`, ...part.rows, '```'],
  );
  const problems = [
    ...cut,
    ...(steps.length === 0
      ? [
          {
            line: 1,
            message:
              'There is no step yet: begin each with its number, such as "1. Look at the pods".',
          },
        ]
      : []),
    ...numberProblems(written),
    ...read.flatMap((each) => each.problems),
    ...targetProblems(
      steps,
      ({number, line}) => lineNaming(written[number - 1], steps.length) ?? line,
    ),
  ];
  return {
    lead: before.join('\n').trim(),
    steps,
    problems: problems.toSorted((one, other) => one.line - other.line),
  };
}
