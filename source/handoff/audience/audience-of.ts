import type {Audience} from '../../playbook/playbook.ts';
import {readFollowUpId} from '../afterwards/follow-up-id.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Line, Place} from '../model/place.ts';
import type {SessionNote} from '../model/session.ts';
import {registers} from '../registers/registers.ts';
import {itemAudience} from './item-audience.ts';

/** What those who read of a line must be asked of. */
export type Told = Pick<
  Handoff,
  'playbook' | 'items' | 'records' | 'session' | 'demonstrations' | 'followUps'
>;

/** What is agreed with the receiver is theirs to read; else a row is as its item, or as it says. */
export function rowAudience(handoff: Told, {register, item, audience}: HandoffRecord): Audience {
  if (registers[register].isShared) return 'customer';
  return itemAudience(handoff, item) === 'internal' ? 'internal' : (audience ?? 'customer');
}

/** A note is internal until somebody says otherwise; a question and an action are the customer's. */
export function noteAudience({kind, audience}: SessionNote): Audience {
  return audience ?? (kind === 'note' ? 'internal' : 'customer');
}

/** What an open point comes from; nothing where that has no audience of its own. */
export function sourceOf({demonstrations}: Told, id: string): Line | undefined {
  const {kind, subject = ''} = readFollowUpId(id) ?? {};
  switch (kind) {
    case 'question':
    case 'action':
      return {kind: 'note', id: subject};
    case 'risk':
    case 'tie':
    case 'teach-back':
      return {kind: 'row', id: subject};
    case 'demonstration':
      return {kind: 'item', id: subject};
    case 'runbook change': {
      const shown = demonstrations.find((each) => each.id === subject);
      return shown && {kind: 'item', id: shown.item};
    }
    case 'check':
    case 'condition':
    case undefined:
      return undefined;
  }
}

/** An open point is read by those who may read what it comes from, and by fewer where somebody says so. */
function ofPoint(handoff: Told, id: string): Audience {
  const source = sourceOf(handoff, id);
  if (source && audienceOf(handoff, source) === 'internal') return 'internal';
  return handoff.followUps[id]?.audience ?? 'customer';
}

/**
 * Who may read something. The one answer that every document, calendar, mail, screen and command
 * goes by. What is there no more, and what belongs to both sides such as a check, is the customer's.
 */
export function audienceOf(handoff: Told, line: Line): Audience {
  switch (line.kind) {
    case 'item':
      return itemAudience(handoff, line.id);
    case 'row': {
      const row = handoff.records.find(({id}) => id === line.id);
      return row ? rowAudience(handoff, row) : 'customer';
    }
    case 'note': {
      const note = handoff.session.notes.find(({id}) => id === line.id);
      return note ? noteAudience(note) : 'customer';
    }
    case 'follow-up':
      return ofPoint(handoff, line.id);
    case 'check':
    case 'check-in':
    case 'exit':
    case 'document':
    case 'gap':
      return 'customer';
  }
}

/** Whether a reader may read what stands at a line. */
export function mayRead(handoff: Told, audience: Audience, line: Line): boolean {
  return audience === 'internal' || audienceOf(handoff, line) === 'customer';
}

/** Whether a reader may read what stands at a place; a step as a whole is everybody's. */
export function mayReadAt(handoff: Told, audience: Audience, place: Place | undefined): boolean {
  return place?.line === undefined || mayRead(handoff, audience, place.line);
}
