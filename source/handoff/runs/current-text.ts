import type {Handoff} from '../model/handoff.ts';
import {commandDigest, commandsOf} from './item-commands.ts';
import type {ItemRun} from './item-run.ts';

/** Whether all that ran stands at the item today. */
export function isCurrentText(
  handoff: Pick<Handoff, 'playbook'>,
  id: string,
  {of}: Pick<ItemRun, 'of'>,
): boolean {
  const known = new Set(commandsOf(handoff, id).map(({text}) => commandDigest(text)));
  return of.length > 0 && of.every((digest) => known.has(digest));
}
