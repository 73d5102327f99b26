import type {Waiver} from './checks-file.ts';
import type {CheckResult} from './check-result.ts';
import {withRemark} from './with-remark.ts';

/** The day by the calendar and clock of this machine, such as `2026-12-31`. */
export function localDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const [year = '', ...rest] = parts.map((part, index) =>
    String(part).padStart(index ? 2 : 4, '0'),
  );
  return [year, ...rest].join('-');
}

/**
 * What a waiver makes of a result: a failure, a warning or an unknown outcome is waived until the day
 * the waiver expires. A waiver that does nothing is told in the message.
 */
export function waive(result: CheckResult, waiver: Waiver | undefined, today: string): CheckResult {
  if (!waiver || result.outcome === 'skipped') return result;
  const {reason, approver, expires} = waiver;
  const {outcome, message} = result;
  const hasExpired = today >= expires;
  if (outcome === 'pass') {
    const state = hasExpired ? `expired on ${expires} and` : '';
    return withRemark(
      result,
      `its waiver by ${approver} ${state} is not needed`.replace('  ', ' '),
    );
  }
  if (hasExpired) return withRemark(result, `its waiver by ${approver} expired on ${expires}`);
  return {
    ...result,
    outcome: 'waived',
    message: `Waived by ${approver} until ${expires}: ${reason} (without the waiver: ${outcome}, ${message})`,
    waiver: {outcome, reason, approver, expires},
  };
}
