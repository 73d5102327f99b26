import type {z} from 'zod';
import {kinds} from '../kinds/check-kinds.ts';
import type {Path, ProblemNote} from './report.ts';
import {runningKeys} from './schema-running.ts';
import {checkKeys, fileKeys} from './spec-schema.ts';
import {nearest} from '../../nearest.ts';

type Issue = z.core.$ZodIssue;

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  bigint: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

/** What a value is, in the words of the messages. */
export function typeOf(value: unknown): string {
  if (value === null) return 'empty';
  return Array.isArray(value) ? 'a list' : (typeWords[typeof value] ?? typeof value);
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path)
    value = (value as Readonly<Record<string | number, unknown>> | undefined | null)?.[key];
  return value;
}

/** The keys allowed in the map at a path. */
function knownKeys(path: Path): readonly string[] {
  const [first, , third] = path;
  if (path.length === 0) return fileKeys;
  if (first === 'waivers' || first === 'include') return runningKeys[first];
  if (third === 'retry') return runningKeys.retry;
  return path.length === 2 ? checkKeys : (kinds.get(String(third))?.keys ?? []);
}

/** What a file is called, and which keys may stand where in it. */
export interface FileWords {
  readonly name: string;
  readonly keysAt: (path: Path) => readonly string[];
}

const checksFile: FileWords = {name: 'A checks file', keysAt: knownKeys};

function wordedType(expected: string, path: Path, value: unknown, file: FileWords): string {
  const name = path.length === 0 ? file.name : `"${String(path.at(-1))}"`;
  if (value === undefined) return `${name} is missing.`;
  const wanted = typeWords[expected] ?? expected;
  const where = typeof path.at(-1) === 'number' ? 'This entry' : name;
  return value === null
    ? `${where} is empty; ${wanted} belongs here.`
    : `${where} is ${typeOf(value)}; ${wanted} belongs here.`;
}

/** Whether a form is for something else than what was written: for a text, and it is a map. */
function isOfAnotherType(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  return (
    issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((form) => form.some(isOfAnotherType)))
  );
}

/** Of the forms that were possible, the one that was meant: what fits the written type goes deepest. */
function meantForm(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return forms.find((issues) => !issues.some(isOfAnotherType));
}

function unionNotes(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  root: unknown,
  file: FileWords,
): ProblemNote[] {
  const meant = meantForm(issue.errors);
  if (meant && meant.length > 0)
    return meant.flatMap((inner) =>
      issueNotes({...inner, path: [...issue.path, ...inner.path]}, root, file),
    );
  const wanted = issue.errors.flatMap((errors) =>
    errors.map((inner) =>
      inner.code === 'invalid_type' ? (typeWords[inner.expected] ?? inner.expected) : '',
    ),
  );
  const list = [...new Set(wanted.filter(Boolean))].join(' or ');
  const value = valueAt(root, path);
  const isOurs = value !== undefined && !issue.message.startsWith('Invalid');
  return [{path, message: isOurs ? issue.message : wordedType(list, path, value, file)}];
}

/** Tells in a person's words what zod found. `root` is the whole file's data, for the paths. */
export function issueNotes(
  issue: Issue,
  root: unknown,
  file: FileWords = checksFile,
): ProblemNote[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const name = `"${String(path.at(-1))}"`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: path.concat(key),
        isAtKey: true,
        message: `Unknown key "${key}".`,
        suggestion: nearest(key, file.keysAt(path)),
      }));
    case 'invalid_type':
      return [{path, message: wordedType(issue.expected, path, valueAt(root, path), file)}];
    case 'invalid_union':
      return unionNotes(issue, path, root, file);
    case 'invalid_value': {
      const words = issue.values.map(String);
      const value = valueAt(root, path);
      return [
        {
          path,
          message: `${name} is one of: ${words.join(', ')}.`,
          suggestion: typeof value === 'string' ? nearest(value, words) : undefined,
        },
      ];
    }
    case 'too_small': {
      if (issue.origin === 'number') return [{path, message: issue.message}];
      const what = typeof path.at(-1) === 'number' ? 'This entry' : name;
      return [{path, message: `${what} must not be empty.`}];
    }
    default:
      return [{path, message: issue.message}];
  }
}
