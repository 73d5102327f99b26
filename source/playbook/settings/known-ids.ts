import type {Phase, Position} from '../playbook.ts';
import {nearest} from '../../nearest.ts';
import {PlaybookError} from '../playbook-error.ts';
import type {Settings} from './playbook-settings.ts';
import {allItems, stepsOf} from '../walk.ts';

/** A mistake for each setting whose id the playbook does not have. */
export function checkIds(
  phases: readonly Phase[],
  settings: Settings,
  file: string,
): PlaybookError[] {
  const mistakes: PlaybookError[] = [];
  const groups: readonly [string, Iterable<[string, {position: Position}]>, () => string[]][] = [
    ['phase', settings.phases, () => phases.map(({id}) => id)],
    ['step', settings.steps, () => stepsOf({phases}).map(({step}) => step.id)],
    ['item', settings.due, () => allItems({phases}).map(({item}) => item.id)],
    ['item', settings.registers, () => allItems({phases}).map(({item}) => item.id)],
    ['item', settings.parts, () => allItems({phases}).map(({item}) => item.id)],
    ['item', settings.audiences, () => allItems({phases}).map(({item}) => item.id)],
    ['item', settings.settledBy, () => allItems({phases}).map(({item}) => item.id)],
    ['item', settings.sizes, () => allItems({phases}).map(({item}) => item.id)],
    ['item', settings.gated, () => allItems({phases}).map(({item}) => item.id)],
  ];
  for (const [what, used, listIds] of groups) {
    const known = new Set(listIds());
    for (const [id, {position}] of used) {
      if (known.has(id)) continue;
      const close = nearest(id, known);
      const hint = close
        ? `did you mean "${close}"?`
        : 'see the ids with "handoff-wizard playbook show FILE".';
      mistakes.push(new PlaybookError(file, position, `There is no ${what} "${id}"; ${hint}`));
    }
  }
  return mistakes;
}
