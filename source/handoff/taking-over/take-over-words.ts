import type {Playbook} from '../../playbook/playbook.ts';
import type {PlaybookDifference} from '../../playbook/comparing/compare.ts';
import {allItems} from '../../playbook/walk.ts';

/** How many items of a difference are what. */
export function figuresOf({added, reworded, gone, moved, detailed}: PlaybookDifference) {
  return {
    added: added.length,
    reworded: reworded.length,
    gone: gone.length,
    moved: moved.length,
    detailed: detailed.length,
  };
}

/** `1 new, 1 reworded, 1 gone`; empty where all figures are none. */
export function differenceFigures({
  added,
  reworded,
  gone,
  moved = 0,
  detailed = 0,
}: {
  readonly added: number;
  readonly reworded: number;
  readonly gone: number;
  readonly moved?: number;
  readonly detailed?: number;
}): string {
  const figures: readonly [number, string][] = [
    [added, 'new'],
    [reworded, 'reworded'],
    [gone, 'gone'],
    [moved, 'moved'],
    [detailed, 'with other details'],
  ];
  return figures.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(', ');
}

/** The same of two versions in which each item has one id. */
export function takenOverWords(before: Playbook, next: Playbook): string {
  const texts = (playbook: Playbook) =>
    new Map(
      allItems(playbook)
        .filter(({item}) => !item.isAdded && !item.isGone)
        .map(({item}) => [item.id, item.text]),
    );
  const [old, now] = [texts(before), texts(next)];
  const figures = differenceFigures({
    added: [...now.keys()].filter((id) => !old.has(id)).length,
    reworded: [...now].filter(([id, text]) => old.has(id) && old.get(id) !== text).length,
    gone: [...old.keys()].filter((id) => !now.has(id)).length,
  });
  return `a new version of the playbook was taken over${figures === '' ? '' : `: ${figures}`}`;
}
