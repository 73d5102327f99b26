import type {Check, Place, SecretValue, Waiver} from '../checks-file.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import type {ChecksFileProblem} from './checks-file-error.ts';
import {concealing} from './conceal.ts';
import {fillVariables} from './fill-variables.ts';
import {readCheck} from './read-check.ts';
import type {ProblemNote, Report} from './report.ts';
import {fileSchema} from './spec-schema.ts';
import type {IncludeEntry} from './schema-running.ts';
import {issueNotes, typeOf} from './schema-words.ts';
import type {VariableValue} from './variables.ts';
import {parseYaml, type YamlSource} from './yaml-source.ts';

/** Makes a problem at a key of something in a file. */
type ProblemMaker = (note: ProblemNote) => ChecksFileProblem;

/** A check's name as written, with its place; also of a check that is wrong otherwise. */
export interface NamedPlace {
  readonly name: string;
  readonly place: Place;
  /** Paths start at the check. */
  readonly problemOf: ProblemMaker;
  readonly check: Check | undefined;
}

/** An entry of `include` or `waivers`, with the way to its place. */
export interface Placed<Value> {
  readonly value: Value;
  /** Paths start at the entry. */
  readonly problemOf: ProblemMaker;
}

/** What one file says by itself, before includes are followed. */
export interface FileReading {
  readonly system?: string;
  readonly entries: readonly NamedPlace[];
  readonly waivers: readonly Placed<Waiver>[];
  readonly includes: readonly Placed<IncludeEntry>[];
  /** Its variables, with those of the including files over them. */
  readonly declared: ReadonlyMap<string, VariableValue>;
  readonly secretValues: readonly SecretValue[];
  readonly problems: readonly ChecksFileProblem[];
}

export interface FileContent {
  /** As shown to a person. */
  readonly file: string;
  /** Absolute. */
  readonly folder: string;
  readonly text: string;
  readonly isIncluded: boolean;
}

export interface FileSurroundings {
  readonly vars: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Variables of the including files; they win over the file's own. */
  readonly inherited: ReadonlyMap<string, VariableValue>;
  /** What this machine runs, in the words of `when`. */
  readonly system: string;
}

function rootOf(source: YamlSource): {readonly root: object} | {readonly problem: string} {
  let root: unknown;
  try {
    root = source.document.toJS({maxAliasCount: 100});
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {problem: `The aliases cannot be resolved: ${reason}.`};
  }
  if (typeof root === 'object' && root !== null && !Array.isArray(root)) return {root};
  const what = root === null ? 'The file says nothing' : `The file is ${typeOf(root)}`;
  return {problem: `${what}; a map with "checks" belongs here.`};
}

function listIn(root: object, key: 'checks'): readonly unknown[] {
  const value: unknown = key in root ? (root as Readonly<Record<string, unknown>>)[key] : undefined;
  return Array.isArray(value) ? value : [];
}

function nameOf(entry: unknown): string | undefined {
  const name: unknown =
    typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
  return typeof name === 'string' ? name.trim() : undefined;
}

/** Reads one checks file's text. Never throws: every problem is in the reading. */
export function readOneFile(
  {file, folder, text, isIncluded}: FileContent,
  {vars, environment, inherited, system: machine}: FileSurroundings,
): FileReading {
  const source = parseYaml(text);
  const placed = (problem: ChecksFileProblem) => (isIncluded ? {...problem, file} : problem);
  const broken = (problems: readonly ChecksFileProblem[]): FileReading => ({
    entries: [],
    waivers: [],
    includes: [],
    declared: inherited,
    secretValues: [],
    problems: problems.map(placed),
  });
  if (!source.isReadable) return broken(source.syntax);
  const filled = fillVariables(source, source.text, {vars, environment, inherited});
  const rooted = rootOf(source);
  if ('problem' in rooted) return broken([source.problemAt(0, rooted.problem)]);
  const {root} = rooted;
  const problems: ChecksFileProblem[] = [...source.syntax, ...filled.problems].map(placed);
  const report: Report = (note) => {
    const problem = source.problemOf(note);
    const {line, column} = problem.position;
    if (filled.unfilled.some((one) => one.line === line && one.column === column)) return;
    problems.push(placed(problem));
  };
  const parsed = fileSchema.safeParse(root);
  for (const note of (parsed.error?.issues ?? []).flatMap((issue) => issueNotes(issue, root)))
    report(note);
  if (!('checks' in root) && !('include' in root))
    report({path: [], message: '"checks" is missing.'});
  const below =
    (...path: readonly (string | number)[]): ProblemMaker =>
    (note) =>
      placed(source.problemOf({...note, path: [...path, ...note.path]}));
  const secretValues = filled.variables.secretValues();
  const conceal = concealing(secretValues);
  const entries = listIn(root, 'checks').flatMap((entry, index): NamedPlace[] => {
    const path = ['checks', index];
    const place = {file, ...source.placeOf([...path, 'name'])};
    const check = readCheck(entry, {
      root,
      path,
      report,
      conceal,
      isFromEnvironment: filled.variables.isFromEnvironment,
      place,
      conditions: {folder, environment, report, variables: filled.variables, system: machine},
    });
    const name = check?.name ?? nameOf(entry);
    return name === undefined ? [] : [{name, place, check, problemOf: below(...path)}];
  });
  const {system, include = [], waivers = []} = parsed.data ?? {};
  return {
    ...(system === undefined ? {} : {system: showControls(conceal(system))}),
    entries,
    waivers: waivers.map((value, index) => ({
      value: {...value, check: showControls(conceal(value.check))},
      problemOf: below('waivers', index),
    })),
    includes: include.map((value, index) => ({
      value,
      problemOf: below(
        'include',
        ...(Array.isArray((root as {include?: unknown}).include) ? [index] : []),
      ),
    })),
    declared: filled.declared,
    secretValues,
    problems,
  };
}
