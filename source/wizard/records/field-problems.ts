import {futureProblem, pastProblem, readDate} from '../../handoff/time/dates.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {FieldValues, HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {readAddress} from '../../handoff/people/address.ts';
import {leanOf, type Field, type Register} from '../../handoff/registers/field.ts';
import {stepsProblem} from '../../handoff/runbooks/runbook-steps.ts';
import {personFieldRefusal} from '../../handoff/rules/people/people-in-rows.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import {refusalWords} from '../asking/refusal-words.ts';
import {isAskedIn, valueOf, type FormValues} from '../asking/form/form-values.ts';

/** What a mistake is judged by. */
export interface FormFacts {
  readonly handoff: Handoff;
  readonly name: RegisterName;
  readonly register: Register;
  /** The row as it is stored; what was right when it was typed stays allowed. */
  readonly record: HandoffRecord | undefined;
  /** `YYYY-MM-DD` in the handoff's time zone. */
  readonly today: string;
}

function dateProblem(field: Field, text: string, {record, today}: FormFacts): string | undefined {
  const reading = readDate(text, today, leanOf(field));
  if ('problem' in reading) return reading.problem;
  if (reading.date === record?.fields[field.name]) return undefined;
  if (field.time === 'done') return futureProblem(reading.date, today);
  return field.time === 'to-come' ? pastProblem(reading.date, today) : undefined;
}

/** What was there already stays allowed. */
function addressProblem(field: Field, text: string, {record}: FormFacts): string | undefined {
  const reading = readAddress(text);
  if (!('problem' in reading) || record?.fields[field.name] === text) return undefined;
  return `${reading.problem} ${reading.advice}`;
}

function choiceProblem({choices = []}: Field, text: string): string | undefined {
  return choices.includes(text) ? undefined : `"${text}" is none of: ${choices.join(', ')}.`;
}

function reasonProblem(reason: string, {handoff}: FormFacts): string | undefined {
  const least = handoff.playbook.gates?.reasonLength ?? 1;
  if (reason === '') return 'Say why it does not apply, or Ctrl+N to fill it in after all.';
  return reason.length < least
    ? `The reason needs at least ${least} characters; it has ${reason.length}.`
    : undefined;
}

function nameProblem(text: string, {register}: FormFacts): string | undefined {
  return text === ''
    ? `The ${register.one} needs this, so that it can be told from others.`
    : undefined;
}

/** What was right when it was typed stays allowed. */
function personProblem(
  {name: field}: Field,
  text: string,
  {handoff, name, record}: FormFacts,
): string | undefined {
  return record?.fields[field] === text
    ? undefined
    : refusalWords(personFieldRefusal(handoff, name, field, text));
}

/** What stands in the fields, for a rule that looks at several. */
function textsOf(values: FormValues): FieldValues {
  const said = Object.entries(values).filter(([, {isNotApplicable}]) => !isNotApplicable);
  return Object.fromEntries(said.map(([name, {text}]) => [name, text]));
}

/** What is wrong with a field, in words with what is allowed. A field left empty is only missing. */
export function fieldProblem(
  field: Field,
  values: FormValues,
  facts: FormFacts,
): string | undefined {
  const {text: typed, reason, isNotApplicable} = valueOf(values, field.name);
  const isName = field === facts.register.fields[0];
  if (isNotApplicable)
    return isName
      ? `The ${facts.register.one} is called by it, so it always applies. Ctrl+N fills it in.`
      : // What does not matter after what was said in another field needs no good reason either.
        reason.trim() !== '' && !isAskedIn(values, field)
        ? undefined
        : reasonProblem(reason.trim(), facts);
  const text = typed.trim();
  if (isName) return nameProblem(text, facts) ?? personProblem(field, text, facts);
  if (text === '') return undefined;
  if (field.kind === 'date') return dateProblem(field, text, facts);
  if (field.kind === 'choice') return choiceProblem(field, text);
  if (field.kind === 'steps') return stepsProblem(textsOf(values));
  if (field.isAddress) return addressProblem(field, text, facts);
  return personProblem(field, text, facts);
}

/** The values as they are stored: days typed in words become dates. */
export function resolvedValues(values: FormValues, {register, today}: FormFacts): FormValues {
  const resolved: Record<string, FormValues[string]> = {...values};
  for (const field of register.fields) {
    const {name, kind} = field;
    const value = valueOf(values, name);
    const isDay = kind === 'date' && value.text.trim() !== '';
    const reading = isDay ? readDate(value.text, today, leanOf(field)) : undefined;
    if (reading && 'date' in reading) resolved[name] = {...value, text: reading.date};
  }
  return resolved;
}
