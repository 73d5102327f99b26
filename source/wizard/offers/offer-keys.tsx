import type {Change} from '../../handoff/changes/catalogue.ts';
import type {OfferedRow} from '../../handoff/offers/offered-row.ts';
import {missingFields, recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {itemKey, rowKey} from '../list/selected-line.ts';
import {openRecordForm} from '../records/record-keys.tsx';
import type {View} from '../view.ts';
import {offerBindings} from './offer-bindings.ts';

function added({register, item, fields}: OfferedRow): Change {
  return {type: 'record/added', register, item, fields};
}

/** What the rows that were taken still lack, such as "tested on". */
function lacking(offers: readonly OfferedRow[]): string {
  const labels = offers.flatMap((offer) =>
    missingFields(offer).map(({label}) => label.toLowerCase()),
  );
  return [...new Set(labels)].join(', ');
}

async function take(view: View, offers: readonly OfferedRow[]): Promise<void> {
  const [first] = offers;
  if (!first) return;
  const left = lacking(offers);
  const {one, title} = registers[first.register];
  const what =
    offers.length === 1
      ? `the ${one} "${recordTitle(first)}"`
      : `${offers.length} rows of ${title.toLowerCase()}`;
  await view.dispatch(offers.map(added), {
    select: ({records}) => {
      const row = records.findLast(({register}) => register === first.register);
      return offers.length === 1 && row ? rowKey(row.id) : itemKey({id: first.item});
    },
    said: `Taken: ${what}, ${first.source}.${left === '' ? '' : ` Still missing: ${left}.`}`,
    isPartly: left !== '',
  });
}

/** Takes all that is offered for an item; no key where nothing is. */
export function takeAllKeys(view: View, item: string): KeyLayer {
  const offers = view.offers.filter((offer) => offer.item === item);
  if (offers.length === 0) return [];
  return [{binding: offerBindings.takeOffers, run: () => void take(view, offers), isPrimary: true}];
}

/** The keys of an offered row. */
export function offerKeys(view: View, offer: OfferedRow): KeyLayer {
  const {register, item, fields} = offer;
  return [
    {
      binding: offerBindings.editOffer,
      run: () => openRecordForm(view, {register, item, initial: fields}),
      isPrimary: true,
    },
    {binding: offerBindings.takeOffer, run: () => void take(view, [offer]), isPrimary: true},
    ...takeAllKeys(view, item),
  ];
}
