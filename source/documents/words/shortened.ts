/** A text of at most so many characters: what is too long ends after a whole word, with "…". */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = /\s/u.test(text.charAt(most)) ? most : cut.search(/\s+\S*$/u);
  return `${cut.slice(0, end > most / 2 ? end : most - 1).replace(/[\s,;:.–-]+$/u, '')}…`;
}
