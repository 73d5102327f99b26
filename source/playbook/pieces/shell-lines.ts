const shells = new Set([
  'sh',
  'bash',
  'zsh',
  'shell',
  'fish',
  'ksh',
  'powershell',
  'ps1',
  'pwsh',
  'cmd',
  'bat',
  'batch',
  'shellscript',
]);
const consoles = new Set([
  'console',
  'shell-session',
  'shellsession',
  'terminal',
  'sh-session',
  'bash-session',
  'session',
]);

const prompt = /^\s*(?:\$|PS>|❯|[\w-]+@[\w.-]+[:~\w/]*[$#])\s+/u;
/** That of root; elsewhere such a line is a comment. */
const rootPrompt = /^\s*#\s+/u;
const heredoc = /<<-?\s*(["']?)(\w+)\1/u;

const blocks: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*(?:for|while|until|select)\b/u, /(?:^|[;\s])done\b/u],
  [/^\s*if\b/u, /(?:^|[;\s])fi\b/u],
  [/^\s*case\b/u, /(?:^|[;\s])esac\b/u],
  [/^\s*(?:function\s+)?[\w-]+\s*\(\)\s*\{\s*$/u, /^\s*\}/u],
];

/** Whether a command goes on in the next line. */
function isUnfinished(command: string): boolean {
  const [first = ''] = command.split('\n');
  const end = heredoc.exec(command)?.[2];
  if (end !== undefined && !new RegExp(`^\\s*${end}\\s*$`, 'mu').test(command)) return true;
  if (/\\$|(?:\||&&)\s*$/u.test(command)) return true;
  const block = blocks.find(([begins]) => begins.test(first));
  return block !== undefined && !block[1].test(command);
}

function joined(lines: readonly string[]): string[] {
  const commands: string[] = [];
  let open: string | undefined;
  for (const line of lines) {
    if (open === undefined && (/^\s*#/u.test(line) || line.trim() === '')) continue;
    const command = open === undefined ? line : `${open}\n${line}`;
    open = isUnfinished(command) ? command : undefined;
    if (open === undefined) commands.push(command.trim());
  }
  return open === undefined ? commands : [...commands, open.trim()];
}

/** Lines behind a prompt, each with the lines that continue it; what a program answered is left out. */
function prompted(lines: readonly string[]): string[] {
  const sign = lines.some((line) => prompt.test(line)) ? prompt : rootPrompt;
  const commands: string[] = [];
  let isOpen = false;
  for (const line of lines)
    if (sign.test(line)) {
      commands.push(line.replace(sign, ''));
      isOpen = line.endsWith('\\');
    } else if (isOpen && commands.length > 0) {
      commands.push(`${commands.pop()}\n${line.replace(/^>\s?/u, '')}`);
      isOpen = line.endsWith('\\');
    }
  return commands;
}

/** The commands of a code block: comments left out, continued lines and here-documents joined. */
export function shellLines(language: string | null | undefined, code: string): string[] {
  const name = (language ?? '').toLowerCase();
  const lines = code.split('\n');
  const isConsole = consoles.has(name) || lines.some((line) => prompt.test(line));
  if (isConsole && (consoles.has(name) || shells.has(name) || name === '')) return prompted(lines);
  return shells.has(name) ? joined(lines) : [];
}
