import path from 'node:path';
import type {Assertion} from '../checks/assertions/assertion.ts';
import {formatDuration} from '../checks/assertions/amounts.ts';
import type {Claim} from '../checks/assertions/subject.ts';
import {kinds} from '../checks/kinds/check-kinds.ts';
import type {Candidate} from './candidates.ts';
import type {Condition, Written} from './kinds/kind-writer.ts';
import {kindWriters} from './kinds/writers.ts';
import {NotCarriedError} from './pattern/parse-expression.ts';
import type {Quoting} from './quoting.ts';
import {conditionFor, type Place, type ShellWriter} from './shell-subjects.ts';

/** A check as a function of the shell, with what it needs around it. */
export interface ShellCheck {
  readonly text: string;
  readonly libraries: readonly string[];
  /** Environment variables that it reads. */
  readonly variables: readonly string[];
}

export interface ShellCheckOrder {
  readonly candidate: Candidate;
  /** Its number in the script, from 1. */
  readonly number: number;
  readonly quoting: Quoting;
  /** Folder of the checks file, for which the script has a variable. */
  readonly root: string;
  /** Writes down what was measured too, for performance data. */
  readonly isMeasuring?: boolean;
}

function shownBy(place: Place): Condition['shown'] {
  return place.type === 'text' || place.type === 'list'
    ? {file: place.file}
    : {variable: place.variable};
}

function conditionsOf(claim: Claim, written: Written, writer: ShellWriter): readonly Condition[] {
  const own = written.conditionsOf?.(claim);
  if (own) return own;
  const place = written.places[claim.subject];
  if (!place) throw new NotCarriedError(`the subject "${claim.subject}"`);
  const condition = conditionFor(claim.statement as Assertion, place, writer);
  return [{condition, shown: shownBy(place)}];
}

function claimLines(claim: Claim, kind: string, written: Written, writer: ShellWriter): string[] {
  const {word, plain} = writer.quoting;
  const said =
    kinds.get(kind)?.subjects[claim.subject]?.judge(claim.statement, undefined, claim.subject) ??
    [];
  return conditionsOf(claim, written, writer).flatMap(({before = [], condition, shown}, at) => {
    const {subject = claim.subject, expected = ''} = said[at] ?? {};
    const words = word(plain(`${subject}: expected ${expected}`));
    const tell =
      'file' in shown
        ? `claim_file $? ${claim.level} ${words} ${shown.file}`
        : `claim $? ${claim.level} ${words} "$${shown.variable}"`;
    const lines = [...before, condition, tell];
    const unseen = written.unseen?.[claim.subject];
    if (unseen === undefined) return lines;
    const untold = `claim_unseen ${claim.level} ${words} "$${unseen}"`;
    return [
      `if [ -n "$${unseen}" ]; then ${untold}; else`,
      ...lines.map((line) => `  ${line}`),
      'fi',
    ];
  });
}

/** Where a check's paths start: from the script's folder where it can be told. */
function placeOf(folder: string, root: string, {word}: Quoting): string {
  const inside = path.relative(root, folder);
  if (inside === '') return '"$_folder"';
  return inside.startsWith('..') ? word(folder) : `"$_folder"/${word(inside)}`;
}

function commandFolder(candidate: Candidate, place: string, {word}: Quoting): string {
  const {kind, spec, on} = candidate.check;
  const cwd: unknown =
    kind === 'command' &&
    on === undefined &&
    typeof spec === 'object' &&
    spec !== null &&
    'cwd' in spec
      ? spec.cwd
      : undefined;
  if (typeof cwd !== 'string') return place;
  return cwd.startsWith('/') ? word(cwd) : `${place}/${word(cwd)}`;
}

/**
 * Writes a check as a function `check_N`.
 * @throws NotCarriedError when the shell cannot say exactly the same
 */
export function shellCheck(order: ShellCheckOrder): ShellCheck {
  const {candidate, number, quoting, root, isMeasuring = false} = order;
  const {check, name} = candidate;
  const write = kindWriters.get(check.kind);
  if (!write) throw new NotCarriedError(`the kind "${check.kind}"`);
  const helpers: string[] = [];
  const writer: ShellWriter = {
    quoting,
    define(body) {
      const helper = `check_${number}_${helpers.length + 1}`;
      helpers.push(`${helper}() {\n  ${body}\n}`);
      return helper;
    },
  };
  const written = write(check, writer);
  const isJson = check.claims.some(({subject}) => subject === 'json');
  const claims = check.claims.flatMap((claim) => claimLines(claim, check.kind, written, writer));
  const measured = isMeasuring
    ? (written.numbers ?? []).map(
        ({label, variable, unit}) => `perf ${label} "$${variable}" '${unit}'`,
      )
    : [];
  const place = commandFolder(candidate, placeOf(check.folder, root, quoting), quoting);
  const lines = [
    `_limit=${Math.round(check.timeout)} # ${formatDuration(check.timeout)}`,
    `_here=${place}`,
    ...(isJson ? ["tool jq 'package jq' || return 0"] : []),
    ...written.lines,
    ...measured,
    ...claims,
  ];
  const body = [...helpers, ...lines].join('\n');
  const variables = [
    ...new Set(
      [...body.matchAll(/\$\{(?<name>[A-Za-z_]\w*)\}/g)].flatMap(
        ({groups}) => groups?.['name'] ?? [],
      ),
    ),
  ].filter((variable) => quoting.variables.includes(variable));
  const needed = variables.length === 0 ? [] : [`needs_env ${variables.join(' ')} || return 0`];
  const about = [name, check.description, quoting.plain(`${check.kind} ${check.action}`)]
    .filter((text) => text !== undefined)
    .map((text) => `# ${quoting.plain(text)}`);
  return {
    text: [
      ...helpers,
      ...about,
      `check_${number}() {`,
      ...[...needed, ...lines].map((line) => `  ${line}`),
      '}',
    ].join('\n'),
    libraries: [...written.libraries, ...(isJson ? ['json'] : [])],
    variables,
  };
}
