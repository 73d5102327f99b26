import {createKeywords} from './keywords.ts';
import {endOfLine, type Rule} from './secret-rule.ts';
import type {Span} from './spans.ts';

/** On a line that goes on, what a pattern has seen of it before its end came too early. */
const seenOfLongLine = 1000;

/** Makes the search for all that the rules know, in one pass over a text. */
export function createScan(rules: readonly Rule[]): (text: string) => Span[] {
  const byWord = new Map<string, number[]>();
  for (const [at, {words}] of rules.entries())
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), at]);
  const words = [...byWord.keys()];
  const asked = [...byWord.values()];
  const eachWord = createKeywords(words);
  return (text) => {
    const spans: Span[] = [];
    const doneUntil = new Float64Array(rules.length);
    eachWord(text, (word, start, end) => {
      for (const at of asked[word] ?? []) {
        const rule = rules[at];
        if (!rule || start < (doneUntil[at] ?? 0)) continue;
        // What lies in something that was found needs no second look.
        let done = 0;
        for (const span of rule.find({text, start, end})) {
          spans.push(span);
          done = Math.max(done, span.end);
        }
        if (rule.isOfLine === true) {
          const last = endOfLine(text, end);
          done = Math.max(done, text[last] === '\n' ? last : Math.min(last, end + seenOfLongLine));
        }
        doneUntil[at] = done;
      }
    });
    return spans;
  };
}
