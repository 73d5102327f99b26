import type {ChecksFileProblem} from '../../checks/spec/checks-file-error.ts';
import {Problem} from '../../problem.ts';

function paragraph(file: string, problem: ChecksFileProblem): string {
  const {message, position, frame, suggestion} = problem;
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  const place = `${file}:${position.line}:${position.column}`;
  return [`${place}  ${message}${hint}`, ...(frame === '' ? [] : [frame])].join('\n');
}

/** Everything that is wrong with a targets file at once. */
export class TargetsFileError extends Problem {
  override name = 'TargetsFileError';
  readonly file: string;
  readonly problems: readonly ChecksFileProblem[];

  constructor(file: string, problems: readonly ChecksFileProblem[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    const text = problems.map((problem) => paragraph(file, problem)).join('\n\n');
    super(`The targets file has ${count}, so nothing was sent.\n\n${text}`);
    this.file = file;
    this.problems = problems;
  }
}
