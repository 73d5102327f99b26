import type {RegisterName} from '../../playbook/playbook.ts';
import {readAddress} from '../people/address.ts';
import type {FieldValues, HandoffRecord} from '../model/handoff-record.ts';
import type {Handoff} from '../model/handoff.ts';
import {transitionEnd, transitionPeriod} from '../afterwards/transition-period.ts';
import {rowPlace} from '../model/place.ts';
import {hasBeenReliedOn} from './losses/relied-on.ts';
import {registers} from '../registers/registers.ts';
import type {Field} from '../registers/field.ts';
import {stepsProblem} from '../runbooks/runbook-steps.ts';
import {dayIn} from '../time/schedule.ts';
import {futureProblem, pastProblem} from '../time/dates.ts';
import {changedFields, peopleRefusal} from './people/people-in-rows.ts';
import {refused, type Refusal} from './refused.ts';
import type {Asking, Rule} from './rule.ts';
import {questionRefusal} from './teach-back-rules.ts';

/** Days of what was done lie behind, and days of what is to come ahead; those that were there stay. */
function dayRefusal(
  handoff: Handoff,
  register: RegisterName,
  fields: FieldValues,
  {now}: Asking,
): Refusal | undefined {
  const today = dayIn(handoff.timeZone, now);
  const all: readonly Field[] = registers[register].fields;
  for (const {name, kind, time} of all) {
    const day = fields[name];
    if (kind !== 'date' || typeof day !== 'string' || day === '') continue;
    const problem =
      time === 'done'
        ? futureProblem(day, today)
        : time === 'to-come'
          ? pastProblem(day, today)
          : undefined;
    if (problem) return refused('day', problem, 'Type the day as 2026-03-04.');
  }
  return undefined;
}

/** Since this version an address is held to be one. */
const firstWithAddresses = 5;

/** Whom nothing can be sent to is said at the field; an address that was there stays. */
function addressRefusal(
  register: RegisterName,
  fields: FieldValues,
  {v = firstWithAddresses}: Asking,
): Refusal | undefined {
  const all: readonly Field[] = registers[register].fields;
  for (const {name, isAddress} of all) {
    const text = fields[name];
    if (!isAddress || v < firstWithAddresses || typeof text !== 'string' || text.trim() === '')
      continue;
    const reading = readAddress(text);
    if ('problem' in reading) return refused('address', reading.problem, reading.advice);
  }
  return undefined;
}

/** Steps are read before they are kept: what cannot be read can neither be run nor printed. */
function stepsRefusal(
  handoff: Handoff,
  fields: FieldValues,
  row?: HandoffRecord,
): Refusal | undefined {
  const isAsked = ['steps', 'effect', 'commands', 'expected'].some((name) => name in fields);
  // The effect follows from steps that are given anew, unless it is given with them.
  const {effect: _, ...before} = row?.fields ?? {};
  const problem = isAsked ? stepsProblem({...before, ...fields}) : undefined;
  if (problem === undefined) return undefined;
  return refused(
    'steps',
    `Steps: ${problem}`,
    'docs/runbooks.md shows how steps are written.',
    row && rowPlace(handoff.playbook, row),
  );
}

export const rowIsSane: Rule<'record/added'> = (handoff, {register, fields}, asking) =>
  peopleRefusal(handoff, register, fields) ??
  dayRefusal(handoff, register, fields, asking) ??
  addressRefusal(register, fields, asking) ??
  (register === 'runbooks' ? stepsRefusal(handoff, fields) : undefined) ??
  (register === 'teach-back' ? questionRefusal(fields) : undefined);

export const changedRowIsSane: Rule<'record/changed'> = (handoff, {record, fields}, asking) => {
  const row = handoff.records.find(({id}) => id === record);
  return (
    row &&
    (peopleRefusal(handoff, row.register, changedFields(row, fields)) ??
      dayRefusal(handoff, row.register, fields, asking) ??
      addressRefusal(row.register, changedFields(row, fields), asking) ??
      (row.register === 'runbooks'
        ? stepsRefusal(handoff, changedFields(row, fields), row)
        : undefined) ??
      (row.register === 'teach-back' ? questionRefusal(fields) : undefined))
  );
};

/** The end of the transition that somebody relies on is shortened in its row, with the reason. */
export const endsNoSooner: Rule<'record/added'> = (handoff, {register, fields}) => {
  const period = register === 'transition' ? transitionPeriod(handoff) : undefined;
  const {ends} = fields;
  const end = transitionEnd(handoff);
  if (!period || !end || typeof ends !== 'string' || ends === '' || ends >= end) return undefined;
  if (!hasBeenReliedOn(handoff, period)) return undefined;
  return refused(
    'transition-end',
    `Somebody has relied on the transition, which lasts until ${end}.`,
    'Change the day in its row, and say why.',
    rowPlace(handoff.playbook, period),
  );
};
