import {cleanse} from './cleanse.ts';
import type {Metric, MetricRange} from './check-result.ts';

function withText(range: MetricRange, text: string): MetricRange {
  return {...range, text};
}

/** Takes secrets and terminal escapes out of what a plugin wrote beside its numbers. */
export async function safeMetrics(
  metrics: readonly Metric[],
  secretValues: readonly string[],
): Promise<Metric[]> {
  const texts = metrics.flatMap(({label, unit, warn, crit}) => [
    label,
    unit,
    warn?.text ?? '',
    crit?.text ?? '',
  ]);
  const clean = await cleanse(texts, secretValues);
  return metrics.map((metric, index) => {
    const [label = '', unit = '', warn = '', crit = ''] = clean.slice(index * 4, index * 4 + 4);
    return {
      ...metric,
      label,
      unit,
      ...(metric.warn ? {warn: withText(metric.warn, warn)} : {}),
      ...(metric.crit ? {crit: withText(metric.crit, crit)} : {}),
    };
  });
}
