import {countsOf} from './counts.ts';
import type {Playbook} from './playbook.ts';

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How much there is in a playbook: `27 items in 3 phases, 2 notices`. */
export function countWords(playbook: Playbook): string {
  const {items, readings, phases} = countsOf(playbook);
  const notices = playbook.notices.length;
  return [
    items > 0 || readings === 0
      ? `${plural(items, 'item')} in ${plural(phases, 'phase')}`
      : plural(readings, 'text to read', 'texts to read'),
    ...(notices > 0 ? [plural(notices, 'notice')] : []),
  ].join(', ');
}
