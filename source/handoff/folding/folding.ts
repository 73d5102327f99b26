import type {Action, ChangeType} from '../changes/catalogue.ts';
import type {Draft} from '../changes/draft.ts';
import type {Handoff} from '../model/handoff.ts';
import type {JournalMark} from '../model/journal-mark.ts';
import type {Misdated} from '../model/misdated.ts';
import {unfit} from '../rules/fit.ts';
import {refusal} from '../rules/refusal.ts';
import type {Refusal} from '../rules/refused.ts';
import {trackAnswers} from '../contradictions/track-answers.ts';
import {createAncestry, type Past} from './ancestry.ts';
import {misdated, outOfOrder} from './find-misdated.ts';
import {journalMark, type Mark} from './mark.ts';
import {createReplay} from './replay.ts';
import {createSight} from './sight.ts';

/** Since this version the rules were asked of each line before it was written. */
const firstWithLaw = 2;

/** Claims that a gate stands before: what only others had not written yet does not open it. */
const gated: ReadonlySet<ChangeType> = new Set([
  'session/started',
  'gate/waived',
  'sign-off/recorded',
]);

/** A journal being folded, line by line. */
export interface Folding {
  readonly add: (action: Action) => void;
  /** The state, the marks and the lines without effect, after all that was added. */
  readonly result: () => {
    readonly handoff: Handoff;
    readonly marks: readonly Mark[];
    readonly setAside: readonly Mark[];
  };
}

/** A judged line: nothing where the rules let it be. */
type Verdict = (Mark & {readonly hasEffect: boolean}) | undefined;

/**
 * Folds lines that come in order. Each is asked of the rules as it was when it was written: on what
 * its writer had seen, at its own instant.
 */
export function createFolding(created: Handoff, first: Action): Folding {
  const ancestry = createAncestry();
  const lines: {readonly action: Action; readonly past: Past}[] = [];
  const verdicts: Verdict[] = [];
  const told: {
    readonly verdict: Mark & {readonly hasEffect: boolean};
    readonly mark: JournalMark;
  }[] = [];
  const wronglyDated: Misdated[] = [];
  const allowed: Action[] = [];
  const replay = createReplay(created, first, (index) => verdicts[index]?.reading === 'against');
  const sight = createSight(lines, replay, ancestry);
  const answers = trackAnswers(lines, ancestry);

  function asked(state: Handoff, journal: readonly Action[], action: Action, hasLaw: boolean) {
    const {actor, at, arrival} = action;
    if (!hasLaw) return unfit({handoff: state, journal}, action, actor);
    // Rules remember what they found of a state by its identity, and this one goes on changing.
    const handoff = {...state, ...contradictionsFor(action)};
    return refusal({handoff, journal}, action, {
      actor,
      now: at,
      v: action.v,
      ...(arrival ? {arrival} : {}),
    });
  }

  /** A choice is judged by the answers that whoever made it had seen. */
  function contradictionsFor(action: Action): Partial<Draft> {
    if (action.type !== 'contradiction/settled') return {};
    const index = lines.findLastIndex((line) => line.action === action);
    return {contradictions: answers.contradictions(replay.draft(), index)};
  }

  /** What a line was crossed with before: the end of a session meets all that goes on with it. */
  let usual = -1;

  /** What only another's line stands against: the first with which it may not be any more. */
  function crossing(index: number, action: Action, hasLaw: boolean): Action | undefined {
    const before = sight.before(index);
    const seen = journalFor(index, action);
    const unseen = sight.unseen(index).filter((each) => verdicts[each]?.reading !== 'against');
    const isUsual =
      unseen.includes(usual) &&
      asked(replay.with(before, usual), [...seen, ...lineAt(usual)], action, hasLaw);
    if (isUsual) return lines[usual]?.action;
    let state: Draft = before;
    const journal = [...seen];
    for (const other of unseen) {
      state = replay.with(state, other);
      if (action.type === 'undone') journal.push(...lineAt(other));
      if (asked(state, journal, action, hasLaw) === undefined) continue;
      usual = other;
      return lines[other]?.action;
    }
    return lines[unseen.at(-1) ?? -1]?.action;
  }

  function lineAt(index: number): readonly Action[] {
    const action = lines[index]?.action;
    return action ? [action] : [];
  }

  /** Only what takes something back is held against the journal. */
  function journalFor(index: number, {type}: Action): readonly Action[] {
    return type === 'undone' ? sight.actions(index) : [];
  }

  function fits(action: Action): boolean {
    return unfit({handoff: replay.draft(), journal: allowed}, action, action.actor) === undefined;
  }

  function judgeByLaw(index: number, action: Action, {isWhole, isKnown, v}: Past): Verdict {
    const hasLaw = v >= firstWithLaw;
    const isGated = gated.has(action.type);
    const against = (found: Refusal) =>
      ({action, reading: 'against', refusal: found, hasEffect: false}) as const;
    const crossed = (found: Refusal, other?: Action) => {
      const hasEffect = fits(action);
      return {
        action,
        reading: 'crossed',
        refusal: found,
        hasEffect,
        ...(other && {with: other}),
      } as const;
    };
    const now = asked(replay.draft(), allowed, action, hasLaw);
    // Where a line is missing nobody can tell what was seen; a claim then needs what is there.
    if (!isKnown) return now && (isGated ? against(now) : crossed(now));
    if (isWhole) return now && against(now);
    if (!now && !isGated) return undefined;
    const then = asked(sight.before(index), journalFor(index, action), action, hasLaw);
    if (then) return against(then);
    return now && crossed(now, crossing(index, action, hasLaw));
  }

  function judge(index: number, action: Action, past: Past): Verdict {
    if (action === first) return undefined;
    const {v} = past;
    // What was asked of the rules a moment ago, and is no line yet, only has to fit.
    if (action.hash === undefined) {
      const misfit = v > 0 ? asked(replay.draft(), allowed, action, false) : undefined;
      return misfit && {action, reading: 'against', refusal: misfit, hasEffect: false};
    }
    const displaced = v >= firstWithLaw ? outOfOrder(action) : undefined;
    if (displaced) return {action, reading: 'against', refusal: displaced, hasEffect: false};
    const verdict = v > 0 ? judgeByLaw(index, action, past) : undefined;
    if (verdict || v >= firstWithLaw) return verdict;
    const found = asked(replay.draft(), allowed, action, true);
    return found && {action, reading: 'before', refusal: found, hasEffect: true};
  }

  return {
    add(action) {
      const past = ancestry.add(action);
      const index = lines.push({action, past}) - 1;
      const verdict = judge(index, action, past);
      verdicts.push(verdict);
      if (verdict) told.push({verdict, mark: journalMark(replay.draft(), verdict)});
      const hasEffect = verdict?.hasEffect ?? true;
      const dated = hasEffect ? misdated(replay.draft(), action) : undefined;
      if (dated) wronglyDated.push(dated);
      if (hasEffect) allowed.push(action);
      if (hasEffect) answers.add(index, action, past.isWhole);
      replay.push(action, hasEffect);
    },
    result() {
      const draft = replay.share();
      const inForce = told.filter(
        ({verdict: {action, reading}}) => reading === 'against' || !replay.isTakenBack(action),
      );
      draft.misdated = [...wronglyDated];
      draft.contradictions = answers.contradictions(draft);
      draft.marks = inForce.map(({mark}) => mark);
      const marks = inForce.map(({verdict: {hasEffect: _, ...mark}}) => mark);
      const setAside = told.flatMap(({verdict: {hasEffect, ...mark}}) => (hasEffect ? [] : [mark]));
      return {handoff: draft, marks, setAside};
    },
  };
}
