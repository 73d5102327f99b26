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

/** A rule such as `24h after session` or `3 business days after session`; nothing if it is none. */
export function parseDueRule(text: string): DueRule | undefined {
  const match =
    /^(?<amount>\d{1,4})\s*(?<unit>[a-z]+(?:\s+[a-z]+)?)\s+after\s+(?:the\s+)?session$/iu.exec(
      text.trim(),
    );
  const unit = units.get(match?.groups?.['unit']?.toLowerCase().replaceAll(/\s+/gu, ' ') ?? '');
  return unit ? {amount: Number(match?.groups?.['amount']), unit, after: 'session'} : undefined;
}
