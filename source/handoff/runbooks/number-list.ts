/** `step 4`, `steps 4 and 5`, `steps 2, 4 and 5`. */
export function numberList(numbers: readonly number[]): string {
  const distinct = [...new Set(numbers)].toSorted((one, other) => one - other);
  const last = distinct.at(-1);
  if (distinct.length < 2) return `step ${last ?? ''}`;
  return `steps ${distinct.slice(0, -1).join(', ')} and ${last}`;
}
