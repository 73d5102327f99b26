import type {Assertion} from '../../checks/assertions/assertion.ts';
import type {Pattern} from '../../checks/assertions/pattern.ts';
import type {LogSpec} from '../../checks/kinds/log/log.ts';
import type {ProcessSpec} from '../../checks/kinds/process/process.ts';
import type {ServiceSpec} from '../../checks/kinds/service/service.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import {conditionFor, patternWords} from '../shell-subjects.ts';
import {flag, number, text, type Condition, type KindWriter} from './kind-writer.ts';
import {startCommand} from './start-command.ts';

export const writeProcess: KindWriter = ({spec, on}, writer) => {
  if (on !== undefined) throw new NotCarriedError('a process looked for on another machine');
  const {name = '', pattern, user = ''} = spec as ProcessSpec;
  const {word} = writer.quoting;
  const [wanted, flags = "''"] = pattern
    ? splitWords(patternWords(pattern.expression, writer))
    : ["''"];
  return {
    libraries: ['process'],
    lines: [`processes ${word(name)} ${wanted} ${flags} ${word(user)} || return 0`],
    places: {
      running: flag('_running'),
      count: number('_count'),
      age: number('_age', 'duration'),
      memory: number('_memory', 'size'),
      user: {type: 'list', file: 'users'},
    },
    numbers: [
      {label: 'count', variable: '_count', unit: ''},
      {label: 'memory', variable: '_memory', unit: 'B'},
    ],
  };
};

/** A pattern and its flags, which are one word without blanks. */
function splitWords(words: string): readonly [string, string?] {
  const flags = / (?<flags>(?:letters|caseless|letters,caseless))$/.exec(words)?.groups?.['flags'];
  return flags === undefined ? [words] : [words.slice(0, -flags.length - 1), flags];
}

export const writeService: KindWriter = ({spec, on = []}, {quoting: {word}}) => {
  const {name, manager = 'auto'} = spec as ServiceSpec;
  if (manager === 'launchd') throw new NotCarriedError('launchd, the service manager of macOS,');
  if (on.some((part) => /(?:^|\/)ssh$/.test(part)))
    throw new NotCarriedError('a service asked about over ssh');
  return {
    libraries: ['service'],
    lines: [`service_state ${[name, manager, ...on].map(word).join(' ')} || return 0`],
    places: {running: flag('_running'), enabled: flag('_enabled'), state: text('state')},
  };
};

interface Counted {
  readonly pattern: Pattern;
  readonly count: Assertion;
}

export const writeLog: KindWriter = (check, writer) => {
  const {path, command, since, raw = false, encoding} = check.spec as LogSpec;
  if (encoding !== undefined) throw new NotCarriedError('an encoding of its own');
  if (since === 'last-run')
    throw new NotCarriedError(
      '"since: last-run": a script does not remember where it stopped, which',
    );
  if (since !== undefined) throw new NotCarriedError('"since": reading the times of log lines');
  const counting = ({expression}: Pattern, condition: string): Condition => ({
    before: [`lines ${patternWords(expression, writer, false)}`],
    condition,
    shown: {variable: '_count'},
  });
  return {
    libraries: ['log', 'command'],
    lines: [
      `_raw=${raw ? 'yes' : 'no'}`,
      ...(command === undefined
        ? [`log_file ${writer.quoting.word(path ?? '')} || return 0`]
        : [...startCommand(check, {command}, writer.quoting), 'log_output || return 0']),
    ],
    places: {},
    conditionsOf({subject, statement}) {
      const entries = statement as readonly (Pattern | Counted)[];
      return entries.map((entry) => {
        if ('pattern' in entry)
          return counting(entry.pattern, conditionFor(entry.count, number('_count'), writer));
        return counting(
          entry,
          subject === 'forbid' ? '[ "$_count" -eq 0 ]' : '[ "$_count" -gt 0 ]',
        );
      });
    },
  };
};
