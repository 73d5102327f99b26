const lengths: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const duration = /^\d+(?:\.\d+)? (?:ms|s|min|h|d)(?: \d+ (?:s|min|h))?$/;

/** Milliseconds of a duration as `formatDuration` writes it. */
function readDuration(text: string): number | undefined {
  if (!duration.test(text)) return undefined;
  let sum = 0;
  for (const {groups} of text.matchAll(/(?<count>[\d.]+) (?<unit>[a-z]+)/g))
    sum += Number(groups?.['count']) * (lengths[groups?.['unit'] ?? ''] ?? 0);
  return sum;
}

/** Below this many milliseconds, two durations differ by chance. */
const chance = 100;

/**
 * Whether two values mean the same to a person who compares two runs. No two requests take equally
 * long, so a duration counts as changed only when it has doubled or halved, by 100 ms at least.
 */
export function isSameValue(before: string, after: string): boolean {
  const [a, b] = [readDuration(before), readDuration(after)];
  if (a === undefined || b === undefined) return before === after;
  const [less, more] = a < b ? [a, b] : [b, a];
  return more < less * 2 || more - less < chance;
}
