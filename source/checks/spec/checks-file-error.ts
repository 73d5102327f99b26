import {Problem} from '../../problem.ts';
import type {Position} from './position.ts';

/** One mistake in a checks file. */
export interface ChecksFileProblem {
  /** The included file that it is in; absent for the file itself. */
  readonly file?: string;
  readonly message: string;
  readonly position: Position;
  /** The line with a caret below the place; empty when the file has no such line. */
  readonly frame: string;
  /** The word that was probably meant. */
  readonly suggestion?: string;
  /** The variable of the environment that is missing, where that is the mistake. */
  readonly variable?: string;
}

function paragraph(path: string, problem: ChecksFileProblem): string {
  const {file = path, message, position, frame, suggestion} = problem;
  const place = frame === '' ? file : `${file}:${position.line}:${position.column}`;
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  return [`${place}  ${message}${hint}`, ...(frame === '' ? [] : [frame])].join('\n');
}

/** Everything that is wrong with a checks file at once. `message` tells it all to a person. */
export class ChecksFileError extends Problem {
  override name = 'ChecksFileError';
  readonly file: string;
  readonly problems: readonly ChecksFileProblem[];

  constructor(file: string, problems: readonly ChecksFileProblem[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    const text = problems.map((problem) => paragraph(file, problem)).join('\n\n');
    super(`The checks file has ${count}, so nothing was run.\n\n${text}`);
    this.file = file;
    this.problems = problems;
  }
}
