import {z} from 'zod';
import {about} from './about.ts';
import {amount} from '../../assertions/amounts.ts';
import type {Assertion} from '../../assertions/assertion.ts';
import {choiceSubject, durationSubject} from '../../assertions/simple-subjects.ts';
import type {Claim} from '../../assertions/subject.ts';
import {textSubject} from '../../assertions/text-subjects.ts';
import {keepOutput, keepText} from '../../capture/raw-output.ts';
import {createTextReader} from '../../text/text-reader.ts';
import {missingProgram, programNotFound} from '../../../programs/missing-program.ts';
import type {ProcessEnd} from '../../../programs/run-process.ts';
import {commandLine, textMap} from '../fields/check-fields.ts';
import type {Kind} from '../kind.ts';
import {metricsSubject} from './metrics-subject.ts';
import {pluginPath} from './plugin-folders.ts';
import {readPluginOutput, type PluginOutput} from './plugin-output.ts';
import {shellWord, typedCommand} from '../typed-command.ts';

export interface NagiosSpec {
  readonly plugin: string | readonly string[];
  readonly env?: Readonly<Record<string, string>> | undefined;
}

const fields = {
  plugin: commandLine.describe(
    'The plugin with its arguments; the usual folders are searched for it.',
  ),
  env: textMap.optional().describe('Variables of its environment, added to those of this program.'),
};

const schema: z.ZodType<NagiosSpec> = z.union([
  commandLine.transform((plugin) => ({plugin})),
  z.strictObject(fields),
]);

/** By exit code; every other code is as good as UNKNOWN. */
const statuses = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const;

const statusSubject = choiceSubject(statuses);

function isStatusExpected(status: string, claims: readonly Claim[]): boolean {
  const statements = claims.filter(
    ({subject, level}) => subject === 'status' && level === 'expect',
  );
  return (
    statements.length > 0 &&
    statements.every(({statement}) =>
      statusSubject
        .judge(statement as Assertion, {value: status}, 'status')
        .every(({isMet}) => isMet),
    )
  );
}

/** The plugin's line, or what stands for it, with what was not understood of its numbers. */
function told({message, malformed}: PluginOutput, stderr: string, exit: number): string {
  const said = message || (stderr.trim().split('\n')[0] ?? '');
  const code = exit > 3 ? `Exit code ${exit} is none of a plugin's (0 to 3)` : '';
  const text =
    said === '' ? code || `The plugin said nothing` : [code, said].filter(Boolean).join(': ');
  const words = malformed.map((word) => JSON.stringify(word)).join(', ');
  return words === '' ? text : `${text} (not understood in its performance data: ${words})`;
}

/** Why there was no plugin to run, if that is so. */
function hindrance(end: ProcessEnd, stderr: string): string | undefined {
  if (end.type === 'not-started')
    return end.code === 'ENOENT'
      ? missingProgram(end.program)
      : `The plugin ${end.program} cannot be started: ${end.code === 'EACCES' ? 'permission denied' : end.code}.`;
  const isMissing = end.type === 'ended' && end.exit === 127;
  const program = isMissing ? programNotFound(stderr) : undefined;
  return program === undefined ? undefined : missingProgram(program);
}

/** `nagios`: runs a monitoring plugin and takes its word: exit code, first line, performance data. */
export const nagiosKind: Kind<NagiosSpec> = {
  word: 'nagios',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {
    status: statusSubject,
    metrics: metricsSubject,
    text: textSubject,
    duration: durationSubject,
  },
  implied: {subject: 'status', value: {one_of: ['OK', 'WARNING']}, warn: 'OK'},
  isEnoughAlone: true,
  target: ({plugin}) => typedCommand(plugin),
  describe({plugin, env = {}}) {
    const settings = Object.entries(env).map(([name, value]) => `${name}=${shellWord(value)} `);
    return `${settings.join('')}${typedCommand(plugin)}${typeof plugin === 'string' ? '' : ' (without a shell)'}`;
  },
  commandOf: ({plugin}) => plugin,
  canRunOn: () => true,
  async measure({plugin, env}, {run, isElsewhere, claims}) {
    const [all, stdout, stderr] = [keepOutput(), keepText(), keepText()];
    const text = createTextReader({claims, subjects: ['text']});
    const path = pluginPath(env?.['PATH'] ?? process.env['PATH']);
    const end = await run({
      command: plugin,
      // Where plugins lie elsewhere, this machine's PATH does not tell.
      environment: isElsewhere ? env : {...env, PATH: path},
      onStdout(chunk) {
        all.push(chunk);
        stdout.push(chunk);
        text.push(chunk);
      },
      onStderr(chunk) {
        all.push(chunk);
        stderr.push(chunk);
      },
    });
    const output = all.output();
    const hindered = hindrance(end, stderr.text().text);
    if (hindered !== undefined || end.type === 'not-started')
      return {values: {}, output, verdict: {outcome: 'unknown', message: hindered ?? ''}};
    if (end.type === 'aborted') return {values: {}, output, isCutShort: true};
    const status = statuses[end.exit] ?? 'UNKNOWN';
    const read = readPluginOutput(stdout.text().text);
    const message = told(read, stderr.text().text, end.exit);
    const isUnknown = status === 'UNKNOWN' && !isStatusExpected(status, claims);
    return {
      values: {
        status: {value: status},
        metrics: read.metrics,
        text: text.content(),
        duration: {value: amount(end.duration, 'duration')},
      },
      own: {subject: 'status', message},
      metrics: read.metrics,
      code: end.exit,
      output,
      ...(isUnknown ? {verdict: {outcome: 'unknown', message}} : {}),
    };
  },
};
