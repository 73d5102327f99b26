import {onceForEach} from './once-for-each.ts';
import type {Item, Minutes, Phase, Playbook, Step, StepText} from './playbook.ts';

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
export const stepsOf = onceForEach((playbook: Phases): readonly StepPlace[] =>
  playbook.phases.flatMap((phase) => phase.steps.map((step) => ({phase, step}))),
);

/** What stands in the file of a playbook: its phases without the steps that were added. */
export function phasesOfFile({phases}: Phases): readonly Phase[] {
  return phases.flatMap((phase) => {
    const steps = phase.steps.filter(({isAppended}) => !isAppended);
    return steps.length > 0 ? [{...phase, steps}] : [];
  });
}

/** The steps that no file has: they were added so that the checklist has an end. */
export function addedSteps(playbook: Phases): readonly Step[] {
  return stepsOf(playbook).flatMap(({step}) => (step.isAppended ? [step] : []));
}

function placesOf(items: readonly Item[], place: StepPlace, depth: number): ItemPlace[] {
  return items.flatMap((item) => [
    {...place, item, depth},
    ...placesOf(item.children, place, depth + 1),
  ]);
}

/** Every item in reading order, parents before their children. */
export const allItems = onceForEach((playbook: Phases): readonly ItemPlace[] =>
  stepsOf(playbook).flatMap((place) => placesOf(place.step.items, place, 0)),
);

/** The texts above the first item of a step, which introduce it. */
export function leadingTexts(step: Step): readonly StepText[] {
  const first = step.items[0]?.id;
  return textsOf(step).filter(({above}) => above === first);
}

/** What a step holds: a text to read, or an item to settle with all below it. */
export type StepPart =
  | {readonly kind: 'text'; readonly text: StepText}
  | {readonly kind: 'item'; readonly item: Item};

/** The texts of a step; what an earlier version read as introduction stands above the first item. */
export function textsOf({introduction, texts, items, position}: Step): readonly StepText[] {
  if (texts) return texts;
  const [first] = items;
  return introduction === undefined
    ? []
    : [
        {
          kind: 'prose',
          markdown: introduction,
          ...(first ? {above: first.id} : {}),
          position,
        },
      ];
}

/** Texts and outermost items of a step, in the order of the file. */
export function sequenceOf(step: Step): readonly StepPart[] {
  const above = Map.groupBy(textsOf(step), (text) => text.above);
  const partsAbove = (id: string | undefined) =>
    (above.get(id) ?? []).map((text): StepPart => ({kind: 'text', text}));
  return [
    ...step.items.flatMap((item) => [...partsAbove(item.id), {kind: 'item', item} as const]),
    ...partsAbove(undefined),
  ];
}

/** The sum of an agenda's blocks; a block without a length counts nothing. */
export function agendaMinutes(step: Step): Minutes {
  const blocks = step.items.flatMap(({minutes}) => minutes ?? []);
  return {
    min: blocks.reduce((sum, {min}) => sum + min, 0),
    max: blocks.reduce((sum, {max}) => sum + max, 0),
  };
}
