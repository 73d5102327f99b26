import {Buffer} from 'node:buffer';
import {z} from 'zod';
import {about} from './about.ts';
import {amount, formatBytes, formatDuration} from '../../assertions/amounts.ts';
import {listSubject} from '../../assertions/list-subject.ts';
import type {Pattern} from '../../assertions/pattern.ts';
import {
  durationSubject,
  flagSubject,
  countSubject,
  sizeSubject,
} from '../../assertions/simple-subjects.ts';
import {keepOutput} from '../../capture/raw-output.ts';
import {filledText} from '../fields/check-fields.ts';
import {patternField} from '../fields/fields-pattern.ts';
import type {Kind, MeasureContext, Measurement} from '../kind.ts';
import {processesByPs} from './processes-by-ps.ts';
import {processesInProc} from './processes-in-proc.ts';
import type {Found, RunningProcess, Wanted} from './running-process.ts';

export interface ProcessSpec {
  readonly name?: string | undefined;
  readonly pattern?: Pattern | undefined;
  readonly user?: string | undefined;
}

const userField = z.union([filledText, z.number()]).transform(String);

const fields = {
  name: filledText
    .transform((name) => name.trim())
    .optional()
    .describe('The name of the program. One of these three keys is needed.'),
  pattern: patternField.optional().describe('What is found in the whole command line.'),
  user: userField.optional().describe('The user it runs as, by name or number.'),
};

const schema: z.ZodType<ProcessSpec> = z.union([
  filledText.transform((name) => ({name: name.trim()})),
  z
    .strictObject(fields)
    .refine(
      ({name, pattern, user}) => (name ?? pattern ?? user) !== undefined,
      'Say which processes are meant: a name, a pattern for the command line, or a user.',
    ),
]);

function inWords({name, pattern, user}: ProcessSpec): string {
  const parts = [
    name,
    pattern && `with ${pattern.text} in its command line`,
    user === undefined ? undefined : `of user ${user}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The first few, as evidence; there may be thousands. */
const shown = 100;

function listed(processes: readonly RunningProcess[]): string {
  const rows = processes
    .slice(0, shown)
    .map(({pid, user, age, memory, command}) =>
      [pid, user, formatDuration(age), formatBytes(memory), command].join('\t'),
    );
  const more = processes.length > shown ? [`and ${processes.length - shown} more`] : [];
  return ['PID\tUSER\tAGE\tMEMORY\tCOMMAND', ...rows, ...more, ''].join('\n');
}

function measured(processes: readonly RunningProcess[]): Measurement {
  const count = processes.length;
  const remark = count === 0 ? '(no such process)' : undefined;
  const values = {running: {value: count > 0, remark}, count: {value: count}};
  if (count === 0) return {values};
  const evidence = keepOutput();
  evidence.push(Buffer.from(listed(processes)));
  const memory = processes.reduce((sum, one) => sum + one.memory, 0);
  return {
    values: {
      ...values,
      age: {value: amount(Math.max(...processes.map(({age}) => age)), 'duration')},
      memory: {value: amount(memory, 'size')},
      user: {values: [...new Set(processes.map(({user}) => user))].sort()},
    },
    output: evidence.output(),
  };
}

async function find(
  wanted: Wanted,
  context: MeasureContext,
): Promise<Found | {readonly hindrance: string}> {
  const isHere = process.platform === 'linux' && !context.isElsewhere;
  const inProc = isHere ? await processesInProc(wanted) : undefined;
  return inProc ?? processesByPs(wanted, context);
}

/** `process`: looks for running processes by name, command line or user. */
export const processKind: Kind<ProcessSpec> = {
  word: 'process',
  about,
  schema,
  keys: Object.keys(fields),
  subjects: {
    running: flagSubject,
    count: countSubject,
    age: durationSubject,
    memory: sizeSubject,
    user: listSubject,
  },
  implied: {subject: 'running', value: true, unless: ['count']},
  isEnoughAlone: true,
  target: inWords,
  describe: (spec) => `look for a running process ${inWords(spec)}`,
  canRunOn: () => true,
  async measure(spec, context) {
    const {name, pattern, user} = spec;
    const {isElsewhere} = context;
    const found = await find({name, pattern: pattern?.expression, isElsewhere}, context);
    if (context.signal.aborted) return {values: {}, isCutShort: true};
    if ('hindrance' in found) {
      const message = `It cannot be told which processes run: ${found.hindrance}.`;
      return {values: {}, verdict: {outcome: 'unknown', message}};
    }
    const processes = found.processes.filter(
      (one) => user === undefined || one.user === user || one.userId === user,
    );
    if (processes.length === 0 && found.isPartial) {
      const message =
        'No such process is seen, but this user may not see those of others. Run the check as root.';
      return {values: {}, verdict: {outcome: 'unknown', message}};
    }
    return measured(processes);
  },
};
