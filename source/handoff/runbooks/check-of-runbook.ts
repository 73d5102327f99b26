import type {FoundDraft, FoundValue} from '../drafts/found-draft.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {usualPurpose} from '../registers/purposes.ts';
import {fieldText, recordTitle} from '../registers/records.ts';
import {namesFor} from '../standing/named-in-rows.ts';
import {hasSteps} from './runbook-steps.ts';

/** A check, or why a runbook is none. */
export type RunbookCheck = {readonly check: FoundDraft} | {readonly why: string};

const pattern = /^\/.+\/[imsuv]*$/u;

/** A line that a runbook has to show, as a check says it: a text counts but for its spaces. */
function toShow(line: string): FoundValue {
  const text = line.trim();
  if (pattern.test(text)) return text;
  if (!/\s{2}|\t/u.test(text)) return {contains: text};
  const words = text
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`));
  return `/${words.join(String.raw`\s+`)}/`;
}

/**
 * A runbook that only looks as a check: the same command, what it has to show, and the item that its pass
 * proves. So nobody types a command twice.
 */
export function checkOfRunbook(handoff: Handoff, row: HandoffRecord): RunbookCheck {
  const name = recordTitle(row);
  const commands = fieldText(row, 'commands');
  const expected = fieldText(row, 'expected');
  if (fieldText(row, 'effect') !== 'safe')
    return {why: 'Only a runbook that looks and changes nothing is a check as well.'};
  if (hasSteps(row)) return {why: 'It has steps, and a check is one command.'};
  if (commands === '') return {why: 'This runbook has no commands yet.'};
  if (expected === '')
    return {why: 'It does not say what to expect. Run it, and t takes the output.'};
  if (namesFor(handoff, 'check').includes(name))
    return {why: `There is a check "${name}" already.`};
  // As the runbook itself is run: until the first command that fails.
  const command = commands.includes('\n') ? `set -e\n${commands}` : commands;
  const lines = expected.split('\n').filter((line) => line.trim() !== '');
  const proves = usualPurpose(row.item) === 'other' ? {} : {proves: row.item};
  const fields = {
    name,
    command,
    expect: {exit: 0, stdout: {all: lines.map(toShow)}},
    ...proves,
  };
  return {
    check: {kind: 'check', key: `runbook ${row.id}`, fields, source: `the runbook "${name}"`},
  };
}
