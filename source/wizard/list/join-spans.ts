import {span, type Line, type Span} from './line.ts';

/** Tokens that show on a blank too. */
const seenOnBlanks: ReadonlySet<Span['token']> = new Set(['inverse']);

function isBlank({text, token}: Span): boolean {
  return text.trim() === '' && !seenOnBlanks.has(token);
}

/** The same line in as few spans as look the same: each is a thing of its own to whoever draws it. */
export function joinSpans(spans: Line): Line {
  const joined: Span[] = [];
  for (const next of spans) {
    const last = joined.at(-1);
    const {token = 'plain'} = next;
    const isAlike =
      last?.link === next.link && last && (last.token === token || isBlank(last) || isBlank(next));
    const {link} = next;
    if (isAlike)
      joined[joined.length - 1] = {
        ...span(last.text + next.text, isBlank(next) ? last.token : token),
        link,
      };
    else joined.push({...span(next.text, token), link});
  }
  return joined;
}
