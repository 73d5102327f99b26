import type {Action} from '../changes/catalogue.ts';
import {undoneIds} from '../changes/undo.ts';
import type {Ancestry} from '../folding/ancestry.ts';
import type {Contradiction} from './contradiction.ts';
import type {Handoff} from '../model/handoff.ts';
import {answersOf, type Answer} from './answers-of.ts';

/** An answer with the place of its line in the order. */
interface Given {
  readonly index: number;
  readonly action: Action;
  /** Nothing for the choice between some of them, which says what was chosen. */
  readonly answer: Answer | undefined;
  readonly value: string;
}

/** All that was answered to one thing, in order. */
interface Thing {
  readonly given: Given[];
  /** Whether anybody has answered without having seen every line before. */
  isApart: boolean;
  /** What was left of so many lines, some of them taken back; found once. */
  known?: {readonly lines: string; readonly left: readonly Given[]};
}

/** Keeps who has answered what, and finds where answers stand against each other. */
export interface Answers {
  /** Takes in a line that has an effect; `isWhole` where its writer had seen every line before it. */
  readonly add: (index: number, action: Action, isWhole: boolean) => void;
  /** As the handoff is, of all lines, or of those alone that the writer of one had seen. */
  readonly contradictions: (handoff: Handoff, seenBy?: number) => readonly Contradiction[];
}

/**
 * What the writers of lines apart have answered to one thing: each answer that no later one goes on from
 * is left, as in a register of several values (Shapiro et al. 2011).
 */
export function trackAnswers(
  lines: readonly {readonly action: Action}[],
  ancestry: Pick<Ancestry, 'seenBy'>,
): Answers {
  const things = new Map<string, Thing>();

  function give(subject: string, given: Given, isWhole: boolean): void {
    const thing = things.get(subject) ?? {given: [], isApart: false};
    thing.given.push(given);
    thing.isApart ||= !isWhole;
    things.set(subject, thing);
  }

  function hasSeen(index: number): (other: number) => boolean {
    const {before, behind} = ancestry.seenBy(index);
    const seen = new Set(behind);
    return (other) => other < before || seen.has(other);
  }

  /** Those that no later one has seen, in order. Whoever has seen one has seen what that one had. */
  function left(given: readonly Given[]): readonly Given[] {
    const found: {readonly one: Given; readonly sees: (other: number) => boolean}[] = [];
    for (const one of given.toReversed())
      if (!found.some(({sees}) => sees(one.index))) found.push({one, sees: hasSeen(one.index)});
    return found.map(({one}) => one).toReversed();
  }

  /** {@link left}, which is asked after each change and seldom has another answer. */
  function leftOf(thing: Thing, given: readonly Given[]): readonly Given[] {
    const lines = given.map(({index}) => index).join();
    if (thing.known?.lines !== lines) thing.known = {lines, left: left(given)};
    return thing.known.left;
  }

  function contradictionOf(
    handoff: Handoff,
    subject: string,
    given: readonly Given[],
    rest: readonly Given[],
  ): readonly Contradiction[] {
    if (new Set(rest.map(({value}) => value)).size < 2) return [];
    const named = given.findLast(({answer}) => answer !== undefined)?.answer;
    const about = named?.about(handoff);
    const last = rest.at(-1);
    if (!named || about === undefined || !last) return [];
    const answers = rest.map(({action, value}) => ({
      action: action.id,
      says: given.find((one) => one.answer && one.value === value)?.answer?.says ?? '',
      at: action.at,
      by: action.actor,
      isInForce: value === last.value,
    }));
    return [{id: subject, about, ...(named.line ? {line: named.line} : {}), answers}];
  }

  return {
    add(index, action, isWhole) {
      if (action.type === 'contradiction/settled') {
        const {subject, chosen} = action;
        const value = things.get(subject)?.given.find((one) => one.action.id === chosen)?.value;
        if (value !== undefined) give(subject, {index, action, answer: undefined, value}, isWhole);
        return;
      }
      for (const answer of answersOf(action))
        give(answer.subject, {index, action, answer, value: answer.value}, isWhole);
    },
    contradictions(handoff, seenBy) {
      const apart = [...things].filter(([, {isApart}]) => isApart);
      if (apart.length === 0) return [];
      const isSeen = seenBy === undefined ? () => true : hasSeen(seenBy);
      const undone = undoneIds(lines.flatMap(({action}, at) => (isSeen(at) ? [action] : [])));
      return apart.flatMap(([subject, thing]) => {
        const given = thing.given.filter(
          ({index, action}) => isSeen(index) && !undone.has(action.id),
        );
        return contradictionOf(handoff, subject, given, leftOf(thing, given));
      });
    },
  };
}
