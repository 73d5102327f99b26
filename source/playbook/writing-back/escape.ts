/** A text on one line, with what Markdown and a table would read as signs of theirs written as text. */
export function asText(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~&]/gu, (sign) => (sign === '_' || sign === '&' ? sign : `\\${sign}`));
}

/** An address as Markdown finds it in a text, also in a cell. */
export function asAddress(address: string): string {
  return address.trim().replaceAll(/[\s|<>\\`]/gu, (sign) => encodeURIComponent(sign));
}
