import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';

/** What a handoff keeps that speaks of no item: the playbook itself, and what is told of its lines. */
const apart: ReadonlySet<string> = new Set<keyof Handoff>([
  'playbook',
  'playbookFiles',
  'leftBehind',
  'items',
  'marks',
  'misdated',
]);

function gather(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) for (const each of value) gather(each, found);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) {
      found.add(name);
      gather(each, found);
    }
}

/**
 * Every text that a handoff keeps beside its playbook and the states of its items, and every name of
 * a field. An item whose id is among them is spoken of: by a row, a note, a demonstration, a time in
 * the session. Looked for in all there is, so that nothing that is kept one day is forgotten here.
 */
export function namedIn(handoff: Handoff): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [field, value] of Object.entries(handoff)) if (!apart.has(field)) gather(value, found);
  // Open points and requirements are named by their kind and what they are of.
  const compound = [
    ...Object.keys(handoff.followUps),
    ...handoff.gateWaivers.map(({requirement}) => requirement),
  ];
  for (const name of compound) for (const part of name.split(' ')) found.add(part);
  return found;
}

/** Whether a person said anything of an item; what came with the file was said by the file. */
export function isTouched(handoff: Handoff, id: string): boolean {
  const {changedAt} = itemState(handoff, id);
  return changedAt !== undefined && changedAt !== handoff.createdAt;
}
