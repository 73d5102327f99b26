import {followUps, openFollowUps} from '../../handoff/afterwards/follow-ups.ts';
import {dueWords} from '../../handoff/time/wording.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseHandoff} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';

export interface ListPointsOptions {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}

/** Prints what is open after the session, the soonest first; with `all` also what was closed. */
export async function listPoints(options: ListPointsOptions): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), options, 'reads');
  const found = options.all ? followUps(handoff) : openFollowUps(handoff);
  const now = new Date().toISOString();
  if (options.json) {
    printJson({
      handoff: handoff.id,
      points: found.map(({id, kind, text, owner, due, standing, state}) => ({
        id,
        kind,
        text,
        owner,
        ...(due ? {due: due.date} : {}),
        state: standing.state,
        ...(state.outcome === undefined ? {} : {outcome: state.outcome}),
      })),
    });
    return exitCodes.good;
  }
  const lines = found.flatMap(({id, text, owner, due, state}) => {
    const when = due ? ` · ${dueWords(due, handoff.timeZone, now)}` : '';
    const end = state.outcome === undefined ? `${owner}${when}` : `closed: ${state.outcome}`;
    return [`${text}  <${id}>`, `  ${end}`];
  });
  print(lines.length === 0 ? 'Nothing is open.' : lines.join('\n'));
  return exitCodes.good;
}
