/** A line and what ends it. */
export interface SourceLine {
  readonly text: string;
  readonly end: string;
}

export function splitLines(source: string): SourceLine[] {
  const parts = source.split(/(\r\n|\n|\r)/u);
  const lines: SourceLine[] = [];
  for (let at = 0; at < parts.length; at += 2)
    lines.push({text: parts[at] ?? '', end: parts[at + 1] ?? ''});
  return lines;
}

export function joinLines(lines: readonly SourceLine[]): string {
  return lines.map(({text, end}) => text + end).join('');
}
