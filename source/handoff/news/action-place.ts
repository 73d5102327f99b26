import {stepsOf} from '../../playbook/walk.ts';
import {readFollowUpId} from '../afterwards/follow-up-id.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemPlace, placeOn, rowPlace, type Place} from '../model/place.ts';
import {entryOf, type Action} from '../changes/catalogue.ts';

function placeOfItem({playbook}: Handoff, id: string): Place | undefined {
  const at = stepsOf(playbook).find(({step}) =>
    step.items.some((item) => item.id === id || item.children.some((child) => child.id === id)),
  );
  return at && itemPlace(at.step, {id});
}

/** Where on the way of a handoff something was done; nothing for what is of the handoff as a whole. */
export function actionPlace(handoff: Handoff, action: Action): Place | undefined {
  const {playbook, records} = handoff;
  const values = action as unknown as Readonly<Record<string, unknown>>;
  if ('followUp' in action) {
    const source = readFollowUpId(action.followUp);
    return placeOn(playbook, 'follow-ups', source && {kind: 'follow-up', id: action.followUp});
  }
  for (const [name, {refersTo}] of Object.entries(entryOf(action.type).fields)) {
    const named = values[name];
    if (typeof named !== 'string') continue;
    if (refersTo === 'step') return {step: named};
    if (refersTo === 'item') return placeOfItem(handoff, named);
    const row = refersTo === 'row' ? records.find(({id}) => id === named) : undefined;
    if (row) return rowPlace(playbook, row);
  }
  if (action.type === 'session/planned') return placeOn(playbook, 'plan');
  if (action.type.startsWith('session/') || 'note' in action) return placeOn(playbook, 'agenda');
  if (action.type.startsWith('demonstration/')) return placeOn(playbook, 'demonstrations');
  if (action.type.startsWith('checks/')) return placeOn(playbook, 'checks');
  if (action.type === 'transition/extended') return placeOn(playbook, 'transition');
  if (action.type === 'sign-off/recorded') return placeOn(playbook, 'sign-off');
  return undefined;
}
