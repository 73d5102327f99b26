import type {MetricRange} from '../../check-result.ts';

const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;

const written = new RegExp(
  String.raw`^(?<inside>@)?(?:(?<start>~|${number})?(?<colon>:))?(?<end>${number})?$`,
);

/**
 * Reads a threshold as in the Monitoring Plugins development guidelines, "Threshold and Ranges":
 * `[@]start:end`. Without a colon it is the end of a range from 0; `~` is no lower end; nothing
 * behind the colon is no upper end. Undefined for what is no range, such as `2:1`.
 */
export function parseRange(text: string): MetricRange | undefined {
  const {inside, start = '0', colon, end} = written.exec(text)?.groups ?? {};
  if (colon === undefined && end === undefined) return undefined;
  const from = start === '~' ? undefined : Number(start);
  const to = end === undefined ? undefined : Number(end);
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return {
    text,
    ...(from === undefined ? {} : {start: from}),
    ...(to === undefined ? {} : {end: to}),
    alertsInside: inside !== undefined,
  };
}
