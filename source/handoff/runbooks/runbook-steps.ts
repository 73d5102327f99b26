import type {FieldValues, HandoffRecord} from '../model/handoff-record.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import {fieldText, recordTitle} from '../registers/records.ts';
import {readSteps} from './read-steps.ts';
import type {RunbookStep, StepsReading} from './runbook-step.ts';

type Row = Pick<HandoffRecord, 'register' | 'fields'>;

const known = new WeakMap<object, StepsReading>();

/** A runbook that only has commands is one of one step, called as the runbook is. */
function oneStep(row: Row): StepsReading {
  const commands = fieldText(row, 'commands');
  const step: RunbookStep = {
    number: 1,
    title: recordTitle(row),
    text: '',
    cautions: [],
    commands,
    expected: fieldText(row, 'expected'),
    // What does not say that it is safe counts as what changes things.
    isChanging: fieldText(row, 'effect') !== 'safe',
    change: '',
    branches: [],
    line: 1,
  };
  return {lead: '', steps: [step], problems: []};
}

/** Whether a runbook is written in steps. */
export function hasSteps(row: Pick<HandoffRecord, 'fields'>): boolean {
  return fieldText(row, 'steps') !== '';
}

/** The steps of a runbook, for whoever shows, runs, judges or prints them. */
export function stepsIn(row: Row): StepsReading {
  const before = known.get(row.fields);
  if (before) return before;
  const reading = hasSteps(row) ? readSteps(fieldText(row, 'steps')) : oneStep(row);
  known.set(row.fields, reading);
  return reading;
}

export function runbookSteps(row: Row): readonly RunbookStep[] {
  return stepsIn(row).steps;
}

/** What the steps say of a runbook's effect; nothing where it has none, or they cannot be read. */
function effectOfSteps(fields: FieldValues): 'safe' | 'changes' | undefined {
  const text = fieldText({fields}, 'steps');
  if (text === '') return undefined;
  const {steps, problems} = readSteps(text);
  if (problems.length > 0) return undefined;
  return steps.some(({isChanging}) => isChanging) ? 'changes' : 'safe';
}

/** The values of a row with what follows from them: the effect of a runbook from its steps. */
export function withFollowing(register: RegisterName, fields: FieldValues): FieldValues {
  const effect = register === 'runbooks' ? effectOfSteps(fields) : undefined;
  return effect === undefined ? fields : {...fields, effect};
}

/** What is wrong with the steps of a runbook as it would be, in words; nothing where all is well. */
export function stepsProblem(fields: FieldValues): string | undefined {
  const text = fieldText({fields}, 'steps');
  if (text === '') return undefined;
  const {steps, problems} = readSteps(text);
  const [first] = problems;
  if (first) return `Line ${first.line}: ${first.message}`;
  const effect = fieldText({fields}, 'effect');
  const changing = steps.find(({isChanging}) => isChanging);
  if (effect === 'safe' && changing)
    return `Line ${changing.line}: step ${changing.number} changes the system, and "Effect" says safe.`;
  if (effect === 'changes' && !changing)
    return '"Effect" says that it changes the system, and no step says "Change:".';
  const both = ['commands', 'expected'].filter((name) => fieldText({fields}, name) !== '');
  return both.length > 0
    ? 'The steps say what to type and to see: empty "Commands" and "Expected output".'
    : undefined;
}
