import type {Handoff} from '../../handoff/model/handoff.ts';
import {findItem} from '../../playbook/find-item.ts';
import type {ItemPlace} from '../../playbook/walk.ts';
import {Problem} from '../../problem.ts';

/**
 * The item that a person means.
 *
 * @throws {Problem} when there is none, or more than one.
 */
export function findTargetItem(handoff: Handoff, query: string): ItemPlace {
  const found = findItem(handoff.playbook, query);
  if (found.kind === 'found') return found;
  if (found.kind === 'ambiguous') {
    const ids = found.candidates.slice(0, 8).map(({item}) => item.id);
    throw new Problem(`"${query}" fits more than one item: ${ids.join(', ')}.`, 'Type more of it.');
  }
  throw new Problem(
    `There is no item "${query}" in ${handoff.id}.`,
    `${found.nearest ? `Did you mean "${found.nearest}"? ` : ''}"handoff-wizard status ${handoff.id}" lists all items.`,
  );
}
