import type {Candidate, Candidates, LeftOut} from './candidates.ts';
import {checksOf, conditionWords, type Condition} from '../checks/conditions.ts';
import {NotCarriedError} from './pattern/parse-expression.ts';
import type {Quoting} from './quoting.ts';
import {shellCheck, type ShellCheck} from './shell-check.ts';

/** A check with its place in a script. */
export interface ShellEntry extends ShellCheck {
  readonly candidate: Candidate;
  readonly number: number;
  /** Numbers of the checks that must have gone well before it. */
  readonly needs: readonly number[];
  /** When it applies, as a condition of the shell. */
  readonly when?: {readonly condition: string; readonly words: string};
}

export interface ShellPlan {
  /** Each after those it waits for. */
  readonly entries: readonly ShellEntry[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly LeftOut[];
}

function hasFact(condition: Condition): boolean {
  switch (condition.type) {
    case 'fact':
      return true;
    case 'not':
      return hasFact(condition.of);
    case 'all':
      return condition.of.some(hasFact);
    default:
      return false;
  }
}

function conditionText(
  condition: Condition,
  numbers: ReadonlyMap<string, number>,
  quoting: Quoting,
): string {
  switch (condition.type) {
    case 'fact':
      return String(condition.isMet);
    case 'file':
      return `[ -e ${quoting.word(condition.path)} ]`;
    case 'check': {
      const number = numbers.get(condition.name);
      return `case "$(outcome_of ${number ?? 0})" in ${condition.outcomes.join(' | ')}) ;; *) false ;; esac`;
    }
    case 'not':
      return `! { ${conditionText(condition.of, numbers, quoting)}; }`;
    case 'all':
      return condition.of.map((one) => `{ ${conditionText(one, numbers, quoting)}; }`).join(' && ');
    default:
      return condition satisfies never;
  }
}

/** Each after those it waits for, otherwise in the order of the file. There are no circles. */
function inOrder(candidates: readonly Candidate[]): Candidate[] {
  const byName = new Map(candidates.map((one) => [one.check.name, one]));
  const ordered = new Set<Candidate>();
  const visit = (candidate: Candidate): void => {
    for (const name of [...candidate.check.needs, ...checksOf(candidate.when)]) {
      const before = byName.get(name);
      if (before && !ordered.has(before)) visit(before);
    }
    ordered.add(candidate);
  };
  for (const candidate of candidates) visit(candidate);
  return [...ordered];
}

/** Some say by themselves that POSIX tools cannot do it. */
function reasonOf({message}: NotCarriedError): string {
  return /has no equal in/.test(message) ? message : `${message} cannot be said in a POSIX shell`;
}

/** Writes every check that a shell can do, and tells what it cannot. */
export function planShell(candidates: Candidates, isMeasuring: boolean): ShellPlan {
  const {quoting, folder: root, nameOf} = candidates;
  const entries: ShellEntry[] = [];
  const leftOut: LeftOut[] = [...candidates.leftOut];
  const notes: LeftOut[] = [...candidates.notes];
  const numbers = new Map<string, number>();
  for (const candidate of inOrder(candidates.candidates)) {
    const {check, name, when} = candidate;
    const number = entries.length + 1;
    try {
      const asked = checksOf(when).find((one) => !numbers.has(one));
      if (asked !== undefined)
        throw new NotCarriedError(
          `its condition asks for "${nameOf(asked)}", which is not in the script, and so it`,
        );
      const written = shellCheck({candidate, number, quoting, root, isMeasuring});
      const words = when && quoting.plain(conditionWords(when));
      entries.push({
        ...written,
        candidate,
        number,
        needs: check.needs.flatMap((one) => numbers.get(one) ?? []),
        ...(when && words !== undefined
          ? {when: {condition: conditionText(when, numbers, quoting), words}}
          : {}),
      });
      numbers.set(check.name, number);
      for (const need of check.needs.filter((one) => !numbers.has(one)))
        notes.push({
          name,
          reason: `it needs "${nameOf(need)}", which is not in the script: see to it before`,
        });
      if (when && hasFact(when))
        notes.push({
          name,
          reason: `whether it applies was decided when this was written: ${words}`,
        });
    } catch (error) {
      if (!(error instanceof NotCarriedError)) throw error;
      leftOut.push({name, reason: quoting.plain(reasonOf(error))});
    }
  }
  return {entries, leftOut, notes};
}
