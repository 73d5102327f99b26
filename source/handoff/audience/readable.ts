import type {Audience, Item, RegisterName, Step} from '../../playbook/playbook.ts';
import {allItems, stepsOf, type ItemPlace} from '../../playbook/walk.ts';
import {duties, type Duty} from '../ahead/duties.ts';
import {expiries, type Expiry} from '../ahead/expiries.ts';
import {followUps, openFollowUps, type FollowUp} from '../afterwards/follow-ups.ts';
import {notAsked} from '../gates/not-asked.ts';
import type {Weakness} from '../gates/weaknesses.ts';
import {workItems} from '../items/items.ts';
import {
  dueItems,
  openItems,
  progressOfItems,
  type DueItem,
  type OpenItem,
  type Progress,
} from '../items/progress.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {SessionNote} from '../model/session.ts';
import type {Field} from '../registers/field.ts';
import {registers} from '../registers/registers.ts';
import {recordsFor, recordsOf} from '../registers/records.ts';
import {mayRead, noteAudience, rowAudience} from './audience-of.ts';
import {itemAudience} from './item-audience.ts';
import {waiverAudience} from './requirement-audience.ts';

// The lists that a document, a calendar or a mail may go by: what somebody may not read is not in
// them, so none can forget to leave it out.

const isFor = (reader: Audience, audience: Audience) =>
  reader === 'internal' || audience === 'customer';

/** Whether a reader may read an item. */
export function mayReadItem(handoff: Handoff, reader: Audience, {id}: Pick<Item, 'id'>): boolean {
  return isFor(reader, itemAudience(handoff, id));
}

/** The items of the playbook that a reader may read, in its order. */
export function itemsReadBy(handoff: Handoff, reader: Audience): readonly ItemPlace[] {
  return allItems(handoff.playbook).filter(({item}) => mayReadItem(handoff, reader, item));
}

/** The items of a step that somebody settles and a reader may read. */
export function workReadBy(handoff: Handoff, reader: Audience, step: Step): readonly Item[] {
  return workItems(handoff, step).filter((item) => mayReadItem(handoff, reader, item));
}

/** All such items of the handoff with their step. */
export function allWorkReadBy(
  handoff: Handoff,
  reader: Audience,
): readonly {readonly step: Step; readonly item: Item}[] {
  return stepsOf(handoff.playbook).flatMap(({step}) =>
    workReadBy(handoff, reader, step).map((item) => ({step, item})),
  );
}

/** How much of some steps is settled, of what a reader may read. */
export function progressFor(handoff: Handoff, reader: Audience, steps: readonly Step[]): Progress {
  const items = steps.flatMap((step) => workReadBy(handoff, reader, step));
  return progressOfItems(handoff, items);
}

/** Open work in reading order, the current phase first. */
export function openItemsReadBy(handoff: Handoff, reader: Audience): readonly OpenItem[] {
  return openItems(handoff).filter(({item}) => mayReadItem(handoff, reader, item));
}

/** Open items with a day, the soonest first. `now` is an ISO 8601 instant. */
export function dueItemsReadBy(
  handoff: Handoff,
  reader: Audience,
  now: string,
): readonly DueItem[] {
  return dueItems(handoff, now).filter(({item}) => mayReadItem(handoff, reader, item));
}

/** Whether a reader may read a row. */
export function mayReadRow(handoff: Handoff, reader: Audience, row: HandoffRecord): boolean {
  return isFor(reader, rowAudience(handoff, row));
}

/** The fields of a register that a reader may read, the name first. */
export function fieldsReadBy(register: RegisterName, reader: Audience): readonly Field[] {
  const fields: readonly Field[] = registers[register].fields;
  return fields.filter(({isInternal}) => isFor(reader, isInternal ? 'internal' : 'customer'));
}

/** The rows of a register that a reader may read. */
export function rowsReadBy(
  handoff: Handoff,
  reader: Audience,
  register: RegisterName,
): readonly HandoffRecord[] {
  return recordsOf(handoff, register).filter((row) => mayReadRow(handoff, reader, row));
}

/** The rows that answer an item, as far as a reader may read them. */
export function rowsAtReadBy(
  handoff: Handoff,
  reader: Audience,
  item: string,
): readonly HandoffRecord[] {
  return recordsFor(handoff, item).filter((row) => mayReadRow(handoff, reader, row));
}

/** What was logged in the session. */
export function notesReadBy({session}: Handoff, reader: Audience): readonly SessionNote[] {
  return session.notes.filter((note) => isFor(reader, noteAudience(note)));
}

/** Open points and those that were closed. */
export function pointsReadBy(handoff: Handoff, reader: Audience): readonly FollowUp[] {
  return followUps(handoff).filter(({id}) => mayRead(handoff, reader, {kind: 'follow-up', id}));
}

/** The open ones among them, the soonest first. */
export function openPointsReadBy(handoff: Handoff, reader: Audience): readonly FollowUp[] {
  return openFollowUps(handoff).filter(({id}) => mayRead(handoff, reader, {kind: 'follow-up', id}));
}

function mayReadDuty(handoff: Handoff, reader: Audience, {kind, id}: Duty): boolean {
  // A check-in is held with the receiver.
  return kind === 'check-in' || mayRead(handoff, reader, {kind, id});
}

/** All that has to be done by a day. `now` is an ISO 8601 instant. */
export function dutiesReadBy(handoff: Handoff, reader: Audience, now: string): readonly Duty[] {
  return duties(handoff, now).filter((duty) => mayReadDuty(handoff, reader, duty));
}

/** All that ends or moves on a day. `now` is an ISO 8601 instant. */
export function expiriesReadBy(handoff: Handoff, reader: Audience, now: string): readonly Expiry[] {
  return expiries(handoff, now).filter(({source, waived}) => {
    if (source) return mayRead(handoff, reader, {kind: 'row', id: source.record});
    return waived === undefined || isFor(reader, waiverAudience(handoff, waived));
  });
}

/** What was given up on purpose. */
export function waiversReadBy(handoff: Handoff, reader: Audience): Handoff['gateWaivers'] {
  return handoff.gateWaivers.filter((waiver) => isFor(reader, waiverAudience(handoff, waiver)));
}

/** What is not asked, by the playbook or because of the size. */
export function weaknessesReadBy(handoff: Handoff, reader: Audience): readonly Weakness[] {
  return notAsked(handoff, (item) => mayReadItem(handoff, reader, item));
}
