import {outcomes, type CheckRun} from '../check-result.ts';
import {oneLine} from './details.ts';
import {countOutcomes, exitCodeOf} from '../count-outcomes.ts';

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** Escapes of a label's value (Prometheus text format 0.0.4): backslash and quote; line ends are shown. */
function labelValue(text: string): string {
  return oneLine(text).replace(/[\\"]/g, String.raw`\$&`);
}

function line(name: string, {labels, value}: Sample): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${labelValue(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}

function gauge(name: string, help: string, samples: readonly Sample[]): string[] {
  return samples.length === 0
    ? []
    : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map((one) => line(name, one))];
}

/** The first of each: a series that occurs twice makes the whole text invalid. */
function uniqueBy<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  return [
    ...new Map(entries.toReversed().map((entry) => [keyOf(entry), entry])).values(),
  ].reverse();
}

/**
 * A run in Prometheus' text format, as for the node exporter's textfile collector. Every check has
 * one series per outcome, of which exactly one is 1; units are seconds.
 */
export function formatPrometheus(run: CheckRun): string {
  const {results} = run;
  const counts = countOutcomes(results);
  const about = run.system === undefined ? {} : {system: run.system};
  const one = (value: number): Sample[] => [{labels: about, value}];
  return [
    ...gauge(
      'handoff_check_outcome',
      'Outcome of a check: 1 for the outcome it has, 0 for the others.',
      results.flatMap(({name, kind, severity, outcome}) =>
        outcomes.map((word) => ({
          labels: {...about, check: name, kind, severity, outcome: word},
          value: word === outcome ? 1 : 0,
        })),
      ),
    ),
    ...gauge(
      'handoff_check_duration_seconds',
      'How long a check took.',
      results.map(({name, duration}) => ({
        labels: {...about, check: name},
        value: duration / 1000,
      })),
    ),
    ...gauge(
      'handoff_check_metric',
      'What a check measured, such as the performance data of a plugin, in the unit of its label.',
      results.flatMap(({name, metrics = []}) =>
        uniqueBy(metrics, ({label}) => label).flatMap(({label, unit, value}) =>
          value === null ? [] : [{labels: {...about, check: name, metric: label, unit}, value}],
        ),
      ),
    ),
    ...gauge(
      'handoff_checks',
      'Number of checks by outcome.',
      outcomes.map((outcome) => ({labels: {...about, outcome}, value: counts[outcome]})),
    ),
    ...gauge(
      'handoff_run_interrupted',
      '1 when the run was cut off.',
      one(run.isInterrupted ? 1 : 0),
    ),
    ...gauge(
      'handoff_run_exit_code',
      'Exit code of the run: 0 good, 3 a required check failed, 4 warnings, 130 interrupted.',
      one(exitCodeOf(run)),
    ),
    ...gauge(
      'handoff_run_duration_seconds',
      'How long the whole run took.',
      one(run.duration / 1000),
    ),
    ...gauge(
      'handoff_run_start_timestamp_seconds',
      'When the run began, in seconds since 1970.',
      one(Date.parse(run.startedAt) / 1000),
    ),
    ...gauge('handoff_run_info', 'Which content of which checks file was run; always 1.', [
      {labels: {...about, file: run.file, sha256: run.fileSha256}, value: 1},
    ]),
    '',
  ].join('\n');
}
