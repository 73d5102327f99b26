import type {ItemCommand} from '../../playbook/runnable/commands-at.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import {evidenceFault} from '../standing/evidence-standing.ts';
import {isRecent} from '../time/is-recent.ts';
import {isCurrentText} from './current-text.ts';
import {commandDigest, commandsOf} from './item-commands.ts';
import type {ItemRun} from './item-run.ts';

export type RunState =
  /** It ended well, and showed what was expected. */
  | 'worked'
  | 'failed'
  /** It worked, and what is kept does not bear that out now. */
  | 'not borne out'
  /** It was of what the playbook said before. */
  | 'earlier text'
  | 'old';

/** How a run of an item's commands stands now. */
export interface RunStanding {
  readonly state: RunState;
  /** What limits it, without a full stop; nothing where it worked. */
  readonly why?: string;
}

function failure({code, actual}: ItemRun): string {
  return code === 0 ? 'what was expected did not show' : actual;
}

/**
 * How a run stands now: the same for every face and document. It counts while the playbook has the same
 * command, its evidence is what was kept, and it is young enough.
 *
 * @param now ISO 8601
 */
export function runStanding(handoff: Handoff, id: string, run: ItemRun, now: string): RunStanding {
  const {isMet, evidence, ranAt} = run;
  if (!isCurrentText(handoff, id, run))
    return {state: 'earlier text', why: 'the playbook says another command now'};
  if (!isMet) return {state: 'failed', why: failure(run)};
  const fault = evidence && evidenceFault(handoff, evidence.stored);
  if (fault)
    return {
      state: 'not borne out',
      why: fault.kind === 'changed' ? 'its evidence was edited since' : 'its evidence is gone',
    };
  if (Date.parse(ranAt) > Date.parse(now))
    return {state: 'not borne out', why: 'its time lies ahead'};
  const {proofDays} = gateSettings(handoff);
  if (isRecent(handoff, ranAt, proofDays, now)) return {state: 'worked'};
  return {
    state: 'old',
    why: `it was ${proofDays === 0 ? 'before today' : `more than ${proofDays} days ago`}`,
  };
}

/** A run with how it stands. */
export interface StandingRun extends RunStanding {
  readonly run: ItemRun;
}

/** A command of an item, with the last run that it was in. */
export interface CommandStanding {
  readonly command: ItemCommand;
  readonly last?: StandingRun;
}

/** Each command of an item with how its last run stands, in their order. */
export function commandStandings(
  handoff: Handoff,
  id: string,
  now: string,
): readonly CommandStanding[] {
  const {runs = []} = itemState(handoff, id);
  return commandsOf(handoff, id).map((command) => {
    const digest = commandDigest(command.text);
    const run = runs.findLast(({of}) => of.includes(digest));
    return run ? {command, last: {run, ...runStanding(handoff, id, run, now)}} : {command};
  });
}

/** The last run of an item; nothing where nothing of it was ever run. */
export function lastRun(handoff: Handoff, id: string, now: string): StandingRun | undefined {
  const run = itemState(handoff, id).runs?.at(-1);
  return run && {run, ...runStanding(handoff, id, run, now)};
}

/** How a run ended, in a few words. */
export const runWords: Readonly<Record<RunState, string>> = {
  worked: 'ran',
  failed: 'run failed',
  'not borne out': 'run not borne out,',
  'earlier text': 'ran as it read before,',
  old: 'ran too long ago,',
};
