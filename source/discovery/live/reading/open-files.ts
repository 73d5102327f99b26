/** What `/proc` tells of a process. */
export interface OpenFiles {
  readonly executable?: string;
  readonly folder?: string;
  /** Files that it writes to and that look like logs. */
  readonly logs: readonly string[];
}

const logName = /(?:\.log|\/log\/[^/]+|\/logs\/[^/]+|\/var\/log\/.+)$/;

function isLog(rights: string, target: string): boolean {
  return /^l.w/.test(rights) && target.startsWith('/') && logName.test(target);
}

/** What `ls -l /proc/PID/exe /proc/PID/cwd /proc/PID/fd/` prints, by process. */
export function readOpenFiles(text: string): ReadonlyMap<number, OpenFiles> {
  const found = new Map<number, OpenFiles>();
  let current: number | undefined;
  const add = (pid: number, more: Partial<OpenFiles>) =>
    found.set(pid, {...(found.get(pid) ?? {logs: []}), ...more});
  for (const line of text.split('\n')) {
    const folder = /^\/proc\/(?<pid>\d+)\/fd\/?:$/.exec(line)?.groups?.['pid'];
    if (folder !== undefined) current = Number(folder);
    const {
      rights = '',
      name,
      target,
    } = /^(?<rights>l\S+)\s.*?\s(?<name>\/proc\/\d+\/(?:exe|cwd)|\d+) -> (?<target>.*)$/.exec(line)
      ?.groups ?? {};
    if (name === undefined || target === undefined || target.endsWith(' (deleted)')) continue;
    const [, , pid, what] = name.split('/');
    if (what === 'exe') add(Number(pid), {executable: target});
    else if (what === 'cwd') add(Number(pid), {folder: target});
    else if (current !== undefined && isLog(rights, target)) {
      const logs = found.get(current)?.logs ?? [];
      add(current, {logs: [...new Set([...logs, target])]});
    }
  }
  return found;
}
