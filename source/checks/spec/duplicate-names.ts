import type {ChecksFileProblem} from './checks-file-error.ts';
import type {NamedPlace} from './read-one-file.ts';

/** A problem for every check whose name an earlier one has. */
export function duplicateNames(entries: readonly NamedPlace[]): ChecksFileProblem[] {
  const first = new Map<string, NamedPlace>();
  const problems: ChecksFileProblem[] = [];
  for (const entry of entries) {
    const earlier = first.get(entry.name);
    if (!earlier) {
      first.set(entry.name, entry);
      continue;
    }
    const {file, line} = earlier.place;
    const where = file === entry.place.file ? `line ${line}` : `${file}:${line}`;
    const message = `The check in ${where} has this name already; names are unique.`;
    problems.push(entry.problemOf({path: ['name'], message}));
  }
  return problems;
}
