import {spawn, spawnSync} from 'node:child_process';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {text} from 'node:stream/consumers';
import {once} from 'node:events';
import {expect} from 'vitest';
import {exportChecks, type ExportForm} from '../../source/export/export-checks.ts';
import type {Exported} from '../../source/export/exported.ts';
import type {Outcome} from '../../source/checks/check-result.ts';
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {runChecks} from '../../source/checks/run.ts';
import type {ChecksFolder} from '../checks/checks-folder.ts';
import {isFull} from '../harness/amount.ts';

export const library = fileURLToPath(new URL('../../templates/export', import.meta.url));

const origin = {ranAt: '2026-03-01T09:12:00.000Z', run: 'a1b2c3d4', library};

export type Verdicts = Readonly<Record<string, Outcome>>;

export function has(program: string): boolean {
  return spawnSync(program, ['--help'], {stdio: 'ignore'}).error === undefined;
}

/** Whether one of these programs is missing, so that a test has to skip; it is said which. */
export function lacks(...programs: readonly string[]): boolean {
  const missing = programs.filter((program) => !has(program));
  if (missing.length > 0)
    console.warn(`Missing here, so a test of exported checks skips: ${missing.join(', ')}`);
  return missing.length > 0;
}

const hasBusybox = has('busybox');
if (!hasBusybox) console.warn('There is no busybox, so exported scripts are tried with sh alone.');

/** The shells under which scripts are run; busybox comes with its own grep, sed, awk and stat. */
export const shells: readonly ShellName[] = hasBusybox ? ['sh', 'busybox sh'] : ['sh'];

export type ShellName = 'sh' | 'busybox sh';

export interface Script {
  readonly path: string;
  readonly text: string;
  readonly exported: Exported;
}

/** Exports a checks file as if every check of it had passed, so that failing ones are compared too. */
export async function exported(
  folder: ChecksFolder,
  form: ExportForm,
  environment?: Readonly<Record<string, string>>,
): Promise<Exported> {
  const file = path.join(folder.path, 'handoff.yaml');
  const options = environment ? {environment} : {};
  const {results} = await runChecks(await readChecksFile(file, options), {allowChanges: false});
  return exportChecks({
    path: file,
    form,
    origin,
    ...options,
    results: results.map((result) => ({...result, outcome: 'pass'})),
  });
}

export async function scriptOf(
  folder: ChecksFolder,
  environment?: Readonly<Record<string, string>>,
): Promise<Script> {
  const found = await exported(folder, 'sh', environment);
  const script = found.files[0]?.text ?? '';
  const file = path.join(folder.path, 'checks.sh');
  await writeFile(file, script);
  return {path: file, text: script, exported: found};
}

/** A folder in which the programs of busybox come first. */
async function busyboxPath(folder: string): Promise<string> {
  const tools = path.join(folder, '.busybox');
  await mkdir(tools, {recursive: true});
  const wanted =
    'awk cat cut date env grep head mktemp od readlink rm sed sh sleep sort stat tail timeout tr wc mv'.split(
      ' ',
    );
  await Promise.all(
    wanted.map(async (name) =>
      symlink('/usr/bin/busybox', path.join(tools, name)).catch(() => undefined),
    ),
  );
  return tools;
}

export interface ScriptEnd {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a process group of its own, as a person's shell does. */
export async function runScript(
  path: string,
  shell: ShellName,
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ScriptEnd> {
  const isBusybox = shell === 'busybox sh';
  const tools = isBusybox ? `${await busyboxPath(folder)}:` : '';
  const [program = '', ...words] = isBusybox ? ['busybox', 'sh', path] : ['sh', path];
  const child = spawn(program, words, {
    env: {...environment, PATH: `${tools}${environment['PATH'] ?? process.env['PATH'] ?? ''}`},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const [stdout, stderr, [exit]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return {exit, stdout, stderr};
}

export function verdictsOf({stdout}: Pick<ScriptEnd, 'stdout'>): Verdicts {
  const lines = stdout.matchAll(
    /^(?<word>PASS|WARN|FAIL|UNKNOWN|SKIPPED|WAIVED) +(?<name>.*?)(?: \(recommended\))?$/gm,
  );
  return Object.fromEntries(
    [...lines].map(({groups}) => [groups?.['name'], groups?.['word']?.toLowerCase()]),
  ) as Verdicts;
}

/** What the engine says now. */
export async function engineVerdicts(folder: ChecksFolder): Promise<Verdicts> {
  const {results} = await runChecks(await readChecksFile(path.join(folder.path, 'handoff.yaml')));
  return Object.fromEntries(results.map(({name, outcome}) => [name, outcome]));
}

/** How often each script was run. */
const runs = new WeakMap<Script, number>();

/** One shell by turn, the odd one first; all of them, where all is asked for. */
function shellsFor(script: Script): readonly ShellName[] {
  const before = runs.get(script) ?? 0;
  runs.set(script, before + 1);
  return isFull ? shells : shells.toReversed().filter((_, at) => at === before % shells.length);
}

/**
 * Expects the script and the engine to agree on every check, now that something is as `state` says:
 * under one shell after the other. Gives the outcomes.
 */
export async function agreed(
  folder: ChecksFolder,
  script: Script,
  state: string,
  tried = shellsFor(script),
): Promise<Verdicts> {
  const [meant, ...ends] = await Promise.all([
    engineVerdicts(folder),
    ...tried.map(async (shell) => ({
      shell,
      ...(await runScript(script.path, shell, folder.path)),
    })),
  ]);
  for (const {shell, stdout, stderr} of ends)
    expect({state, shell, stdout, stderr, ...verdictsOf({stdout})}).toEqual({
      state,
      shell,
      stdout,
      stderr: '',
      ...meant,
    });
  return meant;
}
