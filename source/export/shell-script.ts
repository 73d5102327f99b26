import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Candidates, LeftOut} from './candidates.ts';
import type {Quoting} from './quoting.ts';
import type {ShellEntry, ShellPlan} from './shell-plan.ts';

/** Where an export comes from, fit to be written down. */
export interface Origin {
  /** When the run was, ISO 8601, and its id. */
  readonly ranAt: string;
  readonly run: string;
  /** Folder of the parts of shell that scripts are made of. */
  readonly library: string;
  /** Where commands and paths start, written instead of the folder that the checks file lies in. */
  readonly folder?: string;
}

/** Parts in the order in which they are written. */
const order = [
  'command',
  'json',
  'http',
  'tls',
  'tcp',
  'dns',
  'file',
  'disk',
  'host',
  'port',
  'process',
  'service',
  'log',
  'nagios',
];

export async function libraryText(
  libraries: readonly string[],
  {library}: Origin,
): Promise<string> {
  const names = ['base', ...order.filter((name) => libraries.includes(name)), 'run'];
  const parts = await Promise.all(
    names.map(async (name) => readFile(path.join(library, `${name}.sh`), 'utf8')),
  );
  return parts.map((part) => part.trimEnd()).join('\n\n');
}

/** A list of names with reasons, as comments. */
export function commentList(title: string, entries: readonly LeftOut[]): string[] {
  return entries.length === 0
    ? []
    : ['#', `# ${title}`, ...entries.map(({name, reason}) => `# - ${name}: ${reason}`)];
}

/** What a check runs after and how often, as the body of its turn. */
export function turnLines(
  {candidate, number, needs, when}: ShellEntry,
  names: readonly string[],
  quoting: Quoting,
): string[] {
  const {check, waiver} = candidate;
  const {word, plain} = quoting;
  const {retry} = check;
  const times = retry?.times === undefined ? `until:${retry?.until ?? 0}` : String(retry.times);
  const run = retry ? `tries ${number} ${times} ${retry.every}` : `once ${number}`;
  const obstacles = [
    ...(when
      ? [`if ! { ${when.condition}; }; then skip ${word(`it applies only if ${when.words}`)}`]
      : []),
    ...needs.map(
      (need) =>
        `if ! went_well ${need}; then skip ${word(`it needs "${names[need - 1] ?? ''}", which did not go well`)}`,
    ),
  ].map((line, at) => (at === 0 ? line : `el${line}`));
  return [
    ...(obstacles.length === 0 ? [run] : [...obstacles, `else ${run}`, 'fi']),
    ...(waiver
      ? [
          `waived ${waiver.expires.replaceAll('-', '')} ${word(plain(waiver.approver))} ${word(plain(waiver.reason))}`,
        ]
      : []),
    `_outcome_${number}=$_outcome`,
  ];
}

export function headLines(
  variables: readonly string[],
  folder: string,
  quoting: Quoting,
): string[] {
  return [
    `_secrets='${variables.join(' ')}' # environment variables whose values are never shown`,
    `_folder=\${CHECKS_FOLDER:-${quoting.word(folder)}} # where commands and relative paths start`,
    '[ -d "$_folder" ] || { echo "note: there is no $_folder here, so paths start in this folder" >&2 && _folder=.; }',
    '_folder=$(CDPATH= cd -- "$_folder" && pwd) || exit 3',
  ];
}

/** Everything as one script for any POSIX shell. */
export async function shellScript(
  candidates: Candidates,
  plan: ShellPlan,
  origin: Origin,
): Promise<string> {
  const {quoting, system} = candidates;
  const {word, plain} = quoting;
  const {entries, leftOut, notes} = plan;
  const variables = [...new Set(entries.flatMap((entry) => entry.variables))];
  const names = entries.map(({candidate}) => candidate.name);
  const turns = entries.flatMap((entry) => {
    const {check, name} = entry.candidate;
    const fix = check.fix === undefined ? '' : ` ${word(plain(check.fix))}`;
    return [
      '',
      ...turnLines(entry, names, quoting),
      `report ${check.severity} ${word(name)}${fix}`,
    ];
  });
  return `${[
    '#!/bin/sh',
    `# Checks of ${system ?? 'a system'}, which passed on ${origin.ranAt} (run ${origin.run}).`,
    '# Run it with any POSIX shell. It changes nothing. It ends with 0 when all is good, 3 when a',
    '# required check fails or cannot be told, and 4 for warnings only.',
    ...(variables.length === 0
      ? []
      : [`# Set these environment variables: ${variables.join(' ')}`]),
    ...commentList('Not in this script:', leftOut),
    ...commentList('To know:', notes),
    '',
    ...headLines(variables, origin.folder ?? candidates.folder, quoting),
    '',
    await libraryText(
      entries.flatMap(({libraries}) => libraries),
      origin,
    ),
    '',
    await readFile(path.join(origin.library, 'summary.sh'), 'utf8'),
    '# ---- the checks ----------------------------------------------------------------------------------',
    '',
    ...entries.map(({text}) => `${text}\n`),
    '# ---- all of them in turn -------------------------------------------------------------------------',
    ...turns,
    '',
    'summary',
  ].join('\n')}\n`;
}
