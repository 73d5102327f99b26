import type {Handoff} from '../../handoff/model/handoff.ts';
import {transitionEnd} from '../../handoff/afterwards/transition-period.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {readContext} from '../../services/context.ts';
import {hasDrifted} from '../../services/drift/judge-drift.ts';
import {compareKept, lookAtDrift, type DriftLook} from '../../services/drift/look-at-drift.ts';
import {keepWith} from '../check/run-once.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';
import {tellDrift, transitionLine} from './tell-drift.ts';
import {isQuiet} from '../../tell-aside.ts';

export interface DriftOptions {
  /** False where nothing is to be run. */
  readonly run: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}

const isLost = (outcome: string | undefined) => outcome === 'fail' || outcome === 'unknown';

function exitCodeOf({before, after, drift}: DriftLook): number {
  if (after.isInterrupted) return exitCodes.interrupted;
  const severityOf = (name: string) =>
    [...after.results, ...before.results].find((result) => result.name === name)?.severity;
  const isRequiredLost = drift.changes.some(
    ({change, weight}) =>
      weight === 'worse' &&
      severityOf(change.check) === 'required' &&
      (change.type === 'removed' || (change.type === 'outcome' && isLost(change.after))),
  );
  if (isRequiredLost) return exitCodes.blocked;
  return hasDrifted(drift) ? exitCodes.warnings : exitCodes.good;
}

function printed(
  handoff: Handoff,
  {before, after, drift}: DriftLook,
  isKept: boolean,
  now: string,
) {
  const ends = transitionEnd(handoff);
  return {
    handoff: handoff.id,
    hasDrifted: hasDrifted(drift),
    isSameFile: drift.isSameFile,
    before: {run: before.id, at: before.startedAt},
    after: {run: after.id, at: after.startedAt, isKept},
    changes: drift.changes.map(({change, weight}) => ({weight, ...change})),
    unchanged: drift.unchanged,
    transition: {
      ends: ends ?? null,
      isOver: ends !== undefined && ends < dayIn(handoff.timeZone, now),
    },
    isSignedOff: isSignedOff(handoff),
  };
}

async function look(
  home: string,
  handoff: Handoff,
  {run: isRun, json}: DriftOptions,
): Promise<DriftLook> {
  if (!isRun) return compareKept(handoff);
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  try {
    const {signal} = controller;
    return await withProgress(
      async (onProgress) => lookAtDrift(home, handoff, {signal, onProgress}),
      {isQuiet: json},
    );
  } finally {
    stopListening();
  }
}

/** Tells what changed on a system since it was handed over. */
export async function drift(id: string | undefined, options: DriftOptions): Promise<number> {
  const context = await readContext();
  const {home} = context;
  const handoff = await chooseHandoff(home, {id, handoff: options.handoff}, 'acts');
  const found = await look(home, handoff, options);
  const {done, isNews, after} = found;
  const isKept = done === undefined || (isNews && !after.isInterrupted);
  // What was found is told also where it cannot be kept.
  const keeping = done && isKept ? keepWith(context, handoff.id, done) : undefined;
  await keeping?.catch(() => undefined);
  const now = new Date().toISOString();
  const code = exitCodeOf(found);
  if (options.json) printJson(printed(handoff, found, isKept, now));
  else if (!isQuiet() || code !== exitCodes.good) print(tellDrift(handoff, found, now).join('\n'));
  else {
    // Whoever runs it every hour learns that it need not run any more.
    const over = transitionLine(handoff, now);
    if (over !== undefined) print(over);
  }
  await keeping;
  return code;
}
