import type {Metric, MetricRange} from '../../check-result.ts';
import {parseRange} from './metric-range.ts';

export interface Perfdata {
  readonly metrics: readonly Metric[];
  /** What could not be understood, as written. */
  readonly malformed: readonly string[];
}

/** A plugin that gives more numbers than this is not measuring but talking. */
const mostMetrics = 1000;

/** `'label'=value[UOM];[warn];[crit];[min];[max]`, up to the next white space. */
const item =
  /(?:'(?<quoted>(?:[^']|'')*)'|(?<bare>[^\s='][^\s=]*))=(?<value>[^\s;]*)(?<rest>(?:;[^\s;]*)*)(?=\s|$)/y;

const measured =
  /^(?:(?<unknown>U)|(?<number>[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?))(?<unit>[^\d]*)$/;

const limitNames = ['warn', 'crit', 'min', 'max'] as const;

interface Limits {
  warn?: MetricRange;
  crit?: MetricRange;
  min?: number;
  max?: number;
}

/** Reads what stands behind the value; what cannot be read is left out and told. */
function limitsOf(fields: readonly string[], malformed: string[]): Limits {
  const limits: Limits = {};
  for (const [index, text] of fields.entries()) {
    const name = limitNames[index];
    if (name === undefined) {
      if (text !== '') malformed.push(text);
    } else if (text !== '') {
      const range = parseRange(text);
      const bound = Number(text);
      if (name === 'warn' || name === 'crit') {
        if (range) {
          limits[name] = range;
          continue;
        }
      } else if (Number.isFinite(bound)) {
        limits[name] = bound;
        continue;
      }
      malformed.push(`${name} ${text}`);
    }
  }
  return limits;
}

function metricOf(groups: Readonly<Record<string, string | undefined>>, malformed: string[]) {
  const label = groups['quoted']?.replaceAll("''", "'") ?? groups['bare'] ?? '';
  const {unknown, number, unit = ''} = measured.exec(groups['value'] ?? '')?.groups ?? {};
  if (label === '' || (unknown === undefined && number === undefined)) return undefined;
  const fields = (groups['rest'] ?? '').split(';').slice(1);
  const value = number === undefined ? null : Number(number.replace(',', '.'));
  return {label, value, unit, ...limitsOf(fields, malformed)};
}

/**
 * Reads performance data as in the Monitoring Plugins development guidelines, "Performance data".
 * Tolerant: an item that is not understood is passed over up to the next white space and told.
 */
export function parsePerfdata(text: string): Perfdata {
  const metrics: Metric[] = [];
  const malformed: string[] = [];
  for (let at = 0; at < text.length && metrics.length < mostMetrics;) {
    const space = /\s*/y;
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    item.lastIndex = at;
    const match = item.exec(text);
    const metric = match?.groups && metricOf(match.groups, malformed);
    if (metric) {
      metrics.push(metric);
      at = item.lastIndex;
    } else if (at < text.length) {
      const word = /\S+/y;
      word.lastIndex = at;
      const [written = ''] = word.exec(text) ?? [];
      malformed.push(written);
      at += written.length;
    }
  }
  return {metrics, malformed};
}
