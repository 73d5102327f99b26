import type {Span} from './spans.ts';

/** The mark in the place of a secret, also as Markdown and HTML escape it. */
const mark = /\\?\[redacted\\?: [\w '&-]{1,40}\\?\]/g;

/** Less than this beside a mark is no secret. */
const shortest = 4;

/** Takes out what is nothing but our own mark for a secret that was left out before. */
export function withoutMarks(text: string, spans: readonly Span[]): Span[] {
  if (spans.length === 0 || !text.includes('[redacted')) return [...spans];
  const marks = [...text.matchAll(mark)].map(({0: found, index}) => ({
    start: index,
    end: index + found.length,
  }));
  let first = 0;
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .flatMap((span) => {
      while ((marks[first]?.end ?? Infinity) <= span.start) first += 1;
      const parts: Span[] = [];
      let {start} = span;
      for (let at = first; at < marks.length; at += 1) {
        const {start: from = 0, end = 0} = marks[at] ?? {};
        if (from >= span.end) break;
        if (from - start >= shortest) parts.push({...span, start, end: from});
        start = Math.max(start, end);
      }
      if (start === span.start) return [span];
      return span.end - start >= shortest ? [...parts, {...span, start}] : parts;
    });
}
