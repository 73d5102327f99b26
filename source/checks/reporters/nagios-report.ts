import {outcomes, type CheckResult, type CheckRun} from '../check-result.ts';
import {countOutcomes} from '../count-outcomes.ts';
import {inSeconds, oneLine} from './details.ts';

const words = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const;

/**
 * The exit code that the Nagios plugin contract gives a run: 2 when a required check failed; else 3
 * when one is unknown, the run was interrupted or nothing ran; else 1 for warnings and for what is
 * only recommended; else 0.
 */
export function nagiosCodeOf({results, isInterrupted}: CheckRun): 0 | 1 | 2 | 3 {
  const required = results.filter(({severity}) => severity === 'required');
  if (required.some(({outcome}) => outcome === 'fail')) return 2;
  const isUnknown = required.some(({outcome}) => outcome === 'unknown');
  if (isUnknown || isInterrupted || results.length === 0) return 3;
  return results.some(({outcome}) => ['warn', 'fail', 'unknown'].includes(outcome)) ? 1 : 0;
}

/** Text without the sign that begins the performance data, on one line. */
function plain(text: string): string {
  return oneLine(text).replaceAll('|', '¦');
}

function isTold(code: number): (result: CheckResult) => boolean {
  return ({outcome, severity}) => {
    const isBad = outcome === 'fail' || outcome === 'unknown';
    return code === 1 ? isBad || outcome === 'warn' : isBad && severity === 'required';
  };
}

/** The line of a plugin that could not run anything at all. */
export function nagiosProblem(message: string): string {
  return `HANDOFF UNKNOWN - ${plain(
    message
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join(' '),
  )}\n`;
}

/** A run as one line by the Nagios plugin contract: state, what is wrong, and counts as perfdata. */
export function formatNagios(run: CheckRun): string {
  const {results, isInterrupted, duration, system} = run;
  const code = nagiosCodeOf(run);
  const counts = countOutcomes(results);
  const told = results.filter(isTold(code)).map(({name, message}) => `${name}: ${message}`);
  const passed = `${counts.pass} of ${results.length} checks pass`;
  const parts = [
    ...(system === undefined ? [] : [system]),
    passed,
    ...(isInterrupted ? ['interrupted'] : []),
    ...told,
  ];
  const perfdata = [
    ...outcomes.map((outcome) => `${outcome}=${counts[outcome]};;;0;${results.length}`),
    `time=${inSeconds(duration)}s;;;0`,
  ];
  return `HANDOFF ${words[code]} - ${plain(parts.join('; '))} | ${perfdata.join(' ')}\n`;
}
