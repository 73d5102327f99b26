/** The conditions of an acceptance, one a line; also as one line with semicolons between them. */
export function conditionsOf(remarks: string): string[] {
  return remarks
    .split(/\n|;\s/u)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
