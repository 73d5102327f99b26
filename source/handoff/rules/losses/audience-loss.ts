import type {Audience} from '../../../playbook/playbook.ts';
import {followUps} from '../../afterwards/follow-ups.ts';
import {audienceOf, sourceOf} from '../../audience/audience-of.ts';
import type {Handoff} from '../../model/handoff.ts';
import {itemState} from '../../model/item-state.ts';
import {itemPlace, placeOn, rowPlace, type Line, type Place} from '../../model/place.ts';
import {recordsFor, recordTitle} from '../../registers/records.ts';
import {registers} from '../../registers/registers.ts';
import {itemAt} from '../../items/item-at.ts';
import type {Loss} from './losses.ts';
import {isKnownRow, relianceSince} from './relied-on.ts';

/** Something of which the customer was told, in words. */
interface Known {
  readonly subject: string;
  readonly place: Place | undefined;
}

function isKnownSince(handoff: Handoff, since: string): boolean {
  return relianceSince(handoff, since) !== undefined;
}

function knownNote(handoff: Handoff, id: string): Known | undefined {
  const note = handoff.session.notes.find((each) => each.id === id);
  if (!note || !isKnownSince(handoff, note.addressedAt ?? note.at)) return undefined;
  const place = placeOn(handoff.playbook, 'agenda', {kind: 'note', id});
  return {subject: `the ${note.kind} "${note.text}"`, place};
}

function knownRow(handoff: Handoff, id: string): Known | undefined {
  const row = handoff.records.find((each) => each.id === id);
  if (!row || !isKnownRow(handoff, row)) return undefined;
  const subject = `the ${registers[row.register].one} "${recordTitle(row)}"`;
  return {subject, place: rowPlace(handoff.playbook, row)};
}

/** A bare line of the playbook is a chore; what was written at it was told. */
function knownItem(handoff: Handoff, id: string): Known | undefined {
  const at = itemAt(handoff, id);
  const {text = '', addressedAt, changedAt} = itemState(handoff, id);
  const since = addressedAt ?? changedAt;
  const rows = recordsFor(handoff, id);
  const isTold =
    (text.trim() !== '' && since !== undefined && isKnownSince(handoff, since)) ||
    rows.some(
      (row) =>
        audienceOf(handoff, {kind: 'row', id: row.id}) === 'customer' && isKnownRow(handoff, row),
    );
  return at && isTold
    ? {subject: `what stands at "${at.item.text}"`, place: itemPlace(at.step, at.item)}
    : undefined;
}

function knownPoint(handoff: Handoff, id: string): Known | undefined {
  const source = sourceOf(handoff, id);
  const since = handoff.followUps[id]?.addressedAt ?? handoff.session.endedAt;
  const isTold = source
    ? known(handoff, source) !== undefined
    : since !== undefined && isKnownSince(handoff, since);
  const point = isTold ? followUps(handoff).find((each) => each.id === id) : undefined;
  const place = placeOn(handoff.playbook, 'follow-ups', {kind: 'follow-up', id});
  return point && {subject: `the open point "${point.text}"`, place};
}

function known(handoff: Handoff, line: Line): Known | undefined {
  switch (line.kind) {
    case 'note':
      return knownNote(handoff, line.id);
    case 'row':
      return knownRow(handoff, line.id);
    case 'item':
      return knownItem(handoff, line.id);
    case 'follow-up':
      return knownPoint(handoff, line.id);
    default:
      return undefined;
  }
}

/** What the customer was told of is kept from them from now on. */
export function audienceLoss(handoff: Handoff, line: Line, to: Audience): Loss | undefined {
  if (to === 'customer' || audienceOf(handoff, line) === 'internal') return undefined;
  const found = known(handoff, line);
  return (
    found && {
      text: `${found.subject} was made internal`,
      needsReason: true,
      concernsCustomer: true,
      ...(found.place ? {place: found.place} : {}),
    }
  );
}
