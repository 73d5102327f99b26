import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Names} from '../registers/field.ts';
import {restoringRunbooks} from '../registers/purposes.ts';
import {recordsOf, recordTitle} from '../registers/records.ts';
import {checkFacts} from './of-checks/check-facts.ts';

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
}

/** Whether two names mean the same: neither case nor white space counts. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** The runbooks that a field may name. */
function runbooksFor(handoff: Pick<Handoff, 'records'>, names: Names): readonly HandoffRecord[] {
  if (names === 'check') return [];
  return names === 'runbook' ? recordsOf(handoff, 'runbooks') : restoringRunbooks(handoff);
}

/** The runbook that a field's text means; nothing where there is none of that name. */
export function namedRunbook(
  handoff: Pick<Handoff, 'records'>,
  names: Names,
  text: string,
): HandoffRecord | undefined {
  return runbooksFor(handoff, names).find((row) => isSameName(recordTitle(row), text));
}

/** What a field may name, in words: the runbooks in their order, or the checks of the handoff's own file. */
export function namesFor(
  handoff: Pick<Handoff, 'records' | 'workspace' | 'checkRuns' | 'seenChecks'>,
  names: Names,
): readonly string[] {
  return names === 'check'
    ? checkFacts(handoff).today.map(({name}) => name)
    : runbooksFor(handoff, names).map(recordTitle);
}
