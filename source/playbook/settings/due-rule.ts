import type {DueRule} from '../playbook.ts';

const units: ReadonlyMap<string, DueRule['unit']> = new Map([
  ['h', 'hours'],
  ['hour', 'hours'],
  ['hours', 'hours'],
  ['day', 'days'],
  ['days', 'days'],
  ['business day', 'business-days'],
  ['business days', 'business-days'],
  ['working day', 'business-days'],
  ['working days', 'business-days'],
]);

/**
 * A rule such as `24h after session`, `3 business days after session` or `0 days after transition`;
 * nothing if it is none. The transition ends with a day, so no hours are counted from it.
 */
export function parseDueRule(text: string): DueRule | undefined {
  const {
    amount,
    unit: typed = '',
    after: from = '',
  } = /^(?<amount>\d{1,4})\s*(?<unit>[a-z]+(?:\s+[a-z]+)?)\s+after\s+(?:the\s+)?(?<after>session|transition)$/iu.exec(
    text.trim(),
  )?.groups ?? {};
  const unit = units.get(typed.toLowerCase().replaceAll(/\s+/gu, ' '));
  const after = from.toLowerCase() === 'transition' ? 'transition' : 'session';
  if (unit === undefined || (after === 'transition' && unit === 'hours')) return undefined;
  return {amount: Number(amount), unit, after};
}
