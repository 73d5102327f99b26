/** A Markdown text with the words of its links only: nobody can follow one on this screen. */
export function withoutLinks(text: string): string {
  return text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
