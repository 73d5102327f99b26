/**
 * The smallest scroll that keeps the selected lines, and where there is room a line of context, in
 * view. All are counts of lines; gives the first one to show.
 */
export function scrollTo(
  top: number,
  first: number,
  last: number,
  height: number,
  total: number,
): number {
  const context = height > last - first + 2 ? 1 : 0;
  let next = top;
  if (last + context >= next + height) next = last + 1 + context - height;
  if (first - context < next) next = first - context;
  return Math.max(0, Math.min(next, total - height));
}
