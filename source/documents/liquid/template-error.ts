import {Problem} from '../../problem.ts';

/** A place in a template, counted from 1. */
export interface TemplatePlace {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A document template that cannot be read or rendered; says where and what to do. */
export class TemplateError extends Problem {
  override name = 'TemplateError';
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(what: string, place: TemplatePlace, hint: string, options?: ErrorOptions) {
    const {file, line, column} = place;
    const where = [file, line, column].filter((part) => part !== undefined).join(':');
    super(`${where}: ${what}`, hint, options);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

interface LiquidProblem {
  readonly message: string;
  readonly originalError?: unknown;
  readonly token?: {readonly getPosition?: () => number[]};
}

function isLiquidProblem(error: unknown): error is LiquidProblem {
  return error instanceof Error && 'token' in error;
}

function hintFor(what: string): string {
  if (what.startsWith('undefined variable'))
    return 'Correct the name: "handoff-wizard docs data" lists all there are.';
  if (what.startsWith('undefined filter'))
    return 'Correct the name of the filter, or leave it out: text is escaped without one.';
  if (/limit exceeded/u.test(what))
    return 'Make the template do less: a loop or a text in it is too large.';
  if (what.startsWith('ENOENT'))
    return 'A document template is one file: put the included text into it.';
  return 'Correct the template at this place and write the documents again.';
}

/** Turns what liquidjs threw into a message with the innermost place it names. */
export function toTemplateError(error: unknown, file: string): TemplateError {
  let problem: unknown = error;
  let position: number[] = [];
  while (isLiquidProblem(problem)) {
    position = problem.token?.getPosition?.() ?? position;
    if (problem.originalError === undefined) break;
    problem = problem.originalError;
  }
  const message = problem instanceof Error ? problem.message : String(problem);
  const what = message.replace(/, (?:file:.*, )?line:\d+, col:\d+$/su, '');
  const [line, column] = position;
  return new TemplateError(what, {file, line, column}, hintFor(what), {
    cause: error,
  });
}
