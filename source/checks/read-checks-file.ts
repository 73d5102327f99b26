import {dirname, resolve} from 'node:path';
import {showControls} from '../redaction/strip-terminal.ts';
import {readCheck} from './spec/read-check.ts';
import {type Check, type ChecksFile, type SecretValue} from './checks-file.ts';
import {ChecksFileError, type ChecksFileProblem} from './spec/checks-file-error.ts';
import {decodeText, readFileOnce, wholeFileError} from './spec/file-text.ts';
import {fillVariables} from './spec/fill-variables.ts';
import {type ProblemNote, type Report} from './spec/report.ts';
import {fileSchema} from './spec/schema.ts';
import {issueNotes, typeOf} from './spec/schema-words.ts';
import {parseYaml} from './spec/yaml-source.ts';

export interface ReadOptions {
  /** Variables from outside; they win over the file's `vars`. */
  readonly vars?: Readonly<Record<string, string>> | undefined;
  /** Where `${env.NAME}` is looked up. Default: the environment of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

/** The forms in which a value may stand in a target or description: plain, in a URL, JSON, a shell word. */
function formsOf(value: string): Set<string> {
  return new Set([
    value,
    encodeURIComponent(value.toWellFormed()),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll("'", String.raw`'\''`),
  ]);
}

/** Puts the name of an environment variable in the place of its value. */
export function concealing(secrets: readonly SecretValue[]): (text: string) => string {
  const longestFirst = [...secrets].sort((a, b) => b.value.length - a.value.length);
  return (text) => {
    let shown = text;
    for (const {name, value} of longestFirst) {
      for (const form of formsOf(value)) {
        shown = shown.replaceAll(form, () => `\${env.${name}}`);
      }
    }
    return shown;
  };
}

function reportDuplicateNames(
  entries: readonly unknown[],
  lineOf: (index: number) => number,
  report: Report,
): void {
  const first = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const name: unknown =
      typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
    if (typeof name !== 'string') {
      continue;
    }
    const earlier = first.get(name.trim());
    if (earlier === undefined) {
      first.set(name.trim(), index);
    } else {
      const message = `The check in line ${lineOf(earlier)} has this name already; names are unique.`;
      report({path: ['checks', index, 'name'], message});
    }
  }
}

function byPlace(a: ChecksFileProblem, b: ChecksFileProblem): number {
  return a.position.line - b.position.line || a.position.column - b.position.column;
}

/**
 * Reads and understands a checks file (`handoff.yaml`) as a whole: either everything in it can be
 * run, or nothing. The file is read once; `sha256` is of the bytes that were parsed.
 * @throws ChecksFileError with every problem of the file, each with its place.
 */
export async function readChecksFile(path: string, options: ReadOptions = {}): Promise<ChecksFile> {
  const {bytes, sha256} = await readFileOnce(path);
  const text = decodeText(path, bytes);
  const source = parseYaml(text);
  if (!source.isReadable) {
    throw new ChecksFileError(path, source.syntax);
  }
  const {vars = {}, environment = process.env} = options;
  const filled = fillVariables(source, text, {vars, environment});
  const problems: ChecksFileProblem[] = [...source.syntax, ...filled.problems];
  const notes: ProblemNote[] = [];
  const report: Report = (note) => {
    notes.push(note);
  };

  let root: unknown;
  try {
    root = source.document.toJS({maxAliasCount: 100});
  } catch (error) {
    throw wholeFileError(
      path,
      `The aliases cannot be resolved: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    const what = root === null ? 'The file says nothing' : `The file is ${typeOf(root)}`;
    throw new ChecksFileError(path, [
      source.problemAt(0, `${what}; a map with "checks" belongs here.`),
    ]);
  }
  const parsed = fileSchema.safeParse(root);
  for (const issue of parsed.error?.issues ?? []) {
    notes.push(...issueNotes(issue, root));
  }
  const entries: readonly unknown[] =
    'checks' in root && Array.isArray(root.checks) ? root.checks : [];
  const secretValues = filled.variables.secretValues();
  const conceal = concealing(secretValues);
  const checks: Check[] = [];
  for (const [index, entry] of entries.entries()) {
    const check = readCheck(entry, {root, path: ['checks', index], report, conceal});
    if (check) {
      checks.push(check);
    }
  }
  const lineOf = (index: number) =>
    source.problemOf({path: ['checks', index, 'name'], message: ''}).position.line;
  reportDuplicateNames(entries, lineOf, report);
  problems.push(...notes.map((note) => source.problemOf(note)));
  if (problems.length > 0) {
    throw new ChecksFileError(path, problems.toSorted(byPlace));
  }
  const system = parsed.data?.system;
  return {
    path,
    folder: dirname(resolve(path)),
    sha256,
    ...(system === undefined ? {} : {system: showControls(conceal(system))}),
    checks,
    secretValues,
  };
}
