import type {RowData, TablesData} from './tables-data.ts';

/** How to get to the system. */
export interface WaysData {
  /** Where components are, with their names. */
  readonly places: readonly RowData[];
  /** Accounts, those for an emergency first. */
  readonly accounts: readonly (RowData & {readonly isEmergency: 'yes' | ''})[];
}

const emergency = /emergenc|break[\s-]*glass/iu;

function isEmergency(row: RowData): boolean {
  return [row['name'], row['use'], row['secret']].some((text) => emergency.test(text ?? ''));
}

/**
 * The addresses and the ways in, from what was said of components and of access. Access that ends is the
 * vendor's own, and no way in for whoever takes over.
 */
export function waysData({components, access}: TablesData): WaysData {
  const lasting = access.filter(({ends = ''}) => ends === '' || !/^\d{4}-/u.test(ends));
  const accounts = lasting.map((row) => ({
    ...row,
    isEmergency: isEmergency(row) ? ('yes' as const) : ('' as const),
  }));
  return {
    places: components.filter(({place}) => (place ?? '') !== ''),
    accounts: accounts.toSorted((a, b) => b.isEmergency.length - a.isEmergency.length),
  };
}
