import {eachRun, shortest, textOf} from './base64.ts';
import {readingsOf} from './readings.ts';
import type {Span} from './spans.ts';

/** How often something may be encoded over and over: JSON in JSON in base64. */
const deepest = 4;

/** What is looked for: by words that stand in it or near it, and in runs that have none. */
export interface Scans {
  readonly ofText: (text: string) => readonly Span[];
  readonly ofRun: (text: string, start: number, end: number) => Span | undefined;
}

/**
 * What is found in a text, and in what the text says once its encodings are undone. Each level is at
 * most as long as the one before, so the time grows with the text.
 */
export function findEncoded(text: string, scans: Scans, depth = 0): Span[] {
  const spans = [...scans.ofText(text)];
  eachRun(text, shortest, (start, end) => {
    const unnamed = scans.ofRun(text, start, end);
    if (unnamed) spans.push(unnamed);
    const held = depth === deepest ? undefined : textOf(text, start, end);
    const [first] = held === undefined ? [] : findEncoded(held, scans, depth + 1);
    if (first) spans.push({start, end, kind: first.kind});
  });
  if (depth === deepest) return spans;
  for (const reading of readingsOf(text))
    for (const {start, end, kind} of findEncoded(reading.text, scans, depth + 1))
      spans.push({start: reading.places[start] ?? 0, end: reading.places[end] ?? 0, kind});
  return spans;
}
