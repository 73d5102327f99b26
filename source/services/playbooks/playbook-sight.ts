import type {Change} from '../../handoff/changes/catalogue.ts';
import type {NextPlaybook} from '../../handoff/taking-over/next-playbook.ts';
import {differenceFigures, figuresOf} from '../../handoff/taking-over/take-over-words.ts';
import {isSamePlaybook} from '../../playbook/comparing/compare.ts';
import type {Sources} from '../../playbook/position-words.ts';

/** How the file of a handoff's playbook is today. */
export type PlaybookSight =
  /** The handoff has no file: it follows the built-in playbook, as it was at the start. */
  | {readonly state: 'none'}
  | {readonly state: 'same'; readonly path: string}
  /** It is not on this machine, or cannot be read. */
  | {readonly state: 'unreadable'; readonly path: string; readonly problem: string}
  | {
      readonly state: 'changed';
      readonly sources: Sources;
      readonly next: NextPlaybook;
      /** What takes it over. */
      readonly change: Extract<Change, {readonly type: 'playbook/taken-over'}>;
    };

/** `The playbook has changed: 1 new, 1 reworded, 1 gone.` Nothing where there is nothing to say. */
export function sightWords(sight: PlaybookSight): string | undefined {
  if (sight.state === 'unreadable') return `The playbook cannot be looked at: ${sight.problem}`;
  if (sight.state !== 'changed' || isSamePlaybook(sight.next.difference)) return undefined;
  const figures = differenceFigures(figuresOf(sight.next.difference));
  return `The playbook has changed: ${figures === '' ? 'what there is to read in it' : figures}.`;
}
