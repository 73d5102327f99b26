import path from 'node:path';
import {draftStandings, isOpenDraft} from '../../handoff/drafts/draft-standing.ts';
import type {DraftStanding} from '../../handoff/drafts/draft-standing.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {addChecks} from '../../services/discovery/add-checks.ts';
import {lookAtDeployed} from '../../services/discovery/look-at-deployed.ts';
import {keepRunning} from '../../services/discovery/look-at-running.ts';
import {fillBasket, takenChanges} from '../../services/discovery/take-drafts.ts';
import {openLiveHandoff} from '../../store/live-handoff.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {lookAtHost, type LiveOptions} from './look-at-host.ts';

export interface TakeOptions extends Pick<LiveOptions, 'live' | 'on' | 'yes'> {
  readonly handoff?: string;
  readonly take?: readonly string[];
}

function chosen(handoff: Handoff, keys: readonly string[]): readonly DraftStanding[] {
  const standings = draftStandings(handoff);
  if (keys.length === 1 && keys[0] === 'all')
    return standings.filter((one) => isOpenDraft(one) && one.state !== 'gone');
  return keys.map((key) => {
    const found = standings.find(({draft}) => draft.key === key);
    if (found) return found;
    throw new Problem(
      `Nothing was found that is called "${key}". Nothing was taken.`,
      '"handoff-wizard discover --json" has the key of each draft.',
    );
  });
}

/**
 * Looks at the workspace, or at a folder, and at what runs where that is asked for, and takes what was found into the handoff. Checks go into the checks
 * file; they run once somebody has trusted them.
 */
export async function takeFound(
  folder: string | undefined,
  {handoff: named, take = [], ...host}: TakeOptions,
): Promise<number> {
  const context = await readContext();
  const {home, actor} = context;
  const {id, workspace} = await chooseHandoff(home, {handoff: named}, 'acts');
  const live = openLiveHandoff(home, id, actor);
  const append = async (changes: Parameters<typeof live.dispatch>[0]) => {
    const notice = await live.dispatch(changes);
    if (notice !== undefined) process.stderr.write(`${notice}\n`);
  };
  try {
    const running = await lookAtHost(host);
    await lookAtDeployed(live.snapshot().handoff, {
      folder: folder === undefined ? workspace : path.resolve(folder),
      append,
    });
    if (running) {
      const {problems} = await keepRunning(live.snapshot().handoff, running, append);
      for (const {file, message} of problems) process.stderr.write(`${file}: ${message}\n`);
    }
    const {handoff} = live.snapshot();
    const basket = fillBasket(handoff, chosen(handoff, take), live.refusal);
    const added =
      basket.checks.length > 0
        ? await addChecks(home, handoff, basket.checks, {isSeen: false})
        : undefined;
    const changes = takenChanges(basket);
    if (changes.length > 0) await append(changes);
    print(
      [
        changes.length === 0 ? 'Nothing new was taken.' : `Taken: ${changes.length}.`,
        ...basket.refused.map(({draft, why}) => `Not taken: ${draft.key}. ${why}`),
        ...(added && added.names.length > 0
          ? [`${added.names.length} checks are in ${added.path}. Run them: handoff-wizard check`]
          : []),
      ].join('\n'),
    );
    tellNameNotice(context);
    return basket.refused.length > 0 ? exitCodes.warnings : exitCodes.good;
  } finally {
    await live.close();
  }
}
