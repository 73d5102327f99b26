import type {Summary} from './statistics.ts';

export interface Measure {
  readonly name: string;
  readonly ours: Summary;
  readonly reference?: {readonly name: string; readonly summary: Summary};
  /** Of all samples. Default: ms. */
  readonly unit?: 'ms' | 'MiB';
  /** What is to be reached: medians at most so many times the reference, or p99 in the unit. */
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

function short(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}

function words({median, p10, p90, p99}: Summary, isByP99: boolean, unit: string): string {
  const spread = `${short(p10)}–${short(p90)}`;
  const last = isByP99 ? `, p99 ${short(p99)}` : '';
  return `${short(median)} (${spread})${last}${unit === 'ms' ? '' : ` ${unit}`}`;
}

function reachWords(reach: Measure['reach'], unit: string): string {
  if (!reach) return '';
  return 'ratio' in reach ? `≤ ${reach.ratio} ×` : `p99 ≤ ${reach.p99} ${unit}`;
}

function cells(result: Result): readonly string[] {
  const {name, ours, reference, ratio, reach, isReached, unit = 'ms'} = result;
  const isByP99 = reach === undefined || 'p99' in reach;
  return [
    name,
    words(ours, isByP99, unit),
    reference ? `${reference.name} ${words(reference.summary, isByP99, unit)}` : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    reachWords(reach, unit),
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
