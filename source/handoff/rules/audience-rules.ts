import {followUps} from '../afterwards/follow-ups.ts';
import {audienceOf, sourceOf} from '../audience/audience-of.ts';
import {placeOn, rowPlace} from '../model/place.ts';
import {registers} from '../registers/registers.ts';
import {itemAt} from '../items/item-at.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

/** What is agreed with the receiver is theirs to read, and what an internal item keeps is not. */
export const isRowToAddress: Rule<'record/addressed'> = (handoff, {record, audience}) => {
  const row = handoff.records.find(({id}) => id === record);
  if (!row) return undefined;
  const {title, isShared} = registers[row.register];
  if (audience === 'internal')
    return isShared
      ? refused(
          'shared',
          `Both sides go by the table "${title}", so its rows are the customer's to read.`,
          'Write what is only for your own team into the note of the item.',
          rowPlace(handoff.playbook, row),
        )
      : undefined;
  const keeper = itemAt(handoff, row.item);
  return keeper && audienceOf(handoff, {kind: 'item', id: row.item}) === 'internal'
    ? refused(
        'kept-internal',
        `It stands at "${keeper.item.text}", which is internal.`,
        'Let the customer read that item first.',
        rowPlace(handoff.playbook, row),
      )
    : undefined;
};

export const isPointToAddress: Rule<'follow-up/addressed'> = (handoff, {followUp, audience}) => {
  if (!followUps(handoff).some(({id}) => id === followUp))
    return refused(
      'point-gone',
      'There is no such open point.',
      '"handoff-wizard status" shows them.',
    );
  const source = sourceOf(handoff, followUp);
  return audience === 'customer' && source && audienceOf(handoff, source) === 'internal'
    ? refused(
        'kept-internal',
        'What this open point comes from is internal.',
        'Let the customer read that first.',
        placeOn(handoff.playbook, 'follow-ups', {kind: 'follow-up', id: followUp}),
      )
    : undefined;
};
