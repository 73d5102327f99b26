/** What is no shell of Unix, and what it is called. */
export type ForeignShell = 'PowerShell' | 'cmd' | 'fish';

const languages: ReadonlyMap<string, ForeignShell> = new Map([
  ['powershell', 'PowerShell'],
  ['ps1', 'PowerShell'],
  ['pwsh', 'PowerShell'],
  ['cmd', 'cmd'],
  ['bat', 'cmd'],
  ['batch', 'cmd'],
  ['fish', 'fish'],
]);

/** Verb and noun, as PowerShell names its commands, at the beginning or behind a pipe. */
const cmdlet = /(?:^|\|)\s*[A-Z][a-z]+-[A-Z]\w+\b/u;
const windowsProgram = /^\S+\.(?:bat|cmd|exe)\b/iu;

/** The foreign shell that a block of code is for; nothing where `sh` can run it. */
export function shellOfBlock(
  language: string | null | undefined,
  code: string,
): ForeignShell | undefined {
  const named = languages.get((language ?? '').toLowerCase());
  if (named) return named;
  return /^\s*PS[^>\n]*>\s/mu.test(code) ? 'PowerShell' : undefined;
}

/** The foreign shell that a command looks to be for, where nothing else says it. */
export function shellOfCommand(command: string): ForeignShell | undefined {
  if (cmdlet.test(command)) return 'PowerShell';
  return windowsProgram.test(command) ? 'cmd' : undefined;
}
