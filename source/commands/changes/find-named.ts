import {followUps} from '../../handoff/afterwards/follow-ups.ts';
import type {Reference} from '../../handoff/changes/change-fields.ts';
import {readGate} from '../../handoff/gates/gates.ts';
import type {Requirement} from '../../handoff/gates/requirement.ts';
import type {GateName} from '../../handoff/model/gate-waiver.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {reserve, won} from '../../handoff/session/agenda-budget.ts';
import type {Item} from '../../playbook/playbook.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {findTargetItem} from '../item/find-target-item.ts';
import {findOne} from './find-one.ts';
import type {Moment} from './typed.ts';

function findStep({playbook, id}: Handoff, query: string): string {
  const all = stepsOf(playbook).map(({step}) => ({id: step.id, text: step.title}));
  const listedBy = `The steps of ${id}: ${all.map((step) => step.id).join(', ')}.`;
  return findOne(all, query, {what: 'step', listedBy}).id;
}

function findNote({session}: Handoff, query: string): string {
  const asked = {what: 'note of the session', listedBy: '"handoff-wizard log" lists them.'};
  return findOne(session.notes, query, asked).id;
}

function findDemonstration({demonstrations}: Handoff, query: string): string {
  const all = demonstrations.map(({id, item}) => ({id, text: item}));
  return findOne(all, query, {what: 'demonstration', listedBy: '"handoff-wizard log" lists them.'})
    .id;
}

/** The row that a person means, by its id or its name. */
export function findRow({records}: Pick<Handoff, 'records'>, query: string): string {
  const all = records.map((row) => ({id: row.id, text: recordTitle(row)}));
  return findOne(all, query, {what: 'row', listedBy: '"handoff-wizard row list" lists them.'}).id;
}

/** The blocks of every agenda of a handoff. */
function blocksOf({playbook}: Pick<Handoff, 'playbook'>): Item[] {
  return stepsOf(playbook)
    .filter(({step}) => step.screen === 'agenda')
    .flatMap(({step}) => step.items);
}

/** A block of the agenda, or one of the two that give time and are none. */
export function findBlock(handoff: Handoff, query: string): string {
  const words: Readonly<Record<string, string>> = {reserve, won};
  const apart = words[query.trim().toLowerCase()];
  if (apart !== undefined) return apart;
  const all = blocksOf(handoff);
  const listedBy = `The blocks: ${all.map(({id}) => id).join(', ')}.`;
  return findOne(all, query, {what: 'block of the agenda', listedBy}).id;
}

/** How what a field names is found by what a person typed. */
export const findReference: Readonly<
  Record<Exclude<Reference, 'action'>, (handoff: Handoff, query: string) => string>
> = {
  item: (handoff, query) => findTargetItem(handoff, query).item.id,
  giver: findBlock,
  step: findStep,
  row: findRow,
  note: findNote,
  demonstration: findDemonstration,
};

/** An open or closed point of the handoff. */
export function findPoint(handoff: Handoff, query: string): string {
  const listedBy = '"handoff-wizard open-point list" lists them.';
  return findOne(followUps(handoff), query, {what: 'open point', listedBy}).id;
}

/** What a gate misses. */
export function findRequirement(
  {handoff, now}: Moment,
  gate: GateName,
  query: string,
): Requirement {
  const listedBy = `"handoff-wizard gate ${gate}" lists what is missing.`;
  return findOne(readGate(handoff, gate, now).missing, query, {
    what: `thing that the gate ${gate} misses, called`,
    listedBy,
  });
}
