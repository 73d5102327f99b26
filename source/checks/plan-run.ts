import {checksOf} from './conditions.ts';
import type {Check, ChecksFile} from './checks-file.ts';
import type {Severity} from './check-result.ts';
import {Problem} from '../problem.ts';
import {nearest} from '../nearest.ts';

/** Which checks of a file are to be run; what is absent excludes nothing. */
export interface Selection {
  /** Names of checks. */
  readonly only?: readonly string[] | undefined;
  /** A check with one of these tags. */
  readonly tags?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
}

/** A check that is to be run, in the order of the file. */
export interface Planned {
  readonly check: Check;
  /** Its place in the file, from 0. */
  readonly index: number;
  /** Positions in the plan of the checks whose outcome it waits for. */
  readonly after: readonly number[];
  /** It was not selected: the first selected check that needs it. */
  readonly neededBy?: string;
}

function unknown(what: string, wanted: string, known: readonly string[]): string {
  const similar = nearest(wanted, known);
  const hint =
    similar === undefined ? `It has: ${known.join(', ')}.` : `Did you mean "${similar}"?`;
  return `The checks file has no ${what} "${wanted}". ${known.length === 0 ? '' : hint}`.trim();
}

/** Thrown when `only` names a check that the file does not have. */
export class UnknownCheckError extends Problem {
  override name = 'UnknownCheckError';
  readonly check: string;

  constructor(check: string, known: readonly string[]) {
    super(unknown('check', check, known));
    this.check = check;
  }
}

function selected({checks}: ChecksFile, {only, tags, severity}: Selection): Check[] {
  const names = checks.map(({name}) => name);
  const known = [...new Set(checks.flatMap((check) => check.tags))];
  for (const name of only ?? [])
    if (!names.includes(name)) throw new UnknownCheckError(name, names);
  for (const tag of tags ?? [])
    if (!known.includes(tag)) throw new Problem(unknown('tag', tag, known));
  const chosen = checks.filter(
    (check) =>
      (!only || only.includes(check.name)) &&
      (!tags || check.tags.some((tag) => tags.includes(tag))) &&
      (!severity || check.severity === severity),
  );
  if (chosen.length === 0 && checks.length > 0)
    throw new Problem(
      'No check of the file is selected, so nothing would be known.',
      'Select fewer conditions at once.',
    );
  return chosen;
}

function awaited({needs, when}: Check): readonly string[] {
  return [...needs, ...checksOf(when)];
}

/**
 * The checks to run: those selected, and those whose outcome they wait for.
 * @throws UnknownCheckError, and Problem for a tag that no check has or when nothing is selected.
 */
export function plan(file: ChecksFile, selection: Selection): Planned[] {
  const byName = new Map(file.checks.map((check) => [check.name, check]));
  const reasons = new Map<string, string | undefined>();
  const queue = selected(file, selection);
  for (const {name} of queue) reasons.set(name, undefined);
  for (const check of queue)
    for (const name of awaited(check)) {
      const needed = byName.get(name);
      if (needed && !reasons.has(name)) {
        reasons.set(name, reasons.get(check.name) ?? check.name);
        queue.push(needed);
      }
    }
  const chosen = [...file.checks.entries()].filter(([, {name}]) => reasons.has(name));
  const positions = new Map(chosen.map(([, {name}], position) => [name, position]));
  return chosen.map(([index, check]) => {
    const neededBy = reasons.get(check.name);
    const after = awaited(check).flatMap((name) => positions.get(name) ?? []);
    return {check, index, after, ...(neededBy === undefined ? {} : {neededBy})};
  });
}
