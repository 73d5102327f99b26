import type {Summary} from './statistics.ts';

export interface Measure {
  readonly name: string;
  readonly ours: Summary;
  readonly reference?: {readonly name: string; readonly summary: Summary};
  /** What the issue asks for: medians at most so many times the reference, or p99 in milliseconds. */
  readonly reach?: {readonly ratio: number} | {readonly p99: number};
}

export interface Result extends Measure {
  readonly ratio?: number;
  readonly isReached?: boolean;
}

export function judge(measure: Measure): Result {
  const {ours, reference, reach} = measure;
  const ratio = reference && ours.median / reference.summary.median;
  const isReached =
    reach && ('ratio' in reach ? (ratio ?? Infinity) <= reach.ratio : ours.p99 <= reach.p99);
  return {
    ...measure,
    ...(ratio === undefined ? {} : {ratio}),
    ...(isReached === undefined ? {} : {isReached}),
  };
}

function milliseconds(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}

function words({median, p10, p90, p99}: Summary, isByP99: boolean): string {
  const spread = `${milliseconds(p10)}–${milliseconds(p90)}`;
  return `${milliseconds(median)} (${spread})${isByP99 ? `, p99 ${milliseconds(p99)}` : ''}`;
}

function reachWords(reach: Measure['reach']): string {
  if (!reach) return '';
  return 'ratio' in reach ? `≤ ${reach.ratio} ×` : `p99 ≤ ${reach.p99} ms`;
}

function cells({name, ours, reference, ratio, reach, isReached}: Result): readonly string[] {
  const isByP99 = reach === undefined || 'p99' in reach;
  return [
    name,
    words(ours, isByP99),
    reference ? `${reference.name} ${words(reference.summary, isByP99)}` : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    reachWords(reach),
    isReached === undefined ? '' : isReached ? 'yes' : 'no',
  ];
}

/** The results as an aligned table. */
export function formatTable(results: readonly Result[]): string {
  const rows = [
    ['MEASURE', 'OURS, MS', 'REFERENCE, MS', 'RATIO', 'REACH', 'REACHED'],
    ...results.map(cells),
  ];
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
