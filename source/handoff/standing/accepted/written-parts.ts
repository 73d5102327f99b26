import {rowAudience} from '../../audience/audience-of.ts';
import {itemAudience} from '../../audience/item-audience.ts';
import {stepItems} from '../../items/items.ts';
import type {HandoffRecord} from '../../model/handoff-record.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {ItemState} from '../../model/item-state.ts';
import {itemPlace, rowPlace} from '../../model/place.ts';
import {recordTitle} from '../../registers/records.ts';
import {registers} from '../../registers/registers.ts';
import {partId, type AcceptedPart} from './accepted-part.ts';
import {digester} from '../digest.ts';

// What a person sees of a row; what is for the own team alone is none of what the receiver accepts.
const ofRow = digester(({register, item, fields}: HandoffRecord) => ({
  register,
  item,
  fields: Object.fromEntries(
    registers[register].fields.flatMap(({name, isInternal}) => {
      const moves = register === 'ties' && name === 'state';
      const value = fields[name];
      return isInternal || moves || value === undefined || value === '' ? [] : [[name, value]];
    }),
  ),
}));

const ofItem = digester(({status, reason, text}: ItemState) => ({
  status,
  reason,
  text: text?.trim() || undefined,
}));

const ofText = digester(({text}: ItemState) => text?.trim() ?? '');

export function rowParts(handoff: Handoff): AcceptedPart[] {
  const {playbook, records} = handoff;
  const read = records.filter((row) => rowAudience(handoff, row) === 'customer');
  return read.map((row) => {
    const place = rowPlace(playbook, row);
    return {
      id: partId('row', row.id),
      subject: `the ${registers[row.register].one} "${recordTitle(row)}"`,
      digest: ofRow(row),
      happened: row.changedAt === row.addedAt ? 'was added' : 'was changed',
      at: row.changedAt,
      by: row.changedBy,
      // A further contact takes nothing from what was accepted.
      ...(row.register === 'check-ins' && row.changedAt === row.addedAt
        ? {settles: 'always' as const}
        : {}),
      ...(place ? {place} : {}),
    };
  });
}

/** What was said of the items up to the session; those after it are not accepted, they follow. */
export function itemParts(handoff: Handoff): AcceptedPart[] {
  const {playbook, items} = handoff;
  return playbook.phases
    .filter(({kind}) => kind !== 'post-handoff')
    .flatMap(({steps}) =>
      steps.flatMap((step) =>
        stepItems(step).flatMap((item): AcceptedPart[] => {
          const said = items[item.id];
          if (!said || itemAudience(handoff, item.id) === 'internal') return [];
          const {changedAt: at, changedBy: by, status, text = ''} = said;
          // Rows settle the item that keeps them, and are parts of their own.
          const isKeeper = item.register !== undefined && status !== 'not-applicable';
          if (text.trim() === '' && (isKeeper || status === 'open')) return [];
          return [
            {
              id: partId('item', item.id),
              subject: `"${item.text}"`,
              digest: isKeeper ? ofText(said) : ofItem(said),
              happened: 'was changed',
              ...(at === undefined ? {} : {at}),
              ...(by === undefined ? {} : {by}),
              place: itemPlace(step, item),
            },
          ];
        }),
      ),
    );
}
