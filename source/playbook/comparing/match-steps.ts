import type {Phases, StepPlace} from '../walk.ts';
import {stepsOf, allItems} from '../walk.ts';
import type {Phase} from '../playbook.ts';
import {likeness, wordsOf} from './likeness.ts';
import {createPairing, pairBest, pairByKey, type Candidate, type Pairing} from './pairing.ts';

export type StepPairing = Pairing<StepPlace, StepPlace>;

const said = (text: string) => wordsOf(text).join(' ') || text;

/** Steps of these screens there are many of; of any other a playbook has one that is meant. */
const common: ReadonlySet<string> = new Set(['checklist', 'text']);

/** Titles that have less in common are two steps. */
const alike = 0.5;

/** A step that is called otherwise is the same where this share of its items is. */
const sameItems = 0.5;

/** Pairs of steps by the items that both have, word for word. */
function byItems(
  before: Phases,
  after: Phases,
  {afterOf, beforeOf}: StepPairing,
): Candidate<StepPlace, StepPlace>[] {
  const places = (playbook: Phases) => Map.groupBy(allItems(playbook), ({item}) => said(item.text));
  const stepPlaces = new Map(stepsOf(after).map((place) => [place.step, place]));
  const there = places(after);
  const found: Candidate<StepPlace, StepPlace>[] = [];
  const own = Map.groupBy(allItems(before), ({step}) => step);
  for (const place of stepsOf(before)) {
    if (afterOf(place) !== undefined) continue;
    const items = own.get(place.step) ?? [];
    const votes = new Map<StepPlace, number>();
    for (const {item} of items) {
      const [only, ...more] = there.get(said(item.text)) ?? [];
      const target = only && more.length === 0 ? stepPlaces.get(only.step) : undefined;
      if (target && beforeOf(target) === undefined) votes.set(target, (votes.get(target) ?? 0) + 1);
    }
    for (const [target, count] of votes)
      if (count >= items.length * sameItems)
        found.push({before: place, after: target, score: count});
  }
  return found;
}

function byTitle(before: Phases, after: Phases, {afterOf, beforeOf}: StepPairing) {
  const left = stepsOf(before).filter((place) => afterOf(place) === undefined);
  const there = stepsOf(after).filter((place) => beforeOf(place) === undefined);
  return left.flatMap((one) =>
    there.flatMap((other) => {
      const score = likeness(one.step.title, other.step.title);
      return score >= alike && one.phase.kind === other.phase.kind
        ? [{before: one, after: other, score}]
        : [];
    }),
  );
}

/**
 * Which step of a playbook is which of another one: by its title in its phase, by its title, by a
 * screen that only one step has, by what stands in it, and by the likeness of its title.
 */
export function matchSteps(before: Phases, after: Phases): StepPairing {
  const pairing: StepPairing = createPairing();
  const both = (key: (place: StepPlace) => string | undefined) =>
    pairByKey(pairing, [stepsOf(before), key], [stepsOf(after), key]);
  both(({phase, step}) => `${said(phase.title)} / ${said(step.title)}`);
  both(({step}) => said(step.title));
  both(({step: {screen}}) => (common.has(screen) ? undefined : screen));
  pairBest(pairing, byItems(before, after, pairing));
  // Thousands of steps without a like are compared by nothing but their titles.
  if (stepsOf(before).length * stepsOf(after).length <= 250_000)
    pairBest(pairing, byTitle(before, after, pairing));
  return pairing;
}

/** Which phase is which: by its title, by where its steps are, and the only one left of its kind. */
export function matchPhases(
  before: Phases,
  after: Phases,
  steps: StepPairing,
): Pairing<Phase, Phase> {
  const pairing = createPairing<Phase, Phase>();
  const both = (key: (phase: Phase) => string | undefined) =>
    pairByKey(pairing, [before.phases, key], [after.phases, key]);
  both(({title}) => said(title));
  const votes = Map.groupBy(steps.pairs(), ([one]) => one.phase);
  pairBest(
    pairing,
    [...votes].flatMap(([phase, pairs]) =>
      [...Map.groupBy(pairs, ([, other]) => other.phase)].map(([other, all]) => ({
        before: phase,
        after: other,
        score: all.length,
      })),
    ),
  );
  both(({kind}) => kind);
  return pairing;
}
