import {proofByHand} from '../../handoff/changes/run-proof.ts';
import {verifiedWith} from '../../handoff/standing/verification.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {oneLine} from '../../services/one-line.ts';
import {verifyAfter} from '../../services/running/verify-after.ts';
import {createServices} from '../../services/wizard-services.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {chooseReader} from '../choose-handoff.ts';
import {exitCodes} from '../report-error.ts';
import {findRunbook} from './find-runbook.ts';

export interface ProveOptions {
  readonly saw: string;
  readonly failed?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}

/** Records the word of a person who tried a runbook; what has to show that all is well is run first. */
export async function proveRunbook(query: string, options: ProveOptions): Promise<number> {
  const context = await readContext();
  const {dryRun: isDry = false, json: isJson = false, failed = false} = options;
  const reader = await chooseReader(context.home, options, 'acts');
  const {handoff} = reader.snapshot();
  const row = findRunbook(handoff, query);
  const actual = oneLine(options.saw);
  if (!/\p{L}{2}/u.test(actual))
    throw new Problem('Nothing says what was seen.', 'Say it, such as "Orders came in again".');
  const ranAt = new Date().toISOString();
  if (!failed && !isDry && verifiedWith(row) !== undefined) {
    const services = createServices(context);
    const live = await services.openHandoff(handoff.id);
    try {
      const unverified = await verifyAfter({services, live}, row, AbortSignal.any([]));
      if (unverified !== undefined) throw new Problem(unverified, 'Nothing was recorded.');
    } finally {
      await live.close();
    }
  }
  const recorded = await recordChanges(reader, {
    context,
    isDry,
    decide: () => [proofByHand(row, {isMet: !failed, actual, ranAt})],
  });
  tellRecorded(recorded, {isDry, isJson});
  if (!isDry) tellNameNotice(context);
  return failed ? exitCodes.blocked : exitCodes.good;
}
