import {stringify} from 'yaml';
import type {CheckResult, CheckRun} from '../check-result.ts';
import {oneLine, tellFinding} from './details.ts';

/** One line in which `#` begins no directive (TAP 14, "Escaping"). */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\#]/g, String.raw`\$&`);
}

/** What counts against the run; a check that is only recommended is a TODO, which never fails one. */
function directive({outcome, severity, message}: CheckResult): string {
  if (outcome === 'skipped') return ` # SKIP ${escaped(message)}`;
  if (outcome === 'waived') return ` # TODO waived: ${escaped(message)}`;
  const isBad = outcome === 'fail' || outcome === 'unknown';
  return isBad && severity === 'recommended' ? ' # TODO recommended, not required' : '';
}

function diagnostics({outcome, kind, severity, message, ...rest}: CheckResult): string[] {
  const unmet = rest.findings.filter(({isMet}) => !isMet).map(tellFinding);
  const block = {
    outcome,
    severity,
    message,
    kind,
    target: rest.target,
    ...(unmet.length === 0 ? {} : {findings: unmet}),
    ...(rest.fix === undefined ? {} : {fix: rest.fix}),
    duration_ms: rest.duration,
  };
  const yaml = stringify(block, {
    lineWidth: 0,
    doubleQuotedAsJSON: true,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  return ['---', ...yaml.trimEnd().split('\n'), '...'].map((line) => `  ${line}`);
}

function testPoint(result: CheckResult, index: number): string[] {
  const {outcome, name} = result;
  const isOk = outcome === 'pass' || outcome === 'warn' || outcome === 'skipped';
  const line = `${isOk ? 'ok' : 'not ok'} ${index + 1} - ${escaped(name)}${directive(result)}`;
  return [line, ...(outcome === 'pass' || outcome === 'skipped' ? [] : diagnostics(result))];
}

/**
 * A run as TAP 14: one test point per check, with a YAML block for all that did not simply pass.
 * `warn` is ok; `waived`, and what is only recommended, is TODO; an interrupted run bails out.
 */
export function formatTap({results, isInterrupted}: CheckRun): string {
  return [
    'TAP version 14',
    `1..${results.length}${results.length === 0 ? ' # SKIP no check was run' : ''}`,
    ...results.flatMap(testPoint),
    ...(isInterrupted ? ['Bail out! Interrupted; the other checks were not run.'] : []),
    '',
  ].join('\n');
}
