import {type Item, type Minutes, type Phase, type Playbook, type Step} from './model.ts';
import {nearest} from '../nearest.ts';

export interface StepPlace {
  readonly phase: Phase;
  readonly step: Step;
}

/** An item with where it stands; `depth` is 0 for an outermost entry. */
export interface ItemPlace extends StepPlace {
  readonly item: Item;
  readonly depth: number;
}

/** A playbook, or as much of one as a walk needs. */
export type Phases = Pick<Playbook, 'phases'>;

/** Every step with its phase, in reading order. */
export function stepsOf(playbook: Phases): StepPlace[] {
  return playbook.phases.flatMap((phase) => phase.steps.map((step) => ({phase, step})));
}

function placesOf(items: readonly Item[], place: StepPlace, depth: number): ItemPlace[] {
  return items.flatMap((item) => [
    {...place, item, depth},
    ...placesOf(item.children, place, depth + 1),
  ]);
}

/** Every item in reading order, parents before their children. */
export function allItems(playbook: Phases): ItemPlace[] {
  return stepsOf(playbook).flatMap((place) => placesOf(place.step.items, place, 0));
}

export type FoundItem =
  | ({readonly kind: 'found'} & ItemPlace)
  | {readonly kind: 'ambiguous'; readonly candidates: readonly ItemPlace[]}
  /** `nearest` is the id that looks most like the query, if one is close. */
  | {readonly kind: 'unknown'; readonly nearest: string | undefined};

/**
 * The item that a person means: by its id, else its whole text, else the start of its id, else
 * any part of id or text. Case does not matter. The first of these ways that matches anything
 * decides.
 */
export function findItem(playbook: Phases, query: string): FoundItem {
  const places = allItems(playbook);
  const exact = places.find(({item}) => item.id === query.trim());
  if (exact) return {kind: 'found', ...exact};
  const wanted = query.trim().toLowerCase();
  const ways: readonly ((id: string, text: string) => boolean)[] = [
    (id) => id === wanted,
    (_id, text) => text === wanted,
    (id) => id.startsWith(wanted),
    (id, text) => id.includes(wanted) || text.includes(wanted),
  ];
  for (const matches of wanted === '' ? [] : ways) {
    const candidates = places.filter(({item}) =>
      matches(item.id.toLowerCase(), item.text.toLowerCase()),
    );
    const [only, ...others] = candidates;
    if (only) {
      return others.length > 0 ? {kind: 'ambiguous', candidates} : {kind: 'found', ...only};
    }
  }
  const ids = places.map(({item}) => item.id);
  return {kind: 'unknown', nearest: nearest(wanted, ids)};
}

/** The sum of an agenda's blocks; a block without a length counts nothing. */
export function agendaMinutes(step: Step): Minutes {
  const blocks = step.items.flatMap(({minutes}) => minutes ?? []);
  return {
    min: blocks.reduce((sum, {min}) => sum + min, 0),
    max: blocks.reduce((sum, {max}) => sum + max, 0),
  };
}
