const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What asks a program to end. */
export type EndSignal = (typeof signals)[number];

/** Calls `handle` when the program is asked to end; gives the way to stop listening. */
export function onInterrupt(handle: (signal: EndSignal) => void): () => void {
  // Never `once`: some packages bring signal-exit, which ends the process at once when it finds no
  // listener but its own, and one that is called once has gone by then.
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
  };
}
