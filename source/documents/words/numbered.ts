/** Several texts in one line, each still to be told from the next, whatever marks are in them. */
export function numbered(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join('');
  return texts.map((text, index) => `(${index + 1}) ${text}`).join(' ');
}
