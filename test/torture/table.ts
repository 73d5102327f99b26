import {faultsOf, type Tally} from './tally.ts';

const columns = ['scenario', 'tries', 'acknowledged', 'lost', 'doubled', 'not opening', 'wrong'];
/** How many faults of one scenario are told one by one. */
const told = 8;

function cells(tally: Tally): string[] {
  const {scenario, skipped, tries, acknowledged, lost, doubled, unopened, wrong} = tally;
  if (skipped !== undefined) return [scenario, `skipped: ${skipped}`];
  const counts = [tries, acknowledged, lost.length, doubled.length, unopened.length, wrong.length];
  return [scenario, ...counts.map(String)];
}

/** The tallies as a table, and below it the first faults of each in words. */
export function formatTallies(tallies: readonly Tally[]): string {
  const rows = [columns, ...tallies.map(cells)];
  const widths = columns.map((_, column) =>
    Math.max(...rows.filter((row) => row.length > 2).map((row) => row[column]?.length ?? 0)),
  );
  widths[0] = Math.max(...rows.map(([name = '']) => name.length));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || row.length === 2
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const faults = tallies.flatMap((tally) => {
    const all = faultsOf(tally);
    const rest = all.length > told ? [`… and ${all.length - told} more`] : [];
    return [...all.slice(0, told), ...rest].map((words) => `${tally.scenario}: ${words}`);
  });
  return [...lines, ...(faults.length > 0 ? ['', ...faults] : [])].join('\n');
}
