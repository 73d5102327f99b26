import {followUps} from '../../afterwards/follow-ups.ts';
import type {Handoff} from '../../model/handoff.ts';
import {itemState, type ItemStatus} from '../../model/item-state.ts';
import {itemPlace, placeOn, type Line, type Place} from '../../model/place.ts';
import {recordTitle} from '../../registers/records.ts';
import {registers} from '../../registers/registers.ts';
import {allItems} from '../../../playbook/walk.ts';
import {dayIn} from '../../time/schedule.ts';
import {audienceOf} from '../../audience/audience-of.ts';
import {hasBeenReliedOn} from './relied-on.ts';

/** What a change takes from something that somebody has relied on. */
export interface Loss {
  /** As {@link HistoryEntry.text} says it. */
  readonly text: string;
  /** It is less than before, so it is said why; without that it only keeps its line. */
  readonly needsReason: boolean;
  readonly concernsCustomer: boolean;
  readonly place?: Place;
}

/** Whether it is the customer's to read, and so what is taken from it too. */
export function isTheirs(handoff: Handoff, line: Line): boolean {
  return audienceOf(handoff, line) === 'customer';
}

/** A row is taken away. */
export function removalLoss(handoff: Handoff, id: string): Loss | undefined {
  const row = handoff.records.find((one) => one.id === id);
  if (!row || !hasBeenReliedOn(handoff, row)) return undefined;
  const keeper = allItems(handoff.playbook).find(({item}) => item.id === row.item);
  return {
    text: `the ${registers[row.register].one} "${recordTitle(row)}" was removed`,
    needsReason: true,
    concernsCustomer: isTheirs(handoff, {kind: 'row', id}),
    ...(keeper ? {place: itemPlace(keeper.step, keeper.item)} : {}),
  };
}

/**
 * Whether the days of open points are on record: documents were written since the session, it was
 * accepted, or the day of the session is over. Until then the days are being agreed.
 */
export function areDaysTold(handoff: Handoff, endedAt: string, at: string): boolean {
  const {documentSets, signOffs, timeZone} = handoff;
  return (
    documentSets.some((set) => set.audience !== 'internal' && set.at >= endedAt) ||
    signOffs.some(({decision}) => decision !== 'declined') ||
    dayIn(timeZone, endedAt) < dayIn(timeZone, at)
  );
}

/**
 * The day of an open point is moved to a later one, or taken away.
 *
 * @param at ISO 8601 instant of the change
 */
export function pointLoss(
  handoff: Handoff,
  {followUp, due}: {readonly followUp: string; readonly due?: string},
  at: string,
): Loss | undefined {
  const {endedAt} = handoff.session;
  if (due === undefined || endedAt === undefined || !areDaysTold(handoff, endedAt, at))
    return undefined;
  const point = followUps(handoff).find(({id}) => id === followUp);
  const before = point?.due?.date;
  if (!point || !before || (due !== '' && due <= before)) return undefined;
  const place = placeOn(handoff.playbook, 'follow-ups', {kind: 'follow-up', id: followUp});
  return {
    text: `the day of "${point.text}" was moved from ${before} to ${due === '' ? 'none' : due}`,
    needsReason: true,
    concernsCustomer: isTheirs(handoff, {kind: 'follow-up', id: followUp}),
    ...(place ? {place} : {}),
  };
}

/** An answer that the customer has read becomes another one. */
export function answerLoss(
  handoff: Handoff,
  {note: id, answer}: {readonly note: string; readonly answer: string},
): Loss | undefined {
  const note = handoff.session.notes.find((one) => one.id === id);
  if (!note?.answer || note.answer === answer || !hasBeenReliedOn(handoff, {since: note.at}))
    return undefined;
  const place = placeOn(handoff.playbook, 'agenda', {kind: 'note', id});
  return {
    text: `the answer to "${note.text}" was changed; it was "${note.answer}"`,
    needsReason: false,
    concernsCustomer: isTheirs(handoff, {kind: 'note', id}),
    ...(place ? {place} : {}),
  };
}

/** What was done up to the session is opened again, or said not to apply. */
export function settlingLoss(
  handoff: Handoff,
  {item: id, status}: {readonly item: string; readonly status: ItemStatus},
): Loss | undefined {
  const before = itemState(handoff, id);
  const since = before.settledAt ?? before.changedAt;
  if (before.status !== 'done' || status === 'done' || since === undefined) return undefined;
  const found = allItems(handoff.playbook).find(({item}) => item.id === id);
  if (!found || found.phase.kind === 'post-handoff' || !hasBeenReliedOn(handoff, {since}))
    return undefined;
  return {
    text: `"${found.item.text}" was ${status === 'open' ? 'opened again' : 'said not to apply'}`,
    needsReason: false,
    concernsCustomer: isTheirs(handoff, {kind: 'item', id}),
    place: itemPlace(found.step, found.item),
  };
}
