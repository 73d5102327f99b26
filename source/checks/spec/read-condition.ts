import path from 'node:path';
import {holds} from '../assertions/holds.ts';
import {parseAssertion} from '../assertions/parse-assertion.ts';
import {inWords} from '../assertions/in-words.ts';
import type {Condition} from '../conditions.ts';
import {outcomes, type Outcome} from '../check-result.ts';
import {nearest} from '../../nearest.ts';
import type {Path, Report} from './report.ts';
import {typeOf} from './schema-words.ts';
import type {Variables} from './variables.ts';

export interface ConditionSurroundings {
  readonly folder: string;
  readonly variables: Variables;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly report: Report;
  /** What this machine runs, in the words of `systems`. */
  readonly system: string;
}

type Reader = (
  input: unknown,
  path: Path,
  surroundings: ConditionSurroundings,
) => Condition | undefined;

/** What Node calls a system, and what people call it. */
export const systems: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'macos',
  win32: 'windows',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  aix: 'aix',
  sunos: 'sunos',
};

/** One word of a closed set, or a list of them. */
function readWords<Word extends string>(
  input: unknown,
  known: readonly Word[],
  path: Path,
  report: Report,
): Word[] | undefined {
  const list: unknown[] = Array.isArray(input) ? input : [input];
  const words = list.filter((one): one is Word => known.some((word) => word === one));
  const wrong = list.find((one) => !known.some((word) => word === one));
  if (list.length > 0 && wrong === undefined) return words;
  const suggestion = typeof wrong === 'string' ? nearest(wrong, known) : undefined;
  report({path, message: `"${String(path.at(-1))}" is one of: ${known.join(', ')}.`, suggestion});
  return undefined;
}

function readText(input: unknown, path: Path, report: Report): string | undefined {
  if (typeof input === 'string' && input.trim() !== '') return input.trim();
  report({path, message: `"${String(path.at(-1))}" takes text, and this is ${typeOf(input)}.`});
  return undefined;
}

function readOs(input: unknown, path: Path, {report, system}: ConditionSurroundings) {
  const words = readWords(input, Object.values(systems), path, report);
  return (
    words && {
      type: 'fact' as const,
      isMet: words.includes(system),
      words: `the system is ${words.join(' or ')}`,
    }
  );
}

/** A map of names to statements about their values. */
function readNamed(
  input: object,
  what: string,
  path: Path,
  report: Report,
  valueOf: (name: string, at: Path) => string | undefined,
): Condition | undefined {
  const parts = Object.entries(input).map(([name, statement]): Condition | undefined => {
    const at = path.concat(name);
    const wanted = parseAssertion(statement, {subject: name, shape: 'text', path: at, report});
    const value = valueOf(name, at);
    return (
      wanted && {
        type: 'fact',
        isMet: value !== undefined && holds(wanted, value, true),
        words: `${what} ${name} ${inWords(wanted)}`,
      }
    );
  });
  if (parts.length === 0)
    report({path, message: `Nothing is said under "${String(path.at(-1))}".`});
  return parts.length > 0 && parts.every((part) => part !== undefined)
    ? {type: 'all', of: parts}
    : undefined;
}

function readEnv(input: unknown, path: Path, {report, environment}: ConditionSurroundings) {
  const valueOf = (name: string) =>
    Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return readNamed(input, 'the environment variable', path, report, valueOf);
  const name = readText(input, path, report);
  return name === undefined
    ? undefined
    : {
        type: 'fact' as const,
        isMet: (valueOf(name) ?? '') !== '',
        words: `the environment variable ${name} is set`,
      };
}

function readVar(input: unknown, path: Path, {report, variables}: ConditionSurroundings) {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    report({path, message: '"var" takes a map, such as {stage: production}.'});
    return undefined;
  }
  return readNamed(input, 'the variable', path, report, (name, at) => {
    const {value, problems} = variables.fill(`\${${name}}`, false);
    const [problem] = problems;
    if (problem)
      report({path: at, isAtKey: true, message: problem.message, suggestion: problem.suggestion});
    return String(value);
  });
}

const readers: Readonly<Record<string, Reader>> = {
  os: readOs,
  env: readEnv,
  var: readVar,
  file(input, at, {report, folder}) {
    const file = readText(input, at, report);
    return file === undefined
      ? undefined
      : {type: 'file', path: path.resolve(folder, file), words: `the file ${file} exists`};
  },
  check(input, path, {report}) {
    const name = readText(input, path, report);
    return name === undefined ? undefined : {type: 'check', name, outcomes: ['pass']};
  },
  not(input, path, surroundings) {
    const of = readCondition(input, path, surroundings);
    return of && {type: 'not', of};
  },
};

/** The keys of `when`; `is` belongs to `check`. */
export const conditionKeys: readonly string[] = [...Object.keys(readers), 'is'];

function withOutcomes(
  condition: Condition | undefined,
  wanted: readonly Outcome[] | undefined,
): Condition | undefined {
  return condition?.type === 'check' && wanted ? {...condition, outcomes: wanted} : condition;
}

/** Reads `when`: a map of which everything must hold. Reports every problem and then gives undefined. */
export function readCondition(
  input: unknown,
  path: Path,
  surroundings: ConditionSurroundings,
): Condition | undefined {
  const {report} = surroundings;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const message = `"${String(path.at(-1))}" takes a map of conditions: ${conditionKeys.join(', ')}.`;
    report({path, message});
    return undefined;
  }
  const entries = Object.entries(input);
  if (entries.length === 0) {
    report({path, message: `Nothing is said under "${String(path.at(-1))}".`});
    return undefined;
  }
  const is: unknown = 'is' in input ? input.is : undefined;
  if ('is' in input && !('check' in input))
    report({
      path: path.concat('is'),
      isAtKey: true,
      message: '"is" belongs to "check": {check: name, is: pass}.',
    });
  const wanted = is === undefined ? undefined : readWords(is, outcomes, path.concat('is'), report);
  const parts = entries
    .filter(([key]) => key !== 'is')
    .map(([key, value]) => {
      const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
      const at = path.concat(key);
      if (!reader)
        report({
          path: at,
          isAtKey: true,
          message: `Unknown condition "${key}". There are: ${conditionKeys.join(', ')}.`,
          suggestion: nearest(key, conditionKeys),
        });
      return withOutcomes(reader?.(value, at, surroundings), wanted);
    });
  return parts.every((part) => part !== undefined) ? {type: 'all', of: parts} : undefined;
}
