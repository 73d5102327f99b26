import {stat} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {about} from './about.ts';
import {amount} from '../../assertions/amounts.ts';
import type {Assertion} from '../../assertions/assertion.ts';
import {jsonSubject} from '../../assertions/json-subject.ts';
import {durationSubject, countSubject} from '../../assertions/simple-subjects.ts';
import type {Claim} from '../../assertions/subject.ts';
import {textSubject} from '../../assertions/text-subjects.ts';
import {keepOutput, keepText} from '../../capture/raw-output.ts';
import {createTextReader} from '../../text/text-reader.ts';
import {
  bashWordNotFound,
  missingProgram,
  programNotFound,
} from '../../../programs/missing-program.ts';
import {scriptProblem} from '../../../programs/script-interpreter.ts';
import type {ProcessEnd} from '../../../programs/run-process.ts';
import {whyNotStarted} from '../../../programs/why-not-started.ts';
import {commandLine, filePath, textMap} from '../fields/check-fields.ts';
import type {Kind, Measurement} from '../kind.ts';
import {shellWord, typedCommand} from '../typed-command.ts';

const fields = {
  run: commandLine.describe(
    'What is run: text by the shell, a list [program, word, …] without one.',
  ),
  cwd: filePath
    .optional()
    .describe('The folder in which it starts. Otherwise that of the checks file.'),
  env: textMap.optional().describe('Variables of its environment, added to those of this program.'),
  raw: z.boolean().optional().meta({
    usual: false,
    description: 'Colour codes and rewritten lines are judged too, not taken out.',
  }),
};

export interface CommandSpec {
  readonly run: string | readonly string[];
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Judges what came byte for byte, with its colour codes and carriage returns. */
  readonly raw?: boolean | undefined;
}

const schema: z.ZodType<CommandSpec> = z.union([
  commandLine.transform((run) => ({run})),
  z.strictObject(fields),
]);

type Verdict = NonNullable<Measurement['verdict']>;

/** Why nothing can be said although the command was asked for, if that is so. */
function hindrance(end: ProcessEnd, stderr: string, place?: string): Verdict | undefined {
  if (end.type === 'not-started') return {outcome: 'unknown', message: whyNotStarted(end)};
  const word = end.type === 'ended' ? bashWordNotFound(stderr) : undefined;
  // What it would have tested was not, whichever way the line went on.
  if (word !== undefined) return {outcome: 'unknown', message: missingProgram(word)};
  if (end.type === 'ended' && end.exit === 127) {
    const program = programNotFound(stderr);
    return program === undefined
      ? undefined
      : {outcome: 'unknown', message: missingProgram(program, place)};
  }
  if (end.type === 'ended' && end.exit === 126)
    return {
      outcome: 'unknown',
      message: `The shell could not execute the command: ${stderr.trim()}`,
    };
  return undefined;
}

async function folderHindrance(folder: string): Promise<Verdict | undefined> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? undefined : {outcome: 'unknown', message: `There is no folder ${folder}.`};
}

/** The script that the system said is not there, where it is and has another fault. */
async function scriptHindrance(
  program: string | undefined,
  folder: string,
): Promise<Verdict | undefined> {
  if (program?.includes('/') !== true) return undefined;
  const message = await scriptProblem(path.resolve(folder, program));
  return message === undefined ? undefined : {outcome: 'unknown', message};
}

/** A claim that speaks of exit code 126 or 127 knows what it does. */
function isExpected(exit: number, claims: readonly Claim[]): boolean {
  const statements = claims.filter(({subject}) => subject === 'exit');
  return (
    statements.length > 0 &&
    statements.every(({statement}) =>
      countSubject.judge(statement as Assertion, {value: exit}, 'exit').every(({isMet}) => isMet),
    )
  );
}

/** `command`: runs something and looks at its exit code, output and duration. */
export const commandKind: Kind<CommandSpec> = {
  word: 'command',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {
    exit: countSubject,
    stdout: textSubject,
    stderr: textSubject,
    json: jsonSubject,
    duration: durationSubject,
  },
  implied: {subject: 'exit', value: 0},
  target: ({run}) => typedCommand(run),
  describe({run, cwd, env = {}}) {
    const settings = Object.entries(env).map(([name, value]) => `${name}=${shellWord(value)} `);
    const place = cwd === undefined ? '' : ` (in ${cwd})`;
    const how = typeof run === 'string' ? '' : ' (without a shell)';
    return `${settings.join('')}${typedCommand(run)}${how}${place}`;
  },
  commandOf: ({run}) => run,
  canRunOn: () => true,
  async measure({run, cwd, env, raw: isRaw}, context) {
    const {folder, claims, isElsewhere} = context;
    const [all, complaints] = [keepOutput(), keepText()];
    const stdout = createTextReader({claims, subjects: ['stdout', 'json'], isRaw});
    const stderr = createTextReader({claims, subjects: ['stderr'], isRaw});
    const end = await context.run({
      command: run,
      cwd,
      environment: env,
      onStdout(chunk) {
        all.push(chunk);
        stdout.push(chunk);
      },
      onStderr(chunk) {
        all.push(chunk);
        stderr.push(chunk);
        complaints.push(chunk);
      },
    });
    const output = all.output();
    if (end.type === 'aborted') return {values: {}, output, isCutShort: true};
    const said = complaints.text().text;
    const place = path.resolve(folder, cwd ?? '.');
    const isMissing = end.type === 'not-started' && end.code === 'ENOENT';
    const program = isMissing ? end.program : programNotFound(said);
    const verdict =
      (isElsewhere ? undefined : await scriptHindrance(program, place)) ??
      (isMissing && !isElsewhere ? await folderHindrance(place) : undefined) ??
      hindrance(end, said, isElsewhere ? 'where the command runs' : undefined);
    if (end.type === 'not-started') return {values: {}, ...(verdict ? {verdict} : {})};
    const printed = stdout.content();
    const values = {
      exit: {value: end.exit, remark: end.signal && `(${end.signal})`},
      stdout: printed,
      stderr: stderr.content(),
      json: printed,
      duration: {value: amount(end.duration, 'duration')},
    };
    const isHindered =
      verdict !== undefined &&
      (bashWordNotFound(said) !== undefined || !isExpected(end.exit, claims));
    return {values, code: end.exit, output, ...(isHindered ? {verdict} : {})};
  },
};
