/** A process as `ps` shows it. */
export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly user: string;
  /** The unit of systemd that it belongs to, without `.service`. */
  readonly unit?: string;
  /** Its command line; what a word of it is, `ps` does not tell. */
  readonly line: string;
  readonly words: readonly string[];
}

/** The order in which `readRunning` reads them. */
export const runningColumns = 'pid=,ppid=,user:32=,cgroup:256=,args=';

/** What `ps -ww -eo` prints for these columns, without the kernel's own threads. */
export function readRunning(text: string): Running[] {
  return text.split('\n').flatMap((row) => {
    const found =
      /^\s*(?<pid>\d+)\s+(?<parent>\d+)\s+(?<user>\S+)\s+(?<group>\S+)\s+(?<line>\S.*)$/.exec(
        row,
      )?.groups;
    if (!found) return [];
    const {pid, parent, user = '', group = '', line = ''} = found;
    if (line.startsWith('[')) return [];
    const unit = /system\.slice\/(?:[^/]+\.slice\/)?(?<unit>[^/]+)\.service/.exec(group)?.groups?.[
      'unit'
    ];
    const words = line.trim().split(/\s+/);
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        user,
        line: line.trim(),
        words,
        ...(unit === undefined ? {} : {unit}),
      },
    ];
  });
}

/** The program of a process, as it calls itself: `nginx` of `nginx: master process …`. */
export function programOf({words}: Running): string {
  return (words[0] ?? '').replace(/:$/, '').replace(/^-/, '').split('/').at(-1) ?? '';
}
