import {ChecksFileError} from '../../checks/spec/checks-file-error.ts';
import {Problem} from '../../problem.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {attestedNow} from '../../services/checks/run-memory.ts';
import {outcomeWords} from '../../services/kit/kit-words.ts';
import {openKitOr} from '../../services/kit/open-kit.ts';
import {openLiveKit} from '../../services/kit/live-kit.ts';
import {runKitChecks} from '../../services/kit/run-kit.ts';
import {readChecks} from '../../services/checks/read-checks.ts';
import {print} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';
import {requireTrust} from '../trust/require-trust.ts';

export interface AnswerCheckOptions {
  readonly kit?: string;
  readonly only?: readonly string[];
  readonly attest?: readonly string[];
  readonly deny?: readonly string[];
  readonly allowChanges?: boolean;
  readonly trust?: boolean;
}

/** Runs the checks of a kit once a person trusts them; 3 where a required one does not hold. */
export async function answerChecks(options: AnswerCheckOptions): Promise<number> {
  const context = await readContext();
  const opened = await openKitOr(context.home, options.kit);
  const live = openLiveKit(context, opened);
  const found = await readChecks(context.home, live.snapshot().handoff);
  if (!opened.kit.checks || found.state === 'missing')
    throw new Problem('No checks came with the kit.', 'There is nothing to run.');
  if (found.state === 'broken') throw new ChecksFileError(found.path, found.problems);
  const {file} = found;
  const {only, allowChanges} = options;
  const selection = only === undefined ? {} : {only};
  const speaker = {by: context.actor, at: new Date().toISOString()};
  const attested = await attestedNow(file, options, speaker);
  await requireTrust(context.home, file, options.trust ?? false);
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  try {
    const received = await withProgress(async (onProgress) =>
      runKitChecks(context, live, file, {
        ...selection,
        allowChanges,
        attested,
        signal: controller.signal,
        onProgress,
      }),
    );
    const results = received.handoff.checkRuns.at(-1)?.results ?? [];
    for (const {outcome, name, message} of results)
      print(`${outcome.padEnd(8)}${name}${outcome === 'pass' ? '' : `: ${message}`}`);
    print(`${outcomeWords(results)}. Kept for your answer.`);
    tellNameNotice(context);
    if (controller.signal.aborted) return exitCodes.interrupted;
    const isBad = results.some(
      ({severity, outcome}) =>
        severity === 'required' && (outcome === 'fail' || outcome === 'unknown'),
    );
    if (isBad) return exitCodes.blocked;
    return results.every(({outcome}) => outcome === 'pass') ? exitCodes.good : exitCodes.warnings;
  } finally {
    stopListening();
  }
}
