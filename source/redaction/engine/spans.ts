/** A stretch of a text that must not be kept; `start` and `end` as for `slice`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** What it is, for the mark left in its place: `password`, `private key`. */
  readonly kind: string;
}

/** Joins what overlaps, so that every character is replaced once. The wider span names the kind. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of sorted) {
    const last = apart.at(-1);
    if (last && span.start < last.end) {
      const wider = span.end - span.start > last.end - last.start ? span : last;
      apart[apart.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
        kind: wider.kind,
      };
    } else apart.push(span);
  }
  return apart;
}

export interface Redaction {
  readonly text: string;
  /** The kinds that were taken out, each once, in the order of the text. */
  readonly redacted: string[];
}

/** Puts `[redacted: kind]` in the place of every span. */
export function replaceSpans(text: string, spans: readonly Span[]): Redaction {
  const parts: string[] = [];
  let done = 0;
  const apart = joinSpans(spans);
  for (const span of apart) {
    parts.push(text.slice(done, span.start), `[redacted: ${span.kind}]`);
    done = span.end;
  }
  parts.push(text.slice(done));
  return {text: parts.join(''), redacted: [...new Set(apart.map((span) => span.kind))]};
}
