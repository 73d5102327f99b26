import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Candidates} from './candidates.ts';
import type {ExportedFile} from './exported.ts';
import type {ShellEntry, ShellPlan} from './shell-plan.ts';
import {commentList, headLines, libraryText, turnLines, type Origin} from './shell-script.ts';

/** `check_01_api_is_healthy`: what a file system, Nagios and Icinga all take as a name. */
function pluginName({number, candidate}: ShellEntry, count: number): string {
  const words = candidate.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');
  const digits = String(number).padStart(String(count).length, '0');
  return ['check', digits, words].filter(Boolean).join('_');
}

/** The check and all that it waits for, in their order. */
function withNeeds(entry: ShellEntry, all: readonly ShellEntry[]): ShellEntry[] {
  const wanted = new Set([entry.number]);
  for (const one of all.toReversed())
    if (wanted.has(one.number)) {
      const asked = [...(one.when?.condition ?? '').matchAll(/outcome_of (?<number>\d+)/g)];
      for (const number of [...one.needs, ...asked.map(({groups}) => Number(groups?.['number']))])
        wanted.add(number);
    }
  return all.filter(({number}) => wanted.has(number));
}

async function plugin(
  entry: ShellEntry,
  candidates: Candidates,
  plan: ShellPlan,
  origin: Origin,
): Promise<string> {
  const {quoting, system} = candidates;
  const entries = withNeeds(entry, plan.entries);
  const names = plan.entries.map(({candidate}) => candidate.name);
  const variables = [...new Set(entries.flatMap((one) => one.variables))];
  const own = plan.notes.filter(({name}) => name === entry.candidate.name);
  return `${[
    '#!/bin/sh',
    `# Monitoring plugin: ${entry.candidate.name}`,
    `# From the checks of ${system ?? 'a system'}, which passed on ${origin.ranAt} (run ${origin.run}).`,
    '# Exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.',
    ...(variables.length === 0
      ? []
      : [`# Set these environment variables: ${variables.join(' ')}`]),
    ...commentList('To know:', own),
    '',
    ...headLines(variables, candidates.folder, quoting),
    '',
    await libraryText(
      entries.flatMap(({libraries}) => libraries),
      origin,
    ),
    '',
    await readFile(path.join(origin.library, 'plugin.sh'), 'utf8'),
    ...entries.map(({text}) => `${text}\n`),
    '_perf=',
    ...entries.flatMap((one) => ['_perf=', ...turnLines(one, names, quoting)]),
    `answer ${entry.candidate.check.severity}`,
  ].join('\n')}\n`;
}

/** Text inside double quotes of Icinga's language. */
function icingaText(text: string): string {
  return `"${text.replace(/[\\"]/g, String.raw`\$&`)}"`;
}

/** A directive of Nagios ends with the line, and `;` begins a comment. */
function nagiosText(text: string): string {
  return text
    .replaceAll(';', ',')
    .replace(/[`~!$%^&*|'"<>?()=\\]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function seconds(entry: ShellEntry): number {
  return Math.ceil(entry.candidate.check.timeout / 1000) + 5;
}

function nagiosConfig(
  plugins: readonly (readonly [string, ShellEntry])[],
  comments: readonly string[],
): string {
  return `${[
    '# A sample for Nagios: copy the plugins to the folder of $USER1$, or set a macro of your own.',
    '# Environment variables that a plugin asks for have to be set for the daemon that starts it.',
    ...comments,
    ...plugins.map(
      ([name, entry]) => `
define command {
  command_name  ${name}
  command_line  $USER1$/${name}
}

define service {
  use                  generic-service
  host_name            localhost
  service_description  ${nagiosText(entry.candidate.name)}
  check_command        ${name}
}`,
    ),
  ].join('\n')}\n`;
}

function icingaConfig(
  plugins: readonly (readonly [string, ShellEntry])[],
  comments: readonly string[],
): string {
  return `${[
    '// A sample for Icinga 2: copy the plugins to PluginDir.',
    '// Environment variables that a plugin asks for go into "env" of its command.',
    ...comments.map((line) => line.replace(/^#/, '//')),
    ...plugins.map(
      ([name, entry]) => `
object CheckCommand ${icingaText(name)} {
  command = [ PluginDir + ${icingaText(`/${name}`)} ]
  timeout = ${seconds(entry)}s${
    entry.variables.length === 0
      ? ''
      : `\n  env = {\n${entry.variables.map((variable) => `    ${variable} = ${icingaText(`$${variable.toLowerCase()}$`)}`).join('\n')}\n  }`
  }
}

apply Service ${icingaText(entry.candidate.name)} {
  import "generic-service"
  check_command = ${icingaText(name)}
  assign where host.name == NodeName
}`,
    ),
  ].join('\n')}\n`;
}

/** One plugin for each check, and samples of how monitoring systems call them. */
export async function pluginFiles(
  candidates: Candidates,
  plan: ShellPlan,
  origin: Origin,
): Promise<ExportedFile[]> {
  const {entries, leftOut, notes} = plan;
  const plugins = entries.map((entry) => [pluginName(entry, entries.length), entry] as const);
  const comments = [
    ...commentList('Not among the plugins:', leftOut),
    ...commentList('To know:', notes),
  ];
  const programs = await Promise.all(
    plugins.map(async ([name, entry]) => ({
      name,
      text: await plugin(entry, candidates, plan, origin),
      isProgram: true,
    })),
  );
  return [
    ...programs,
    {name: 'nagios.cfg', text: nagiosConfig(plugins, comments), isProgram: false},
    {name: 'icinga2.conf', text: icingaConfig(plugins, comments), isProgram: false},
  ];
}
