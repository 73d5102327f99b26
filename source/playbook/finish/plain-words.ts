/** What a title or an entry says, in small letters: without its number, signs, and what stands in brackets. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:\s*(?:step|phase|part|section)\s+\d+\b|[^\p{L}]+)+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .trim();
}

/** Some words as one pattern that a whole text has to be. */
export function whole(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})$`, 'u');
}
