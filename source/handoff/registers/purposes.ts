import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';

/** What a runbook is for. Claims such as "the last tested restore" go by it, and never by a title. */
export const purposes = ['health', 'restart', 'logs', 'back up', 'restore', 'other'] as const;
export type Purpose = (typeof purposes)[number];

type Row = Pick<HandoffRecord, 'id' | 'register' | 'item' | 'fields'>;

/** What the runbooks of the built-in playbook's items are for, where a row does not say. */
const usual: Readonly<Record<string, Purpose>> = {
  'check-health': 'health',
  'restart-services': 'restart',
  'view-logs': 'logs',
  'back-up-and-restore': 'restore',
};

/** What the runbooks of an item are for as a rule. */
export function usualPurpose(item: string): Purpose {
  return usual[item] ?? 'other';
}

function statedPurpose({fields}: Row): Purpose | undefined {
  return purposes.find((purpose) => purpose === fields['purpose']);
}

/** Whether nobody has said what a runbook is for that was found: it then counts as one for other things. */
export function isPurposeOpen(row: Row): boolean {
  return row.register === 'runbooks' && statedPurpose(row) === 'other';
}

/** What a runbook is for: as it says, else what those of its item are for. */
export function purposeOf(row: Row): Purpose {
  return statedPurpose(row) ?? usualPurpose(row.item);
}

/** The runbooks of one item, or of a whole handoff, that restore what was backed up. */
export function restoringRunbooks(
  {records}: Pick<Handoff, 'records'>,
  item?: string,
): HandoffRecord[] {
  const runbooks = records.filter((row) => row.register === 'runbooks');
  return runbooks.filter((row) => {
    if ((item !== undefined && row.item !== item) || purposeOf(row) !== 'restore') return false;
    if (statedPurpose(row) !== undefined) return true;
    // Where an item keeps several, those that do not say it may as well be the ones that back up.
    return runbooks.every(
      (other) => other === row || other.item !== row.item || purposeOf(other) !== 'restore',
    );
  });
}

/** What a new runbook of an item is offered as: the second one where data is restored backs it up. */
export function offeredPurpose({records}: Pick<Handoff, 'records'>, item: string): Purpose {
  const found = usualPurpose(item);
  const isThere = records.some((row) => row.item === item && purposeOf(row) === found);
  return found === 'restore' && isThere ? 'back up' : found;
}
