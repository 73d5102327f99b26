import {formatDuration} from './assertions/amounts.ts';
import {type Judgement} from './assertions/subject.ts';
import {captureOutput} from './capture/captured-output.ts';
import {type Check} from './checks-file.ts';
import {cleanse} from './cleanse.ts';
import {type Kind, type Measurement} from './kinds/kind.ts';
import {kinds} from './kinds/registry.ts';
import {
  type Attestation,
  type CheckResult,
  type Finding,
  type LogPositions,
  type Outcome,
} from './model.ts';
import {safeMetrics} from './safe-metrics.ts';

/** Longest message, in characters. */
const longestMessage = 400;

export interface CheckSurroundings {
  readonly folder: string;
  readonly secretValues: readonly string[];
  /** Interrupts the run. */
  readonly signal: AbortSignal;
  readonly allowChanges: boolean;
  readonly now: () => Date;
  readonly attestations?: ReadonlyMap<string, Attestation> | undefined;
  readonly logPositions?: LogPositions | undefined;
}

interface Judged {
  readonly outcome: Outcome;
  readonly message: string;
}

type Stated = Judgement & Pick<Finding, 'level'>;

function kindOf(check: Check): Kind {
  const kind = kinds.get(check.kind);
  if (!kind) {
    throw new Error(`No kind of check is called "${check.kind}".`);
  }
  return kind;
}

/** Runs what `measure` does under the check's timeout and tells whether time was up. */
async function measureInTime(
  check: Check,
  {folder, signal, now, attestations, logPositions = {}}: CheckSurroundings,
): Promise<{readonly measurement: Measurement; readonly isLate: boolean}> {
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, check.timeout);
  const interrupt = () => {
    controller.abort();
  };
  signal.addEventListener('abort', interrupt, {once: true});
  if (signal.aborted) {
    interrupt();
  }
  try {
    const measurement = await kindOf(check).measure(check.spec, {
      folder,
      signal: controller.signal,
      claims: check.claims,
      isChanging: check.effect === 'changes',
      now,
      attestation: attestations?.get(check.name),
      logPosition: Object.hasOwn(logPositions, check.name) ? logPositions[check.name] : undefined,
    });
    return {measurement, isLate};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The check could not be run: ${reason}.`;
    return {measurement: {values: {}, verdict: {outcome: 'unknown', message}}, isLate};
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupt);
  }
}

function judgeAll(check: Check, {values}: Measurement): Stated[] {
  const {subjects} = kindOf(check);
  return check.claims.flatMap(({subject, statement, level}) =>
    (subjects[subject]?.judge(statement, values[subject], subject) ?? []).map((judgement) =>
      Object.assign({level}, judgement),
    ),
  );
}

async function findingsOf(
  stated: readonly Stated[],
  secretValues: readonly string[],
): Promise<Finding[]> {
  const texts = stated.flatMap(({subject, expected, actual, remark = ''}) => [
    subject,
    expected,
    actual,
    remark,
  ]);
  const clean = await cleanse(texts, secretValues);
  return stated.map(({isMet, level}, index) => {
    const [subject = '', expected = '', actual = '', remark] = clean.slice(
      index * 4,
      index * 4 + 4,
    );
    return {subject, expected, actual: remark ? `${actual} ${remark}` : actual, isMet, level};
  });
}

function tellUnmet(unmet: readonly Finding[]): string {
  const [first] = unmet;
  const more = unmet.length > 1 ? ` (and ${unmet.length - 1} more)` : '';
  return first ? `${first.subject}: expected ${first.expected}, was ${first.actual}${more}` : '';
}

function judge(findings: readonly Finding[], own: Measurement['own']): Judged {
  const unmet = findings.filter(({isMet}) => !isMet);
  const failed = unmet.filter(({level}) => level === 'expect');
  const [deciding] = failed.length > 0 ? failed : unmet;
  const said = !deciding || deciding.subject === own?.subject ? own?.message : undefined;
  if (failed.length > 0) {
    return {outcome: 'fail', message: said ?? tellUnmet(failed)};
  }
  if (unmet.length > 0) {
    return {outcome: 'warn', message: said ?? tellUnmet(unmet)};
  }
  if (said !== undefined) {
    return {outcome: 'pass', message: said};
  }
  const seen = new Map(findings.map(({subject, actual}) => [subject, actual]));
  const [first, second] = [...seen].map(([subject, actual]) => `${subject} ${actual}`);
  return {outcome: 'pass', message: [first, second].filter(Boolean).join(', ')};
}

function describing({name, kind, severity, target, fix, proves, tags}: Check) {
  return {
    name,
    kind,
    severity,
    target,
    tags,
    ...(fix === undefined ? {} : {fix}),
    ...(proves === undefined ? {} : {proves}),
  };
}

/**
 * Runs one check once and judges what it found. What comes from the checked system is stripped of
 * terminal escapes and of secrets; the check's own texts must have been (`withSafeTexts`).
 */
export async function runCheck(
  check: Check,
  surroundings: CheckSurroundings,
): Promise<CheckResult> {
  const {secretValues, allowChanges, now} = surroundings;
  const startedAt = now().toISOString();
  if (check.effect === 'changes' && !allowChanges) {
    const message = 'Not run: it changes the system, and that was not asked for.';
    return {
      ...describing(check),
      outcome: 'skipped',
      message,
      findings: [],
      startedAt,
      duration: 0,
    };
  }
  const started = performance.now();
  const {measurement, isLate} = await measureInTime(check, surroundings);
  const duration = Math.round((performance.now() - started) * 10) / 10;
  const {verdict, isCutShort = false, code, output, metrics = [], logPosition} = measurement;
  const isTimeout = isCutShort && isLate;
  const findings =
    isCutShort || verdict ? [] : await findingsOf(judgeAll(check, measurement), secretValues);
  const judged: Judged = isTimeout
    ? {outcome: 'fail', message: `It did not end within ${formatDuration(check.timeout)}.`}
    : (verdict ?? judge(findings, measurement.own));
  const [message = ''] = await cleanse([judged.message], secretValues, longestMessage);
  return {
    ...describing(check),
    outcome: judged.outcome,
    message,
    findings,
    startedAt,
    duration,
    ...(code === undefined ? {} : {code}),
    ...(output === undefined || output.bytes === 0
      ? {}
      : {output: await captureOutput(output, secretValues)}),
    ...(metrics.length === 0 ? {} : {metrics: await safeMetrics(metrics, secretValues)}),
    ...(logPosition === undefined ? {} : {logPosition}),
  };
}
