import {rowsReadBy} from '../audience/readable.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {allItems} from '../../playbook/walk.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {itemStanding} from './item-standing.ts';

const states = ['open', '', 'accepted', 'closed'];

function rank(risk: HandoffRecord): readonly [number, number, number] {
  const state = fieldText(risk, 'state');
  const severity = Number.parseInt(fieldText(risk, 'severity'), 10) || 9;
  return [state === 'closed' ? 1 : 0, severity, states.indexOf(state)];
}

/**
 * How risks are listed: those that stand before the closed ones, then by severity, and only then by
 * whether somebody lives with them.
 */
export function compareRisks(a: HandoffRecord, b: HandoffRecord): number {
  const [one, other] = [rank(a), rank(b)];
  const differs = one.findIndex((value, index) => value !== other[index]);
  return (one[differs] ?? 0) - (other[differs] ?? 0);
}

/** What is known of risks. That there is none is known only where somebody has looked. */
export type RiskStanding =
  | {readonly state: 'listed' | 'all closed' | 'not asked' | 'nobody looked' | 'none listed'}
  /** Instead of rows there is a text at the item. */
  | {readonly state: 'in writing'; readonly item: string}
  /** ISO 8601 instant and person of the word. */
  | {readonly state: 'none known'; readonly since?: string; readonly by: string};

/** What a reader may know of risks. */
export function riskStanding(handoff: Handoff, reader: Audience): RiskStanding {
  const rows = rowsReadBy(handoff, reader, 'risks');
  if (rows.some((row) => fieldText(row, 'state') !== 'closed')) return {state: 'listed'};
  if (rows.length > 0) return {state: 'all closed'};
  // Others know of one, so nothing may be said of there being none.
  if (recordsOf(handoff, 'risks').length > 0) return {state: 'none listed'};
  const place = allItems(handoff.playbook).find(({item}) => item.register === 'risks');
  if (!place) return {state: 'not asked'};
  const {
    text = '',
    status,
    settledAt,
    settledBy = '',
    saidBy,
  } = itemStanding(handoff, place.item.id);
  if (text.trim() !== '') return {state: 'in writing', item: place.item.text};
  return status === 'open' || settledBy === '' || saidBy === 'the playbook'
    ? {state: 'nobody looked'}
    : {
        state: 'none known',
        by: settledBy,
        ...(settledAt === undefined ? {} : {since: settledAt}),
      };
}
