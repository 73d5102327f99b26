import {registerNames, type RegisterName} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import {rowAudience} from '../audience/audience-of.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {asItHolds, fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {sideOf} from '../rules/people/sides.ts';
import {dayIn} from '../time/schedule.ts';
import {dateWords} from '../time/wording.ts';
import {namesAnother} from './names-another.ts';
import type {OfferedRow} from './offered-row.ts';
import {reusable} from './reusable.ts';

const normal = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');

/** Whether two handoffs go to the same customer, by the name as it was typed. */
export function isSameCustomer(
  one: Pick<Handoff, 'customer'>,
  other: Pick<Handoff, 'customer'>,
): boolean {
  return normal(one.customer) === normal(other.customer);
}

/** Handoffs in the order in which they are asked: those to the same customer first, then the latest. */
export function inOfferOrder<One extends Pick<Handoff, 'customer' | 'updatedAt'>>(
  handoff: Pick<Handoff, 'customer'>,
  others: readonly One[],
): One[] {
  return others.toSorted(
    (a, b) =>
      Number(isSameCustomer(handoff, b)) - Number(isSameCustomer(handoff, a)) ||
      (a.updatedAt < b.updatedAt ? 1 : -1),
  );
}

/** What a row says that another handoff may say as well; nothing where too little is left of it. */
function reusedFields(
  handoff: Handoff,
  other: Handoff,
  row: HandoffRecord,
): OfferedRow['fields'] | undefined {
  const {own, others = [], people = []} = reusable[row.register] ?? {own: []};
  const isSame = isSameCustomer(handoff, other);
  const held = asItHolds(row);
  const fields = (isSame ? own : others).flatMap((name): [string, string][] => {
    const text = fieldText(held, name);
    if (text === '') return [];
    if (isSame) return [[name, text]];
    const isOurs = !people.includes(name) || sideOf(other, text) === 'vendor';
    return isOurs && !namesAnother(other, text) ? [[name, text]] : [];
  });
  const [first] = fields;
  return first?.[0] === own[0] ? Object.fromEntries(fields) : undefined;
}

/** The item that keeps a register here: that of the same id, where it does, else the first. */
function keeperFor(handoff: Handoff, register: RegisterName, id: string): string | undefined {
  const keepers = allItems(handoff.playbook).filter(
    ({item}) =>
      item.register === register && itemState(handoff, item.id).status !== 'not-applicable',
  );
  return (keepers.find(({item}) => item.id === id) ?? keepers[0])?.item.id;
}

/** The rows of one register that one other handoff has to offer. */
function rowsOf(
  handoff: Handoff,
  other: Handoff,
  register: RegisterName,
  now: string,
): OfferedRow[] {
  const today = dayIn(handoff.timeZone, now);
  return recordsOf(other, register).flatMap((row): OfferedRow[] => {
    // What was kept from one customer is not put before another, nor before the same one unasked.
    if (rowAudience(other, row) === 'internal') return [];
    const item = keeperFor(handoff, register, row.item);
    const fields = item === undefined ? undefined : reusedFields(handoff, other, row);
    if (item === undefined || fields === undefined) return [];
    const day = dateWords(dayIn(handoff.timeZone, row.changedAt), today);
    const source = `as in ${other.customer} · ${other.system}, ${day}`;
    return [{register, item, fields, source}];
  });
}

/**
 * The rows of earlier handoffs that this one may say as well, each register from the first handoff in
 * {@link inOfferOrder} that has any. What is there already by its name is left out; internal rows, days and
 * proofs are never offered, nor addresses, channels and people of another customer.
 *
 * @param now ISO 8601
 */
export function rowsFromEarlier(
  handoff: Handoff,
  earlier: readonly Handoff[],
  now: string,
): OfferedRow[] {
  const others = inOfferOrder(
    handoff,
    earlier.filter(({id}) => id !== handoff.id),
  );
  return registerNames.flatMap((register) => {
    if (!reusable[register]) return [];
    const known = new Set(recordsOf(handoff, register).map((row) => normal(recordTitle(row))));
    for (const other of others) {
      const found = rowsOf(handoff, other, register, now);
      if (found.length > 0) return found.filter((row) => !known.has(normal(recordTitle(row))));
    }
    return [];
  });
}
