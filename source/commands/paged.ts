import {hasKept, keepPrinted} from './print.ts';

/** Prints what was kept, if anything was, through a pager where it is long. */
export async function showPrinted(): Promise<void> {
  if (hasKept()) await (await import('./pager.ts')).showKept();
}

/** Runs what only prints; on a terminal, a long answer goes through a pager. */
export async function paged(run: () => Promise<number>): Promise<number> {
  if (process.stdout.isTTY) keepPrinted();
  try {
    return await run();
  } finally {
    await showPrinted();
  }
}
