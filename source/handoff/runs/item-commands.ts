import {commandsAt, type ItemCommand} from '../../playbook/runnable/commands-at.ts';
import type {Handoff} from '../model/handoff.ts';
import {digestOf} from '../standing/digest.ts';
import {itemAt} from '../items/item-at.ts';

/** The commands that the playbook gives at an item; none for one that it has no more. */
export function commandsOf(handoff: Pick<Handoff, 'playbook'>, id: string): readonly ItemCommand[] {
  const place = itemAt(handoff, id);
  return place ? commandsAt(place.step, place.item) : [];
}

/** SHA-256 of a command as the playbook has it: another digest is another command. */
export function commandDigest(text: string): string {
  return digestOf(text);
}
