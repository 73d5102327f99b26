import type {Claim} from '../assertions/subject.ts';
import type {Kind} from '../kinds/kind.ts';
import type {Path, Report} from './report.ts';
import {checkKeys} from './spec-schema.ts';
import {nearest} from '../../nearest.ts';

const levels = ['expect', 'warn'] as const;

type Level = (typeof levels)[number];

function readLevel(kind: Kind, level: Level, input: unknown, path: Path, report: Report): Claim[] {
  const words = Object.keys(kind.subjects);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    report({path, message: `"${level}" takes a map of what to look at: ${words.join(', ')}.`});
    return [];
  }
  const entries = Object.entries(input);
  if (entries.length === 0)
    report({path, message: `"${level}" says nothing. Look at: ${words.join(', ')}.`});
  return entries.flatMap(([subject, value]): Claim[] => {
    const at = path.concat(subject);
    const known = Object.hasOwn(kind.subjects, subject) ? kind.subjects[subject] : undefined;
    if (!known) {
      const isPattern = /[\\/^$]/.test(subject);
      const hint = isPattern ? ' If it is part of a pattern, put the pattern in quotes.' : '';
      const message = `A ${kind.word} check has no "${subject}" to look at. It has: ${words.join(', ')}.${hint}`;
      report({path: at, isAtKey: true, message, suggestion: nearest(subject, words)});
      return [];
    }
    const statement = known.parse(value, {subject, path: at, report});
    return statement === undefined ? [] : [{subject, statement, level}];
  });
}

/** What is expected unless the check speaks of it: a command succeeds, a port can be reached. */
function impliedClaims(kind: Kind, claims: readonly Claim[]): Claim[] {
  const {implied, subjects} = kind;
  const enough = implied ? [implied.subject, ...(implied.unless ?? [])] : [];
  if (!implied || claims.some(({subject}) => enough.includes(subject))) return [];
  const {subject} = implied;
  const place = {subject, path: [], report: () => undefined};
  const levelled = [
    {level: 'expect', value: implied.value},
    {level: 'warn', value: implied.warn},
  ] as const;
  return levelled
    .filter(({value}) => value !== undefined)
    .map(({level, value}) => ({
      subject,
      statement: subjects[subject]?.parse(value, place),
      level,
    }));
}

/** A misspelt `expect` is reported as the unknown key it is. */
function isMisspelt(check: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(check).some(
    (key) => !checkKeys.includes(key) && levels.some((level) => level === nearest(key, checkKeys)),
  );
}

/**
 * Reads a check's `expect` and `warn`. A check that has neither asserts nothing, which is an error
 * unless its kind says enough by itself.
 */
export function readClaims(
  kind: Kind,
  check: Readonly<Record<string, unknown>>,
  path: Path,
  report: Report,
): Claim[] {
  const used = levels.filter((level) => check[level] !== undefined);
  if (used.length === 0 && kind.isEnoughAlone !== true) {
    if (isMisspelt(check)) return [];
    const message = `This check asserts nothing. Add "expect" or "warn" with one of: ${Object.keys(kind.subjects).join(', ')}.`;
    report({path: path.concat(kind.word), isAtKey: true, message});
    return [];
  }
  const claims = used.flatMap((level) =>
    readLevel(kind, level, check[level], path.concat(level), report),
  );
  return [...impliedClaims(kind, claims), ...claims];
}
