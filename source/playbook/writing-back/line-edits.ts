/** Characters of one line that are to be others. */
export interface Edit {
  /** Index of the line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines that edits change, by their index; nothing where two edits want the same characters. */
export function applyEdits(
  lines: readonly string[],
  edits: readonly Edit[],
): ReadonlyMap<number, string> | undefined {
  const changed = new Map<number, string>();
  for (const [line, own] of Map.groupBy(edits, (edit) => edit.line)) {
    const text = lines[line] ?? '';
    const parts: string[] = [];
    let done = 0;
    for (const edit of own.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      if (edit.start < done) return undefined;
      parts.push(text.slice(done, edit.start), edit.text);
      done = edit.end;
    }
    changed.set(line, parts.join('') + text.slice(done));
  }
  return changed;
}
