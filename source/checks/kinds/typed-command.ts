/** One word as a person would type it for a POSIX shell. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A command as a person would type it. */
export function typedCommand(command: string | readonly string[]): string {
  return typeof command === 'string' ? command : command.map(shellWord).join(' ');
}
