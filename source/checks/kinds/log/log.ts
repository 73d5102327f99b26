import path from 'node:path';
import {z} from 'zod';
import {about} from './about.ts';
import {formatDuration, parseAmount} from '../../assertions/amounts.ts';
import type {Encoding} from '../../text/encoding.ts';
import {commandLine, filledText, filePath} from '../fields/check-fields.ts';
import {encodingField} from '../fields/encoding-field.ts';
import type {Kind} from '../kind.ts';
import {scanCommand} from './log-command.ts';
import {scanParts} from './log-file.ts';
import {partsAfter, partsSince, type LogParts} from './log-parts.ts';
import {startScan} from './log-scan.ts';
import {forbidSubject, matchesSubject, requireSubject} from './log-subjects.ts';
import {typedCommand} from '../typed-command.ts';

const lastRun = 'last-run';

export interface LogSpec {
  readonly path?: string | undefined;
  readonly command?: string | readonly string[] | undefined;
  /** Milliseconds back from now, or what came since the run before. */
  readonly since?: number | typeof lastRun | undefined;
  /** Looks at lines with their colour codes. */
  readonly raw?: boolean | undefined;
  readonly encoding?: Encoding | undefined;
}

const sinceField = z.union([z.string(), z.number()]).transform((input, context) => {
  const read = parseAmount(input);
  if (input === lastRun || (read?.dimension === 'duration' && read.value > 0))
    return read ? read.value : lastRun;
  const message = `"since" is a length of time, such as 1h, or ${lastRun}.`;
  context.addIssue({code: 'custom', message});
  return z.NEVER;
});

const fields = {
  path: filePath.optional().describe('The log, also a compressed one. Either this or `command`.'),
  command: commandLine
    .optional()
    .describe('What prints the log, such as journalctl or kubectl logs.'),
  since: sinceField.optional().meta({
    title: 'duration or last-run',
    description: 'Only lines so young, or those that came since the run before. Otherwise all.',
  }),
  raw: z
    .boolean()
    .optional()
    .meta({usual: false, description: 'Colour codes are looked at too, not taken out.'}),
  encoding: encodingField
    .optional()
    .describe('How it is written, where its first bytes do not tell. Otherwise UTF-8.'),
};

const schema: z.ZodType<LogSpec> = z.union([
  filledText.transform((path) => ({path})),
  z
    .strictObject(fields)
    .refine(
      ({path, command}) => (path === undefined) !== (command === undefined),
      'Say either where the log is (path) or how to get it (command).',
    )
    .refine(({command, since}) => command === undefined || since !== lastRun, {
      message: `What a command prints has no place where the last run ended; ${lastRun} is for files.`,
      path: ['since'],
    }),
]);

function sinceWords(since: LogSpec['since']): string {
  if (since === undefined) return '';
  return since === lastRun
    ? ', what came since the last run'
    : `, of the last ${formatDuration(since)}`;
}

/** `log`: looks for lines in a file or in what a command prints, stdout and stderr alike. */
export const logKind: Kind<LogSpec> = {
  word: 'log',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {forbid: forbidSubject, require: requireSubject, matches: matchesSubject},
  target: ({path, command = ''}) => path ?? typedCommand(command),
  describe: ({path, command = '', since}) =>
    `${path === undefined ? `read the output of: ${typedCommand(command)}` : `read ${path}`}${sinceWords(since)}`,
  commandOf: ({command}) => command,
  canRunOn: ({command}) => command !== undefined,
  async measure({path: place = '', command, since, raw: isRaw, encoding}, context) {
    const now = context.now();
    const isRecent = typeof since === 'number';
    const time = isRecent ? {time: now.getTime() - since, now} : undefined;
    const scan = startScan(context.claims, {since: time, isRaw, encoding});
    const words = isRecent ? `of the last ${formatDuration(since)}` : '';
    if (command !== undefined) {
      scan.remark = isRecent ? `(${words})` : undefined;
      return scanCommand(command, scan, context);
    }
    const file = path.resolve(context.folder, place);
    const before = context.logPosition?.path === file ? context.logPosition : undefined;
    let parts: LogParts = {parts: [{path: file, from: 0}], remark: '', unseen: []};
    if (since === lastRun) parts = await partsAfter(file, before);
    else if (time) parts = await partsSince(file, time.time, words);
    return scanParts(file, parts, scan, context, since === lastRun);
  },
};
