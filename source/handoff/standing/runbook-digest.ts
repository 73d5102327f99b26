import type {HandoffRecord} from '../model/handoff-record.ts';
import {purposeOf} from '../registers/purposes.ts';
import {fieldReason, fieldText} from '../registers/records.ts';
import {digestOf} from './digest.ts';

/** What a run of a runbook rests on; its name, its author and whom to call may change freely. */
const rested = ['preconditions', 'effect', 'commands', 'expected', 'rollback', 'verify'] as const;

const known = new WeakMap<object, string>();

/** SHA-256 of what a runbook makes a person do and expect: another digest is another runbook. */
export function runbookDigest(
  row: Pick<HandoffRecord, 'id' | 'register' | 'item' | 'fields'>,
): string {
  const before = known.get(row);
  if (before !== undefined) return before;
  const parts = rested.map((name) => [name, fieldReason(row, name) ?? fieldText(row, name)]);
  // A runbook without steps has the digest that it had before there were any.
  const steps = fieldText(row, 'steps') || undefined;
  const digest = digestOf({...Object.fromEntries(parts), purpose: purposeOf(row), steps});
  known.set(row, digest);
  return digest;
}
