import type {Handoff} from '../../../handoff/model/handoff.ts';
import {shownName} from '../../../handoff/people/shown-name.ts';
import type {ItemStanding} from '../../../handoff/standing/item-standing.ts';
import {plural} from '../../words/plural.ts';
import {timeWords} from '../../words/times.ts';

/**
 * By what an item is settled: `said by Ana, 2026-03-04 10:00 CET` for somebody's word, without
 * "said" for a fact and for what was written. Nothing while it is open.
 */
export function settledWords(state: ItemStanding, handoff: Handoff): string | null {
  const {status, saidBy, settledAt, settledBy = '', isDerived} = state;
  if (status === 'open') return null;
  const when = settledAt === undefined ? [] : [timeWords(settledAt, handoff.timeZone)];
  if (saidBy === 'the playbook') return 'ticked in the playbook';
  const isWord = saidBy !== undefined || (status === 'not-applicable' && !isDerived);
  const who = shownName(handoff, saidBy || settledBy);
  const by = who === '' ? [] : [isWord ? `said by ${who}` : `by ${who}`];
  return [...by, ...when].join(', ') || null;
}

/** What settled items rest on, counted. */
export interface SettledCounts {
  /** Known by the program: checks, demonstrations, signatures and the like. */
  readonly byFacts: number;
  /** A text, rows or evidence are there. */
  readonly inWriting: number;
  readonly said: number;
  /** Came ticked with the playbook's own text. */
  readonly brought: number;
  readonly notApplicable: number;
}

export function countSettled(states: readonly ItemStanding[]): SettledCounts {
  const done = states.filter(({status}) => status === 'done');
  const brought = done.filter(({saidBy}) => saidBy === 'the playbook').length;
  const said = done.filter(({saidBy}) => saidBy !== undefined).length - brought;
  const byFacts = done.filter(({saidBy, isDerived}) => isDerived && saidBy === undefined).length;
  return {
    byFacts,
    inWriting: done.length - brought - said - byFacts,
    said,
    brought,
    notApplicable: states.filter(({status}) => status === 'not-applicable').length,
  };
}

/** `70 of 81 items settled: 30 by facts, 25 in writing, 12 said by people, 3 do not apply`. */
export function progressWords(states: readonly ItemStanding[]): string {
  const {byFacts, inWriting, said, brought, notApplicable} = countSettled(states);
  if (states.length === 0) return 'the playbook has no items';
  const parts = (
    [
      [byFacts, 'by facts'],
      [inWriting, 'in writing'],
      [said, 'said by people'],
      [brought, 'ticked in the playbook'],
      [notApplicable, notApplicable === 1 ? 'does not apply' : 'do not apply'],
    ] as const
  ).flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  const settled = byFacts + inWriting + said + brought + notApplicable;
  const figure = `${settled} of ${plural(states.length, 'item')} settled`;
  return parts.length === 0 ? figure : `${figure}: ${parts.join(', ')}`;
}
