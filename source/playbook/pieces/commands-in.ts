import type {Nodes} from 'mdast';
import {withinEntry} from '../markdown/inline-text.ts';
import {shellLines} from './shell-lines.ts';

// Programs that say something useful without an argument.
const standalone = new Set(
  (
    'date df dmesg docker-compose env free hostname htop id ifconfig iostat journalctl k9s last ls ' +
    'lsblk lscpu lsof make mount netstat nvidia-smi ps pwd ss systemctl top uname uptime vmstat w whoami'
  ).split(' '),
);

const scripts = /\.(?:sh|bash|zsh|py|rb|pl|js|mjs|ts|ps1|bat|cmd|exe|jar)$/iu;
const otherFile = /\.[a-z][a-z0-9]{0,5}$/iu;
const word = String.raw`[a-z0-9_$.~/][\w./~$+-]*`;
const assignment = /^[A-Z_][A-Z0-9_]*=\S*\s+/u;
const powerShell = /^[A-Z][a-z]+-[A-Z]\w+$/u;

function isRunnablePath(path: string): boolean {
  if (scripts.test(path)) return path.includes('/');
  if (/(?:^|\/)s?bin\/[^/]+$/u.test(path)) return true;
  return /^(?:\.{1,2}|~)\/\S*[^/]$/u.test(path) && !otherFile.test(path);
}

/**
 * Whether a code span holds something to run: a program with arguments, a path to one, or a program
 * known to work alone. A file name, an option, a setting (`key: value`) or a request (`GET /x`) is
 * not.
 */
function isCommand(code: string): boolean {
  const line = code.replace(assignment, '');
  const [head = '', second] = line.split(/\s+/u);
  if (second === undefined) return isRunnablePath(head) || standalone.has(head);
  // "404 Not found" and "active (running)" are what a program says.
  if (/^\d+$/u.test(head) || second.startsWith('(')) return false;
  if (/^[=<>!|:]+$/u.test(second)) return second.startsWith('|') && standalone.has(head);
  return new RegExp(`^${word}$`, 'u').test(head) || powerShell.test(head);
}

/** The commands among code spans, without a leading shell prompt, each once. */
function commandsIn(codeSpans: readonly string[]): string[] {
  const lines = codeSpans.map((code) => code.trim().replace(/^[$#]\s+/u, ''));
  return [...new Set(lines.filter(isCommand))];
}

/** The commands that some nodes hold, in code spans and in blocks of shell code, each once. */
export function commandsAmong(nodes: readonly Nodes[]): string[] {
  const found = withinEntry(nodes).flatMap((node) => {
    if (node.type === 'inlineCode') return commandsIn([node.value]);
    return node.type === 'code' ? shellLines(node.lang, node.value) : [];
  });
  return [...new Set(found)];
}
