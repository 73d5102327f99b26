import {isAmount} from '../../checks/assertions/amounts.ts';
import type {Assertion} from '../../checks/assertions/assertion.ts';
import type {Claim} from '../../checks/assertions/subject.ts';
import type {NagiosSpec} from '../../checks/kinds/nagios/nagios.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import {both, conditionFor, decided, type ShellWriter} from '../shell-subjects.ts';
import {number, text, type Condition, type KindWriter} from './kind-writer.ts';
import {startCommand} from './start-command.ts';

/** A statement about one metric, which lies in the script's `$_metric`. */
function metricBody(assertion: Assertion, {quoting: {word}}: ShellWriter): string {
  return decided(assertion, {
    isTrue(leaf) {
      if (leaf.type === 'compares') {
        const {value, dimension} = leaf.than;
        return `about_metric ${leaf.how} ${word(String(value))} ${dimension}`;
      }
      return leaf.type === 'equals' && isAmount(leaf.value)
        ? `about_metric equals ${word(String(leaf.value.value))} ${leaf.value.dimension}`
        : 'false';
    },
    isKnown(leaf) {
      if (leaf.type !== 'compares' || !['duration', 'size'].includes(leaf.than.dimension))
        return undefined;
      throw new NotCarriedError('"not" of a metric with a unit');
    },
  });
}

function metricConditions({statement}: Claim, writer: ShellWriter): Condition[] {
  const named = statement as readonly {readonly label: string; readonly assertion: Assertion}[];
  return named.map(({label, assertion}) => ({
    condition: `metrics ${writer.quoting.word(label)} ${writer.define(metricBody(assertion, writer))}`,
    shown: {file: 'metric'},
  }));
}

export const writeNagios: KindWriter = (check, writer) => {
  const {plugin, env = {}} = check.spec as NagiosSpec;
  const {quoting} = writer;
  const status = text('status');
  const {PATH: path, ...others} = env;
  const [start = '', ...rest] = startCommand(
    check,
    {command: plugin, environment: check.on ? env : others},
    quoting,
  );
  const folders =
    path === undefined ? '"PATH=$PATH:$_plugins"' : `PATH=${quoting.word(path)}:"$_plugins"`;
  const expected = check.claims
    .filter(({subject, level}) => subject === 'status' && level === 'expect')
    .map(({statement}) => `{ ${conditionFor(statement as Assertion, status, writer)}; }`);
  const isExpected = expected.length === 0 ? 'false' : both(expected, '&&');
  return {
    libraries: ['nagios', 'command'],
    lines: [
      check.on ? start : start.replace(/^run /, `run ${folders} `),
      ...rest,
      '[ "$_status" -ne 127 ] || { no_program && return 0; }',
      'plugin',
      `[ "$_status" -lt 3 ] || ${isExpected} || { unknown "$_said" && return 0; }`,
    ],
    places: {status, text: text('stdout'), duration: number('_took', 'duration')},
    conditionsOf: (claim) =>
      claim.subject === 'metrics' ? metricConditions(claim, writer) : undefined,
  };
};
