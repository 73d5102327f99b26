import type {Item, Playbook} from '../../playbook/playbook.ts';
import type {ItemPlace} from '../../playbook/walk.ts';
import {
  comparePlaybooks,
  type Pair,
  type PlaybookDifference,
} from '../../playbook/comparing/compare.ts';
import {isSameSaid} from '../../playbook/comparing/likeness.ts';
import {withKeptIds} from '../../playbook/comparing/with-kept-ids.ts';
import type {Handoff} from '../model/handoff.ts';
import {isBound} from './bound-items.ts';

/** A new version of a handoff's playbook, and how it differs from the one that the handoff has. */
export interface NextPlaybook {
  readonly difference: PlaybookDifference;
  /** The new version, in which all that is known has the id that it has in the handoff. */
  readonly playbook: Playbook;
}

/** What the handoff has besides its file. */
const isOwn = ({isAdded, isGone}: Item) => isAdded === true || isGone === true;

/**
 * Compares a new version of the playbook with that of a handoff. What was added in the handoff and
 * what only stayed because something was said of it are no items that went; where the file has
 * them, they come.
 */
export function nextPlaybook(handoff: Handoff, next: Playbook): NextPlaybook {
  const before = handoff.playbook;
  const found = comparePlaybooks(before, next);
  const isOther = ({before: one, after: other}: Pair<ItemPlace>) =>
    isBound(handoff, one.item.id) && !isSameSaid(one.item.text, other.item.text);
  const items = found.same.items.filter((pair) => !isOther(pair));
  const apart = found.same.items.filter(isOther);
  const come = items.filter((pair) => isOwn(pair.before.item));
  const known = new Set(items.filter((pair) => !isOwn(pair.before.item)));
  const difference: PlaybookDifference = {
    ...found,
    added: [...found.added, ...[...apart, ...come].map((pair) => pair.after)],
    gone: [...found.gone.filter(({item}) => !isOwn(item)), ...apart.map((pair) => pair.before)],
    reworded: found.reworded.filter((pair) => known.has(pair)),
    moved: found.moved.filter((pair) => known.has(pair)),
    detailed: found.detailed.filter((pair) => known.has(pair)),
    steps: {
      ...found.steps,
      gone: found.steps.gone.filter(
        ({step}) => !step.items.every(isOwn) || step.items.length === 0,
      ),
    },
    same: {...found.same, items},
  };
  return {difference, playbook: withKeptIds(before, next, difference, Object.keys(handoff.items))};
}
