import {allItems, type ItemPlace, type Phases} from '../walk.ts';
import type {Item} from '../playbook.ts';
import {likeness, wordsOf} from './likeness.ts';
import type {StepPairing} from './match-steps.ts';
import {createPairing, pairBest, pairByKey, type Candidate, type Pairing} from './pairing.ts';

export type ItemPairing = Pairing<ItemPlace, ItemPlace>;

/** Within its step an item is reworded where so much of it is left; elsewhere more has to be. */
const alikeInStep = 0.5;
const alikeElsewhere = 0.75;
/** Between the same neighbours less is enough. */
const alikeInPlace = 0.3;

/** A word that stands in more items than this tells none of them from the others. */
const telling = 40;

/** The items in order, each with the item above it. */
function parentsOf(playbook: Phases): ReadonlyMap<Item, Item | undefined> {
  const parents = new Map<Item, Item | undefined>();
  const note = (items: readonly Item[], parent: Item | undefined) => {
    for (const item of items) {
      parents.set(item, parent);
      note(item.children, item);
    }
  };
  for (const {steps} of playbook.phases) for (const {items} of steps) note(items, undefined);
  return parents;
}

type ItemCandidate = Candidate<ItemPlace, ItemPlace>;

/** What shares a telling word, scored; so nothing is compared with everything. */
function byWords(
  before: readonly ItemPlace[],
  after: readonly ItemPlace[],
  least: number,
): ItemCandidate[] {
  const holding = new Map<string, ItemPlace[]>();
  for (const place of after)
    for (const word of new Set(wordsOf(place.item.text))) {
      const all = holding.get(word);
      if (all) all.push(place);
      else holding.set(word, [place]);
    }
  return before.flatMap((place) => {
    const near = new Set<ItemPlace>();
    for (const word of new Set(wordsOf(place.item.text))) {
      const all = holding.get(word) ?? [];
      if (all.length <= telling) for (const other of all) near.add(other);
    }
    return [...near].flatMap((other) => {
      const score = likeness(place.item.text, other.item.text);
      return score >= least ? [{before: place, after: other, score}] : [];
    });
  });
}

/** What stands between the same neighbours, where as many came as went. */
function byPlace(
  before: readonly ItemPlace[],
  after: readonly ItemPlace[],
  {afterOf, beforeOf}: ItemPairing,
): ItemCandidate[] {
  const gaps = new Map<ItemPlace | undefined, [ItemPlace[], ItemPlace[]]>();
  const gap = (anchor: ItemPlace | undefined) => {
    const known = gaps.get(anchor) ?? [[], []];
    gaps.set(anchor, known);
    return known;
  };
  let anchor: ItemPlace | undefined;
  for (const place of before)
    if (afterOf(place)) anchor = afterOf(place);
    else gap(anchor)[0].push(place);
  anchor = undefined;
  for (const place of after)
    if (beforeOf(place)) anchor = place;
    else gap(anchor)[1].push(place);
  return [...gaps.values()].flatMap(([gone, come]) => {
    if (gone.length !== come.length) return [];
    return gone.flatMap((place, at) => {
      const other = come[at];
      const score = other ? likeness(place.item.text, other.item.text) : 0;
      return other && score >= alikeInPlace ? [{before: place, after: other, score}] : [];
    });
  });
}

/**
 * Which item of a playbook is which of another one: by its words where it stood, then by its words
 * anywhere, then by id and likeness in its step, then by its place, then by likeness anywhere.
 */
export function matchItems(before: Phases, after: Phases, steps: StepPairing): ItemPairing {
  const pairing: ItemPairing = createPairing();
  const [old, fresh] = [allItems(before), allItems(after)];
  const [above, aboveNow] = [parentsOf(before), parentsOf(after)];
  const said = (text: string) => wordsOf(text).join(' ') || text;
  const stepNames = new Map<unknown, string>();
  for (const [index, [one, other]] of steps.pairs().entries()) {
    stepNames.set(one.step, String(index));
    stepNames.set(other.step, String(index));
  }
  const both = (key: (place: ItemPlace, parents: typeof above) => string | undefined) =>
    pairByKey(
      pairing,
      [old, (place) => key(place, above)],
      [fresh, (place) => key(place, aboveNow)],
    );
  const within = (step: unknown, text: string) => {
    const name = stepNames.get(step);
    return name === undefined ? undefined : `${name}\n${text}`;
  };
  const under = ({item}: ItemPlace, parents: typeof above) => {
    const parent = parents.get(item);
    return parent ? said(parent.text) : '';
  };
  both((place, parents) => within(place.step, `${under(place, parents)}\n${place.item.text}`));
  both((place, parents) =>
    within(place.step, `${under(place, parents)}\n${said(place.item.text)}`),
  );
  both(({step, item}) => within(step, said(item.text)));
  both(({item}) => said(item.text));

  const left = () => old.filter((place) => pairing.afterOf(place) === undefined);
  const come = () => fresh.filter((place) => pairing.beforeOf(place) === undefined);
  const inSteps = <Found>(
    [one, other]: readonly [readonly ItemPlace[], readonly ItemPlace[]],
    find: (gone: readonly ItemPlace[], here: readonly ItemPlace[]) => readonly Found[],
  ): Found[] => {
    const there = Map.groupBy(other, ({step}) => stepNames.get(step));
    return [...Map.groupBy(one, ({step}) => stepNames.get(step))].flatMap(([name, gone]) =>
      name === undefined ? [] : find(gone, there.get(name) ?? []),
    );
  };
  const byId = new Map(come().map((place) => [place.item.id, place]));
  pairBest(
    pairing,
    left().flatMap((place) => {
      const other = byId.get(place.item.id);
      const score = other ? likeness(place.item.text, other.item.text) : 0;
      const isSame = other && score >= alikeInStep && within(place.step, '') !== undefined;
      return isSame && within(place.step, '') === within(other.step, '')
        ? [{before: place, after: other, score}]
        : [];
    }),
  );
  pairBest(
    pairing,
    inSteps([left(), come()], (gone, here) => byWords(gone, here, alikeInStep)),
  );
  pairBest(
    pairing,
    inSteps([old, fresh], (all, now) => byPlace(all, now, pairing)),
  );
  pairBest(pairing, byWords(left(), come(), alikeElsewhere));
  return pairing;
}

/** Whether an item stands below another item than before. */
export function isBelowAnother(
  before: Phases,
  after: Phases,
  pairing: ItemPairing,
): (one: ItemPlace, other: ItemPlace) => boolean {
  const [above, aboveNow] = [parentsOf(before), parentsOf(after)];
  const pairs = new Map(pairing.pairs().map(([one, other]) => [one.item, other.item]));
  return (one, other) => {
    const [parent, now] = [above.get(one.item), aboveNow.get(other.item)];
    if (parent === undefined || now === undefined) return parent !== now;
    // What stood below something that is gone has not been moved by anybody.
    return pairs.has(parent) && pairs.get(parent) !== now;
  };
}
