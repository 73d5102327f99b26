import type {ItemData} from './work-data.ts';

/** An item about success criteria, with how it was settled. */
export interface SuccessData {
  readonly text: string;
  readonly state: ItemData['state'];
  readonly reason: string | null;
  readonly links: readonly string[];
  /** By what it is settled, in words; nothing while it is open. */
  readonly settled: string | null;
}

/** Items that speak of success or acceptance criteria, whatever the playbook calls them. */
export function criteriaData(items: readonly ItemData[]): SuccessData[] {
  return items
    .filter(({text, state}) => state !== '' && /\b(?:success|acceptance) criteri/iu.test(text))
    .map(({text, state, reason, links, settled}) => ({
      text,
      state,
      reason,
      links,
      settled,
    }));
}
