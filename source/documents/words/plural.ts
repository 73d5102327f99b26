/** A number with its word: `1 check`, `3 checks`, `2 boxes` with the plural given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
