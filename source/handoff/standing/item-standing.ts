import {onceForEach} from '../../playbook/once-for-each.ts';
import type {Item} from '../../playbook/playbook.ts';
import type {ItemPlace} from '../../playbook/walk.ts';
import {itemAt} from '../items/item-at.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState, type ItemState} from '../model/item-state.ts';
import {placeOn} from '../model/place.ts';
import {isCurrentText} from '../runs/current-text.ts';
import {recordsFor} from '../registers/records.ts';
import {facts, type FactReading, type Waiting} from './facts.ts';
import {settlingFact} from './settled-by.ts';

/** How an item stands: what was said of it, and what the facts make of that. */
export interface ItemStanding extends ItemState {
  /** A fact settles it, and no tick can. */
  readonly isDerived: boolean;
  /** Whose word it is that it is done; nothing where more than a word stands behind it. */
  readonly saidBy?: string;
  /** What has to happen first, while it cannot be done. */
  readonly waitsFor?: Waiting;
}

/**
 * What belongs to the session or to the time after it is true of nothing before then. Texts and
 * tables are prepared earlier, and a playbook without an agenda has no session to wait for.
 */
function tooEarly(handoff: Handoff, {phase, step, item}: ItemPlace): FactReading | undefined {
  if (phase.kind === 'preparation' || step.screen === 'text' || item.register) return undefined;
  const place = placeOn(handoff.playbook, 'agenda');
  const {startedAt, endedAt} = handoff.session;
  if (!place || (phase.kind === 'session' ? startedAt : endedAt)) return undefined;
  const text = `The session has not ${phase.kind === 'session' ? 'started' : 'ended'}.`;
  return {state: 'waits', text, place};
}

/** How the facts stand behind an item. */
export function factReading(handoff: Handoff, at: ItemPlace): FactReading {
  const fact = settlingFact(handoff, at.step, at.item);
  const reading = fact && facts[fact](handoff, at);
  return reading && reading.state !== 'said' ? reading : (tooEarly(handoff, at) ?? {state: 'said'});
}

/** Whether its last run shows that it is so. */
function hasShown(handoff: Handoff, id: string, {runs = []}: ItemState): boolean {
  const last = runs.at(-1);
  return last !== undefined && last.isMet && isCurrentText(handoff, id, last);
}

function isWritten(handoff: Handoff, id: string, state: ItemState): boolean {
  const {text = '', evidence} = state;
  return (
    text.trim() !== '' ||
    evidence.length > 0 ||
    recordsFor(handoff, id).length > 0 ||
    hasShown(handoff, id, state)
  );
}

function readStanding(handoff: Handoff, at: ItemPlace, isDerived: boolean): ItemStanding {
  const {id} = at.item;
  const state = itemState(handoff, id);
  const reading = factReading(handoff, at);
  if (reading.state === 'holds') {
    const {settledAt: _, settledBy: _by, reason: _reason, ...rest} = state;
    const {since, by} = reading;
    return {
      ...rest,
      status: 'done',
      isDerived,
      ...(since === undefined ? {} : {settledAt: since}),
      ...(by === undefined ? {} : {settledBy: by}),
    };
  }
  if (reading.state === 'void') {
    const {why, since} = reading;
    const {settledBy: _, ...rest} = state;
    return {...rest, status: 'not-applicable', isDerived, reason: why, settledAt: since};
  }
  if (state.status === 'not-applicable') return {...state, isDerived};
  if (at.item.isGone && reading.state === 'waits') return {...state, isDerived: false};
  if (reading.state === 'waits') {
    const {text, place} = reading;
    const {settledAt: _, settledBy: _by, ...rest} = state;
    return {...rest, status: 'open', isDerived, waitsFor: {text, ...(place ? {place} : {})}};
  }
  if (state.status !== 'done' || isWritten(handoff, id, state)) return {...state, isDerived};
  // A tick that came with the playbook's own text is the word of whoever wrote that.
  const isBrought = at.item.isChecked && state.settledAt === handoff.createdAt;
  return {...state, isDerived, saidBy: isBrought ? 'the playbook' : (state.settledBy ?? '')};
}

/** All that the standing of an item rests on which no fact settles. */
type Rests = Pick<Handoff, 'playbook' | 'session' | 'records' | 'createdAt'> & {
  readonly state: ItemState;
};

const said = new WeakMap<Item, {readonly rests: Rests; readonly standing: ItemStanding}>();

/** How an item stands that no fact settles: of a thousand, one change concerns one. */
function saidStanding(handoff: Handoff, at: ItemPlace): ItemStanding {
  const {playbook, session, records, createdAt} = handoff;
  const state = itemState(handoff, at.item.id);
  const before = said.get(at.item);
  if (
    before?.rests.state === state &&
    before.rests.records === records &&
    before.rests.session === session &&
    before.rests.playbook === playbook &&
    before.rests.createdAt === createdAt
  )
    return before.standing;
  const standing = readStanding(handoff, at, false);
  said.set(at.item, {rests: {playbook, session, records, createdAt, state}, standing});
  return standing;
}

function standingOf(handoff: Handoff, id: string): ItemStanding {
  const at = itemAt(handoff, id);
  if (!at) return {...itemState(handoff, id), isDerived: false};
  return settlingFact(handoff, at.step, at.item) === undefined
    ? saidStanding(handoff, at)
    : readStanding(handoff, at, true);
}

const known = onceForEach((_: Handoff) => new Map<string, ItemStanding>());

/** How an item stands now. The one answer that every screen, command and document gives. */
export function itemStanding(handoff: Handoff, id: string): ItemStanding {
  const found = known(handoff);
  const before = found.get(id);
  if (before) return before;
  const standing = standingOf(handoff, id);
  found.set(id, standing);
  return standing;
}
