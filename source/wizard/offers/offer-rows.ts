import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {OfferedRow} from '../../handoff/offers/offered-row.ts';
import {span, wrap, wrapLines, type Line} from '../list/line.ts';
import type {Row} from '../list/row.ts';
import {offeredSign} from '../theme/glyphs.ts';

/** Names the line of an offered row; no line of the handoff has such a key. */
export function offerKey(offer: OfferedRow): string {
  return `offer ${offer.register} ${recordTitle(offer)}`;
}

/** Rows that are offered for an item, dim, each with where it comes from. */
export function offerRows(offers: readonly OfferedRow[], item: string, depth = 0): Row[] {
  return offers
    .filter((offer) => offer.item === item)
    .map((offer) => ({
      key: offerKey(offer),
      sign: {...offeredSign, word: 'offered'},
      text: recordTitle(offer),
      token: 'muted',
      depth: depth + 1,
      remarks: [span(offer.source, 'muted')],
      isCut: true,
    }));
}

/** All that an offered row would say, field by field. */
export function offerLines(offer: OfferedRow, width: number): Line[] {
  const fields = registers[offer.register].fields.flatMap(({name, label}): Line[] => {
    const [first, ...more] = wrap(fieldText(offer, name), width - label.length - 2);
    return first === undefined || first === ''
      ? []
      : [[span(`${label}: `, 'muted'), span(first)], ...more.map((text) => [span(`  ${text}`)])];
  });
  return [
    ...wrapLines(`Offered, ${offer.source}. It is no fact before it is taken.`, width, 'accent'),
    ...fields,
  ];
}
