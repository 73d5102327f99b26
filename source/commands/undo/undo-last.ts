import type {Action} from '../../handoff/changes/catalogue.ts';
import {changeWords} from '../../handoff/changes/change-words.ts';
import {answeredWith, lastRedoable, lastUndoable, undoProblem} from '../../handoff/changes/undo.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {Problem} from '../../problem.ts';
import {oneLine} from '../../services/one-line.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import type {Folded} from '../../store/snapshot.ts';
import {recordChanges} from '../changes/run-change-command.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printJson, printRemark} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {remark} from '../../tell-aside.ts';

export interface UndoOptions {
  readonly reason?: string;
  readonly along?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}

function wordsOf(handoff: Handoff, {at, ...action}: Action): string {
  const now = new Date().toISOString();
  const day = dayWords(dayIn(handoff.timeZone, at), handoff.timeZone, now);
  return `${changeWords(handoff, {...action, at} as Action)} (${day}, ${timeWords(at, handoff.timeZone)})`;
}

/** Actions of others that go with it, once the person agrees to that. */
function othersOf(
  {journal}: Folded,
  target: Action,
  actor: string,
  reason = '-',
): readonly string[] {
  const problem = undoProblem(journal, {action: target.id, reason}, actor);
  return problem?.kind === 'built on' ? problem.others.map(({id}) => id) : [];
}

interface Way {
  readonly pick: (journal: readonly Action[], actor: string) => Action | undefined;
  readonly nothing: Problem;
  /** What a person reads of: the action itself, or for a redo that which comes back. */
  readonly told: (journal: readonly Action[], target: Action) => Action;
  readonly verbs: readonly [would: string, did: string];
}

const takingBack: Way = {
  pick: lastUndoable,
  nothing: new Problem(
    'There is nothing of yours to take back.',
    '"handoff-wizard log" shows who did what.',
  ),
  told: (_, target) => target,
  verbs: ['Takes back', 'taken back'],
};

const puttingBack: Way = {
  pick: lastRedoable,
  nothing: new Problem(
    'There is nothing to put back.',
    'Only what was taken back last can be put back.',
  ),
  told: (journal, target) =>
    (target.type === 'undone' ? journal.find(({id}) => id === target.action) : undefined) ?? target,
  verbs: ['Puts back', 'put back'],
};

async function takeBack(way: Way, options: UndoOptions): Promise<number> {
  const context = await readContext();
  const {dryRun: isDry = false, json: isJson = false, along: isAgreed = false} = options;
  const reader = await chooseReader(context.home, options, 'acts');
  const reason = options.reason === undefined ? undefined : oneLine(options.reason);
  let words = '';
  let targetId = '';
  const {before, notice} = await recordChanges(reader, {
    context,
    isDry,
    decide(folded) {
      const {handoff, journal} = folded;
      const target = way.pick(journal, context.actor);
      if (!target) throw way.nothing;
      targetId = target.id;
      words = wordsOf(handoff, way.told(journal, target));
      remark(`${way.verbs[0]}: ${words}.`);
      const together = answeredWith(journal, target).map(({id}) => id);
      const others = isAgreed ? othersOf(folded, target, context.actor, reason) : [];
      const along = [...together, ...others];
      return [
        {
          type: 'undone',
          action: target.id,
          ...(reason ? {reason} : {}),
          ...(along.length > 0 ? {along} : {}),
        },
      ];
    },
  });
  if (isJson) printJson({handoff: before.id, isDryRun: isDry, action: targetId, words});
  else print(isDry ? `${before.id}: nothing written` : `${before.id}: ${way.verbs[1]} ${words}`);
  if (notice) printRemark(notice);
  if (!isDry) tellNameNotice(context);
  return exitCodes.good;
}

/** Takes back the person's own last action, by the rule that holds in the wizard. */
export function undo(options: UndoOptions): Promise<number> {
  return takeBack(takingBack, options);
}

/** Puts back what was taken back last. */
export function redo(options: UndoOptions): Promise<number> {
  return takeBack(puttingBack, options);
}
