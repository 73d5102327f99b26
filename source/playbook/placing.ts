import type {Item, Phase, Playbook, Step} from './playbook.ts';
import {allItems, stepsOf, type Phases} from './walk.ts';

/** An item with those below it, while more of them come in. */
interface Branch {
  readonly item: Item;
  readonly below: Branch[];
}

const branchOf = (item: Item): Branch => ({item, below: item.children.map(branchOf)});
const itemOf = ({item, below}: Branch): Item => ({...item, children: below.map(itemOf)});

interface StepBranch {
  readonly step: Step;
  readonly below: Branch[];
}

interface PhaseBranch {
  readonly phase: Phase;
  readonly steps: StepBranch[];
}

/** A playbook that takes in more. */
interface Grove {
  readonly phases: PhaseBranch[];
  readonly branches: Map<string, Branch>;
  /** The list that each item stands in. */
  readonly lists: Map<string, Branch[]>;
}

function growing(playbook: Playbook): Grove {
  const branches = new Map<string, Branch>();
  const lists = new Map<string, Branch[]>();
  const note = (list: Branch[]) => {
    for (const branch of list) {
      branches.set(branch.item.id, branch);
      lists.set(branch.item.id, list);
      note(branch.below);
    }
  };
  const phases = playbook.phases.map((phase) => ({
    phase,
    steps: phase.steps.map((step) => ({step, below: step.items.map(branchOf)})),
  }));
  for (const {steps} of phases) for (const {below} of steps) note(below);
  return {phases, branches, lists};
}

/** The step of an id; one that is not there any more comes back empty, at the end of its phase. */
function stepIn({phases}: Grove, phase: Phase, step: Step): StepBranch {
  const known = phases.flatMap(({steps}) => steps).find((each) => each.step.id === step.id);
  if (known) return known;
  const {texts: _, introduction: _text, ...rest} = step;
  const fresh = {step: rest, below: []};
  const home =
    phases.find((each) => each.phase.id === phase.id) ??
    phases.findLast((each) => each.phase.kind === phase.kind);
  if (home) home.steps.push(fresh);
  else phases.push({phase, steps: [fresh]});
  return fresh;
}

/**
 * Puts items of one playbook into another, each where it stood: below the same item, behind the one
 * that it came after; else at the end of its step, which comes back where it is not there any more.
 *
 * @param as the item as it is to stand there, without those below it
 */
export function withItemsOf(
  playbook: Playbook,
  from: Phases,
  ids: ReadonlySet<string>,
  as: (item: Item) => Item,
): Playbook {
  if (ids.size === 0) return playbook;
  const grove = growing(playbook);
  const {branches, lists} = grove;

  function place(item: Item, list: Branch[], earlier: readonly Item[]): void {
    const anchor = earlier.findLast(({id}) => lists.get(id) === list);
    const at = anchor ? list.findIndex((branch) => branch.item.id === anchor.id) + 1 : list.length;
    const branch = {item: {...as(item), children: []}, below: []};
    list.splice(at, 0, branch);
    branches.set(item.id, branch);
    lists.set(item.id, list);
  }

  function walk(items: readonly Item[], parent: Item | undefined, home: () => StepBranch): void {
    for (const [index, item] of items.entries()) {
      if (ids.has(item.id) && !branches.has(item.id)) {
        const above = parent && branches.get(parent.id);
        place(item, above ? above.below : home().below, items.slice(0, index));
      }
      walk(item.children, item, home);
    }
  }

  for (const {phase, step} of stepsOf(from))
    walk(step.items, undefined, () => stepIn(grove, phase, step));
  return {
    ...playbook,
    phases: grove.phases.map(({phase, steps}) => ({
      ...phase,
      steps: steps.map(({step, below}) => ({...step, items: below.map(itemOf)})),
    })),
  };
}

/** A playbook with another item: in a step, behind one of its items, else at its end. */
export function withItem(
  playbook: Playbook,
  {step: id, after, item}: {readonly step: string; readonly after?: string; readonly item: Item},
): Playbook {
  const insert = (items: readonly Item[]): readonly Item[] =>
    items.flatMap((each) => [
      {...each, children: insert(each.children)},
      ...(each.id === after ? [item] : []),
    ]);
  const isIn = (step: Step) =>
    after !== undefined &&
    allItems(playbook).some((place) => place.step === step && place.item.id === after);
  return inSteps(playbook, (step) =>
    step.id === id
      ? {...step, items: isIn(step) ? insert(step.items) : [...step.items, item]}
      : step,
  );
}

/** A playbook without an item. */
export function withoutItem(playbook: Playbook, id: string): Playbook {
  const without = (items: readonly Item[]): readonly Item[] =>
    items.flatMap((item) => (item.id === id ? [] : [{...item, children: without(item.children)}]));
  return inSteps(playbook, (step) => ({...step, items: without(step.items)}));
}

/** A playbook with each step changed. */
export function inSteps(playbook: Playbook, change: (step: Step) => Step): Playbook {
  return {
    ...playbook,
    phases: playbook.phases.map((phase) => ({...phase, steps: phase.steps.map(change)})),
  };
}
