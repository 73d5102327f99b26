import type {LintWarning} from '../../checks/lint/lint-file.ts';

/** A doubt with its place, for a terminal. */
export function paragraph({
  file,
  check,
  message,
  position,
  frame,
  suggestion,
}: LintWarning): string {
  const about = check === undefined ? '' : `${check}: `;
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  const place = `${file}:${position.line}:${position.column}  ${about}${message}${hint}`;
  return frame === '' ? place : `${place}\n${frame}`;
}
