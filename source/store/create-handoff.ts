import {randomUUID} from 'node:crypto';
import type {Action, Change} from '../handoff/changes/catalogue.ts';
import {foldJournal} from '../handoff/changes/fold.ts';
import {toAction} from '../handoff/changes/journal.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {usualCalendar} from '../handoff/time/business-calendar.ts';
import {calendarChange} from './settings/calendar.ts';
import {requireWellFormed} from './well-formed.ts';
import {linesOf, makeJournal} from './journal/make-journal.ts';
import {withoutSecrets} from './without-secrets.ts';

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

/** Ids for a new handoff, the readable one first. */
export function* idCandidates(customer: string, system: string): Generator<string> {
  const base = slug(`${customer} ${system}`) || 'handoff';
  yield base;
  for (let number = 2; ; number += 1) yield `${base}-${number}`;
}

/**
 * Begins a handoff under the first free id of `candidates`, and gives that id.
 *
 * @throws {StoreError} when the disk refuses, with nothing left behind.
 */
export function createJournal(
  home: string,
  candidates: Iterable<string>,
  makeActions: (id: string) => readonly Action[],
): string {
  for (const id of candidates) if (makeJournal(home, id, linesOf(makeActions(id)))) return id;
  throw new Error('No free id was offered for the new handoff.');
}

/** Changes as one person makes them one after the other, now. */
function journalOf(changes: readonly Change[], actor: string): Action[] {
  const journal: Action[] = [];
  for (const change of changes) {
    const stamp = {id: randomUUID(), at: new Date().toISOString(), actor};
    journal.push(toAction(journal, change, stamp));
  }
  return journal;
}

export type NewHandoff = Omit<Extract<Change, {type: 'handoff/created'}>, 'type' | 'handoff'>;

/**
 * Starts a handoff and gives its id, made from customer and system. It knows the business days.
 *
 * @param further what is said of it in the same write, such as its size, once it is begun
 */
export async function createHandoff(
  home: string,
  actor: string,
  fields: NewHandoff,
  further: (begun: Handoff) => readonly Change[] = () => [],
): Promise<string> {
  const created: Change = {type: 'handoff/created', handoff: 'new', ...fields};
  const first = [created, ...calendarChange(home, usualCalendar)];
  requireWellFormed(first);
  const begun = foldJournal(journalOf(first, actor));
  const {safe} = await withoutSecrets([...first, ...further(begun)]);
  requireWellFormed(safe);
  const names = safe[0]?.type === 'handoff/created' ? safe[0] : created;
  return createJournal(home, idCandidates(names.customer, names.system), (id) =>
    journalOf(
      safe.map((change) => (change.type === 'handoff/created' ? {...change, handoff: id} : change)),
      actor,
    ),
  );
}
