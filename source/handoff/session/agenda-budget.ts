import type {Item} from '../../playbook/playbook.ts';
import type {TimeMove} from '../model/session.ts';

/** Minutes of the plan that belong to no block; no id made from a text looks like it. */
export const reserve = '(reserve)';

/** Minutes that blocks left over when they ended early; giving them takes nothing from any block. */
export const won = '(won)';

/** The whole minutes that a block has; `floor` is what nobody may take from it. */
export interface BlockBudget {
  readonly block: string;
  readonly floor: number;
  readonly minutes: number;
}

/** Shares a whole number out in proportion to weights, whole; the largest remainders round up. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const rest = total - shares.reduce((all, share) => all + share, 0);
  const roundedUp = new Set(
    exact
      .map((share, index) => ({index, remainder: share - Math.floor(share)}))
      .toSorted((a, b) => b.remainder - a.remainder)
      .slice(0, rest)
      .map(({index}) => index),
  );
  return shares.map((share, index) => share + (roundedUp.has(index) ? 1 : 0));
}

/** What the blocks need at the least, in minutes. */
export function floorsOf(blocks: readonly Item[]): number {
  return blocks.reduce((sum, {minutes}) => sum + (minutes?.min ?? 0), 0);
}

/**
 * Each block's minutes in a session of `total` minutes: its floor, and of the rest a share in
 * proportion to how much longer it may be, up to its most. What is then left is a reserve.
 */
export function planBudgets(blocks: readonly Item[], total: number): BlockBudget[] {
  const floors = floorsOf(blocks);
  const room = blocks.map(({minutes}) => (minutes ? minutes.max - minutes.min : 0));
  const most = room.reduce((sum, minutes) => sum + minutes, 0);
  const rest = Math.max(0, total - floors);
  const shares = shareOut(Math.min(rest, most), room);
  const budgets = blocks.map(({id, minutes}, index): BlockBudget => {
    const floor = minutes?.min ?? 0;
    return {block: id, floor, minutes: floor + (shares[index] ?? 0)};
  });
  const spare = rest - most;
  return spare > 0 && floors > 0
    ? [...budgets, {block: reserve, floor: 0, minutes: spare}]
    : budgets;
}

/**
 * The budgets after time was moved. No move takes a block below its floor, also where two people
 * took from it at once: what it cannot give is not taken.
 */
export function movedBudgets(
  budgets: readonly BlockBudget[],
  moves: readonly TimeMove[],
): BlockBudget[] {
  let moved = [...budgets];
  for (const {from, to, minutes} of moves) {
    if (from === won) {
      moved = moved.map((budget) =>
        budget.block === to ? {...budget, minutes: budget.minutes + minutes} : budget,
      );
      continue;
    }
    const giver = moved.find(({block}) => block === from);
    if (!giver || !moved.some(({block}) => block === to) || from === to) continue;
    const given = Math.max(0, Math.min(minutes, giver.minutes - giver.floor));
    moved = moved.map((budget) => {
      const change = budget.block === from ? -given : budget.block === to ? given : 0;
      return {...budget, minutes: budget.minutes + change};
    });
  }
  return moved;
}
