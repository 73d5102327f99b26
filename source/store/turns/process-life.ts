import os from 'node:os';

export function hostName(): string {
  return os.hostname();
}

/** Whether no process of this machine has this number. */
export function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
