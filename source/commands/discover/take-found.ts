import path from 'node:path';
import {draftStandings, isOpenDraft} from '../../handoff/drafts/draft-standing.ts';
import type {DraftStanding} from '../../handoff/drafts/draft-standing.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {addChecks} from '../../services/discovery/add-checks.ts';
import type {AddedChecks} from '../../services/discovery/added-checks.ts';
import {lookAtDeployed} from '../../services/discovery/look-at-deployed.ts';
import {keepRunning} from '../../services/discovery/look-at-running.ts';
import {fillBasket, takenChanges, type Basket} from '../../services/discovery/take-drafts.ts';
import {openLiveHandoff} from '../../store/live-handoff.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {supposed, written} from './held-handoff.ts';
import {withProgress} from '../show-progress.ts';
import {lookAtHost, type LiveOptions} from './look-at-host.ts';
import {remark} from '../../tell-aside.ts';

export interface TakeOptions extends LiveOptions {
  readonly handoff?: string;
  readonly take?: readonly string[];
  readonly dryRun?: boolean;
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

interface Taken extends Basket {
  readonly id: string;
  readonly isDry: boolean;
  readonly added: AddedChecks | undefined;
}

function tellTaken({id, isDry, rows, checks, refused, added}: Taken, isJson: boolean): void {
  const taken = takenChanges({rows, checks});
  if (isJson) {
    const notTaken = refused.map(({draft, why}) => ({key: draft.key, why}));
    const file = added && added.names.length > 0 ? {checksFile: added.path} : {};
    const names = checks.map(({fields}) => fields['name']);
    printJson({
      handoff: id,
      isDryRun: isDry,
      taken: taken.length,
      checks: names,
      ...file,
      notTaken,
    });
    return;
  }
  const count = taken.length;
  const dry = `Would be taken, nothing written: ${count}${checks.length > 0 ? `, ${checks.length} of them as checks` : ''}.`;
  print(
    [
      count === 0 ? 'Nothing new was taken.' : isDry ? dry : `Taken: ${count}.`,
      ...refused.map(({draft, why}) => `Not taken: ${draft.key}. ${why}`),
      ...(added && added.names.length > 0
        ? [`${added.names.length} checks are in ${added.path}. Run them: handoff-wizard check`]
        : []),
    ].join('\n'),
  );
}

/**
 * Looks at the workspace, or at a folder, and at what runs where that is asked for, and takes what was
 * found into the handoff. Checks go into the checks file; they run once somebody has trusted them.
 */
export async function takeFound(
  folder: string | undefined,
  {handoff: named, take = [], dryRun: isDry = false, ...host}: TakeOptions,
): Promise<number> {
  const context = await readContext();
  const {home, actor} = context;
  const {id, workspace} = await chooseHandoff(home, {handoff: named}, 'acts');
  const live = openLiveHandoff(home, id, actor);
  const held = isDry ? supposed(live, actor) : written(live);
  try {
    const running = await lookAtHost(host);
    await withProgress(
      async (onProgress) =>
        lookAtDeployed(held.handoff(), {
          folder: folder === undefined ? workspace : path.resolve(folder),
          append: held.append,
          onProgress,
        }),
      {isQuiet: host.json},
    );
    if (running) {
      const {problems} = await keepRunning(held.handoff(), running, held.append);
      for (const {file, message} of problems) remark(`${file}: ${message}`);
    }
    const handoff = held.handoff();
    const basket = fillBasket(handoff, chosen(handoff, take), held.refusal);
    const added =
      basket.checks.length > 0 && !isDry
        ? await addChecks(home, handoff, basket.checks, {isSeen: false})
        : undefined;
    const changes = takenChanges(basket);
    if (changes.length > 0) await held.append(changes);
    tellTaken({...basket, id, isDry, added}, host.json ?? false);
    if (!isDry) tellNameNotice(context);
    return basket.refused.length > 0 ? exitCodes.warnings : exitCodes.good;
  } finally {
    await live.close();
  }
}
