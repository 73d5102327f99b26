import {isDeepStrictEqual} from 'node:util';
import type {Item, Phase, Playbook, Step} from '../playbook.ts';
import {allItems, stepsOf, textsOf, type ItemPlace, type StepPlace} from '../walk.ts';
import {isBelowAnother, matchItems} from './match-items.ts';
import {matchPhases, matchSteps} from './match-steps.ts';

/** The same thing as it was and as it is now. */
export interface Pair<Thing> {
  readonly before: Thing;
  readonly after: Thing;
}

/** How two readings of a playbook differ; what is in none of the lists is as it was. */
export interface PlaybookDifference {
  readonly added: readonly ItemPlace[];
  readonly gone: readonly ItemPlace[];
  /** Their own line reads otherwise. */
  readonly reworded: readonly Pair<ItemPlace>[];
  /** They stand in another step or below another item; they may be reworded as well. */
  readonly moved: readonly Pair<ItemPlace>[];
  /** The line is the same, and what it says besides is not: its details, its commands, its date. */
  readonly detailed: readonly Pair<ItemPlace>[];
  readonly steps: {
    readonly added: readonly StepPlace[];
    readonly gone: readonly StepPlace[];
    readonly renamed: readonly Pair<StepPlace>[];
    /** What there is to read between their items is another text. */
    readonly retold: readonly Pair<StepPlace>[];
  };
  readonly phases: {
    readonly added: readonly Phase[];
    readonly gone: readonly Phase[];
    readonly renamed: readonly Pair<Phase>[];
  };
  /** Settings and texts of the whole, such as the gates, in words. */
  readonly whole: readonly string[];
  /** All that is the same thing on both sides. */
  readonly same: {
    readonly items: readonly Pair<ItemPlace>[];
    readonly steps: readonly Pair<StepPlace>[];
    readonly phases: readonly Pair<Phase>[];
  };
}

const links = (list: Item['links']) => list.map(({text, url}) => ({text, url}));

/** What an item says besides its own line; ticks are no words, and where it stands is told apart. */
function besides(item: Item) {
  const {id: _, text: _text, children: _children, position: _at, isChecked: _box, ...rest} = item;
  const {isAdded: _added, isGone: _gone, isStruck: _struck, ...said} = rest;
  return {...said, links: links(item.links)};
}

function textOf(step: Step): readonly string[] {
  return textsOf(step).map(({markdown}) => markdown);
}

function sameThings<Thing>(pairs: readonly (readonly [Thing, Thing])[]): Pair<Thing>[] {
  return pairs.map(([before, after]) => ({before, after}));
}

function unpaired<Thing>(all: readonly Thing[], paired: readonly Thing[]): Thing[] {
  const known = new Set(paired);
  return all.filter((thing) => !known.has(thing));
}

/** What of the whole reads otherwise. */
function wholeChanges(before: Playbook, after: Playbook): string[] {
  const gates = ({gates: all}: Playbook) => {
    if (!all) return undefined;
    const {prove: _, handsOnBlock: _block, ...figures} = all;
    return {...figures, proofs: all.prove.length, hasBlock: all.handsOnBlock !== ''};
  };
  const parts: readonly [string, (playbook: Playbook) => unknown][] = [
    ['the title', ({title}) => title],
    ['the context', ({context}) => context],
    ['the gotchas', ({gotchas}) => gotchas.map(({text}) => text)],
    ['the links', (playbook) => links(playbook.links)],
    ['the settings of the gates', gates],
  ];
  return parts
    .filter(([, part]) => !isDeepStrictEqual(part(before), part(after)))
    .map(([words]) => words);
}

/**
 * Compares two readings of a playbook. Each item, step and phase of one is at most one of the other:
 * by its words, then by id and likeness where it stands, then by its place.
 */
export function comparePlaybooks(before: Playbook, after: Playbook): PlaybookDifference {
  const stepPairing = matchSteps(before, after);
  const itemPairing = matchItems(before, after, stepPairing);
  const items = sameThings(itemPairing.pairs());
  const steps = sameThings(stepPairing.pairs());
  const phases = sameThings(matchPhases(before, after, stepPairing).pairs());
  const isBelow = isBelowAnother(before, after, itemPairing);
  const stepNow = new Map(steps.map((pair) => [pair.before.step, pair.after.step]));
  const isReworded = ({before: one, after: other}: Pair<ItemPlace>) =>
    one.item.text !== other.item.text;
  return {
    added: unpaired(
      allItems(after),
      items.map((pair) => pair.after),
    ),
    gone: unpaired(
      allItems(before),
      items.map((pair) => pair.before),
    ),
    reworded: items.filter(isReworded),
    moved: items.filter(
      ({before: one, after: other}) => stepNow.get(one.step) !== other.step || isBelow(one, other),
    ),
    detailed: items.filter(
      (pair) =>
        !isReworded(pair) &&
        !isDeepStrictEqual(besides(pair.before.item), besides(pair.after.item)),
    ),
    steps: {
      added: unpaired(
        stepsOf(after),
        steps.map((pair) => pair.after),
      ),
      gone: unpaired(
        stepsOf(before),
        steps.map((pair) => pair.before),
      ),
      renamed: steps.filter(({before: one, after: other}) => one.step.title !== other.step.title),
      retold: steps.filter(
        ({before: one, after: other}) => !isDeepStrictEqual(textOf(one.step), textOf(other.step)),
      ),
    },
    phases: {
      added: unpaired(
        after.phases,
        phases.map((pair) => pair.after),
      ),
      gone: unpaired(
        before.phases,
        phases.map((pair) => pair.before),
      ),
      renamed: phases.filter(({before: one, after: other}) => one.title !== other.title),
    },
    whole: wholeChanges(before, after),
    same: {items, steps, phases},
  };
}

/** Whether both read the same: only where things stand in the file, or ticks, may differ. */
export function isSamePlaybook(difference: PlaybookDifference): boolean {
  const {added, gone, reworded, moved, detailed, steps, phases, whole} = difference;
  return [
    added,
    gone,
    reworded,
    moved,
    detailed,
    ...Object.values(steps),
    ...Object.values(phases),
    whole,
  ].every(({length}) => length === 0);
}
