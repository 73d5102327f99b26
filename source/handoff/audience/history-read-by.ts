import type {Audience} from '../../playbook/playbook.ts';
import type {Correction} from '../model/correction.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HistoryEntry} from '../model/history-entry.ts';
import {mayRead} from './audience-of.ts';

/** What was taken from somebody who had relied on it: a customer reads what they were told of. */
export function historyReadBy({history}: Handoff, reader: Audience): readonly HistoryEntry[] {
  return history.filter(({concernsCustomer}) => reader === 'internal' || concernsCustomer);
}

/** Claims that were taken back, of what a reader may read. */
export function correctionsReadBy(handoff: Handoff, reader: Audience): readonly Correction[] {
  return handoff.corrections.filter(
    ({about, isInternal = false}) =>
      reader === 'internal' || (!isInternal && (!about || mayRead(handoff, reader, about))),
  );
}
