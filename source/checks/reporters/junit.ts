import type {CheckResult, CheckRun} from '../check-result.ts';
import {inSeconds, tellDetails} from './details.ts';
import {xmlElement, xmlText} from './xml.ts';

function verdict(result: CheckResult): string[] {
  const {outcome, severity, message} = result;
  const details = [xmlText(tellDetails(result).join('\n'))];
  switch (outcome) {
    case 'fail':
      return [xmlElement('failure', {message, type: severity}, details)];
    case 'unknown':
      return [xmlElement('error', {message, type: severity}, details)];
    case 'skipped':
    case 'waived':
      return [xmlElement('skipped', {message: `${outcome}: ${message}`}, [])];
    case 'pass':
    case 'warn':
      return [];
    default:
      return outcome satisfies never;
  }
}

function output(result: CheckResult): string[] {
  const warning =
    result.outcome === 'warn'
      ? [`warning: ${result.message}`, ...tellDetails(result)].join('\n')
      : '';
  const text = [warning, result.output?.text ?? ''].filter(Boolean).join('\n\n');
  return text === '' ? [] : [xmlElement('system-out', {}, [xmlText(text)])];
}

function testCase(result: CheckResult): string {
  const attributes = {
    name: result.name,
    classname: `handoff.${result.kind}`,
    time: inSeconds(result.duration),
  };
  return xmlElement('testcase', attributes, [...verdict(result), ...output(result)]);
}

/**
 * A run as JUnit XML: one suite, one case per check. `fail` is a failure and `unknown` an error
 * whatever the severity, which is its `type`; `skipped` and `waived` are skipped; `warn` passes, with
 * the warning in its output, because JUnit has no word for it. A run that was interrupted holds an
 * error that says so. Everything keeps within Jenkins' schema (junit-10.xsd), the strictest in use,
 * which knows no properties of a case and no time stamp of all suites.
 */
export function formatJunit(run: CheckRun): string {
  const {results, isInterrupted} = run;
  const count = (...wanted: readonly CheckResult['outcome'][]) =>
    results.filter(({outcome}) => wanted.includes(outcome)).length;
  const interrupted = isInterrupted
    ? xmlElement('testcase', {name: 'The run was not interrupted', classname: 'handoff.run'}, [
        xmlElement('error', {message: 'Interrupted; the other checks were not run.'}, []),
      ])
    : '';
  const totals = {
    name: run.system ?? run.file,
    tests: results.length + (isInterrupted ? 1 : 0),
    failures: count('fail'),
    errors: count('unknown') + (isInterrupted ? 1 : 0),
    time: inSeconds(run.duration),
  };
  const ofSuite = {...totals, skipped: count('skipped', 'waived'), timestamp: run.startedAt};
  const about = {run: run.id, file: run.file, sha256: run.fileSha256};
  const properties = xmlElement(
    'properties',
    {},
    Object.entries(about).map(([name, value]) => xmlElement('property', {name, value}, [])),
  );
  const cases = [...results.map(testCase), interrupted].filter(Boolean);
  const suite = xmlElement('testsuite', ofSuite, [
    '\n',
    ...[properties, ...cases].map((one) => `${one}\n`),
  ]);
  const suites = xmlElement('testsuites', totals, ['\n', suite, '\n']);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${suites}\n`;
}
