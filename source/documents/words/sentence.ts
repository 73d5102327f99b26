/** A text with a full stop at its end, where it has no sign there; an empty one stays empty. */
export function sentence(text: string): string {
  const said = text.trim();
  return said === '' || /[.!?:…。！？][)"'”’»]?$/u.test(said) ? said : `${said}.`;
}
