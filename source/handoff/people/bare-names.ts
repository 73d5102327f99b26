/** What people put behind a name, the last of it: a bracket, an address, a company, a role. */
const endings = [
  /\s*[([{<][^()[\]{}<>]*[)\]}>]?\s*$/u,
  /\s*\S+@\S+\s*$/u,
  // "Ruiz, Jordan" is one name; behind two words a comma begins something else.
  /(?<=\S\s+\S[^,;:|/]*)\s*[,;:|/]\s*[^,;:|/]*$/u,
  /\s+[-–—@]\s+.*$/u,
];
const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|herr|frau|se[ñn]ora?|mme|m)\.?\s+(?=\S+\s+\S)/iu;

function shortened(name: string): readonly string[] {
  return [...endings.map((ending) => name.replace(ending, '')), name.replace(titles, '')]
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.length < name.trim().length);
}

/**
 * What is left of a name as more and more is taken off it that is no name: `Jordan Ruiz, Acme
 * (vendor)` gives `Jordan Ruiz, Acme` and `Jordan Ruiz`. Empty where nothing can be taken off.
 */
export function bareNames(name: string): readonly string[] {
  const found = new Set(shortened(name));
  // What is added on the way is gone through as well.
  for (const text of found) for (const shorter of shortened(text)) found.add(shorter);
  return [...found];
}

/** The name without all that is no name. */
export function barestName(name: string): string {
  return bareNames(name).reduce((best, text) => (text.length < best.length ? text : best), name);
}
