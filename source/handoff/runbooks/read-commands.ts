import type {StepsProblem} from './runbook-step.ts';

/** Blocks in these languages are typed into a shell; any other is to be read. */
const shells = new Set([
  '',
  'sh',
  'bash',
  'shell',
  'zsh',
  'dash',
  'ksh',
  'console',
  'shell-session',
  'shellsession',
  'sh-session',
  'terminal',
]);

export function isShell(language: string): boolean {
  return shells.has(language);
}

const prompt = /^\s*\$ /u;

/**
 * The commands of a block. Where it has prompts, what stands behind them counts, and a line that goes
 * on from the one before.
 *
 * @param line the line of the block's fence
 */
export function readCommands(
  rows: readonly string[],
  line: number,
): {readonly commands: readonly string[]; readonly problems: readonly StepsProblem[]} {
  if (rows.every((row) => row.trim() === ''))
    return {commands: [], problems: [{line, message: 'This block of code holds no command.'}]};
  if (!rows.some((row) => prompt.test(row))) return {commands: rows, problems: []};
  const commands: string[] = [];
  const problems: StepsProblem[] = [];
  for (const [at, row] of rows.entries())
    if (prompt.test(row)) commands.push(row.replace(prompt, ''));
    else if (commands.at(-1)?.trimEnd().endsWith('\\')) commands.push(row.replace(/^\s*> /u, ''));
    else if (row.trim() !== '')
      problems.push({
        line: line + at + 1,
        message: 'Without "$ " this line is no command; what a command prints goes below "See:".',
      });
  return {commands, problems};
}
